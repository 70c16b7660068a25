package org.vigie.drift.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Dawid and Skene's model makes of the readers' answers, or the reason why it makes nothing of them.
public sealed interface LatentClasses {

    /// @param classes that a case can be of
    /// @param answers that a reader can give: the classes, then the other words that occurred
    /// @param prevalence share of each class
    /// @param confusion for each reader, the probability of each answer (column) to a case of each class (row)
    /// @param posterior for each case, the probability of each class
    /// @param iterations of the algorithm
    /// @param converged whether it stopped because nothing changed any more
    /// @param logLikelihood of the answers at the end
    /// @param labelsHold whether every class is still the one its name says: the readers, weighted by their
    ///     answers, call it by its name more often than any other class is called so
    record Fitted(
            List<String> classes,
            List<String> answers,
            List<Double> prevalence,
            Map<String, List<List<Double>>> confusion,
            Map<String, List<Double>> posterior,
            int iterations,
            boolean converged,
            double logLikelihood,
            boolean labelsHold)
            implements LatentClasses {

        /// Probability that a reader gives an answer to a case of a class; absent for unknown words.
        public Optional<Double> confusion(String reader, String ofClass, String answer) {
            int row = classes.indexOf(ofClass);
            int column = answers.indexOf(answer);
            return row < 0 || column < 0 || !confusion.containsKey(reader)
                    ? Optional.empty()
                    : Optional.of(
                            confusion.getOrDefault(reader, List.of()).get(row).get(column));
        }

        /// The most probable class of a case; the earlier one of the list where two are equally probable.
        public Optional<String> mostProbable(String caseId) {
            List<Double> probabilities = posterior.getOrDefault(caseId, List.of());
            if (probabilities.isEmpty()) {
                return Optional.empty();
            }
            int best = 0;
            for (int k = 1; k < probabilities.size(); k++) {
                best = probabilities.get(k) > probabilities.get(best) ? k : best;
            }
            return Optional.of(classes.get(best));
        }
    }

    /// @param reason in words, for the reader of a report
    record Undefined(String reason) implements LatentClasses {}
}
