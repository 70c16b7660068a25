package org.vigie.drift.comparison;

import java.util.List;
import java.util.Optional;
import org.vigie.drift.interval.PairedDifferenceInterval;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.performance.AurocComparison;

/// Candidate against champion on the same cases with a settled truth.
///
/// Sensitivity and specificity are judged apart and never pooled into accuracy, where a gain in one hides a
/// loss in the other.
///
/// @param sensitivity over the diseased cases
/// @param specificity over the healthy cases
/// @param auroc of the scores, with DeLong's covariance; absent when one kind of case is missing
/// @param verdict over sensitivity and specificity, see [ComparisonVerdict#overall]
public record ModelComparison(
        PairedComparison sensitivity,
        PairedComparison specificity,
        Optional<AurocComparison> auroc,
        ComparisonVerdict verdict) {

    /// A model's answers to the cases.
    ///
    /// @param decisions whether each case was called positive
    /// @param scores of each case, higher for positive
    public record Answers(boolean[] decisions, double[] scores) {

        public Answers {
            if (decisions.length != scores.length) {
                throw new IllegalArgumentException(decisions.length + " decisions and " + scores.length + " scores");
            }
        }
    }

    /// @param reference true for a diseased case
    /// @throws IllegalArgumentException if the arrays differ in length, a score is not finite (naming its index),
    ///     `margin` is not in [0, 1) or `confidence` not in (0, 1)
    public static ModelComparison of(
            Answers champion,
            Answers candidate,
            boolean[] reference,
            double margin,
            PairedDifferenceInterval method,
            double confidence) {
        PairedComparison sensitivity =
                PairedComparison.of(table(champion, candidate, reference, true), margin, method, confidence);
        PairedComparison specificity =
                PairedComparison.of(table(champion, candidate, reference, false), margin, method, confidence);
        return new ModelComparison(
                sensitivity,
                specificity,
                AurocComparison.of(champion.scores(), candidate.scores(), reference),
                ComparisonVerdict.overall(List.of(sensitivity.verdict(), specificity.verdict())));
    }

    private static PairedProportions table(Answers champion, Answers candidate, boolean[] reference, boolean diseased) {
        int n = reference.length;
        if (champion.decisions().length != n || candidate.decisions().length != n) {
            throw new IllegalArgumentException(champion.decisions().length + " and " + candidate.decisions().length
                    + " decisions for " + n + " reference standards");
        }
        long[] counts = new long[4];
        for (int i = 0; i < n; i++) {
            if (reference[i] == diseased) {
                int first = champion.decisions()[i] == diseased ? 0 : 2;
                int second = candidate.decisions()[i] == diseased ? 0 : 1;
                counts[first + second]++;
            }
        }
        return new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
    }
}
