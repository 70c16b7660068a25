package org.vigie.reports.weekly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The model against the truth.
///
/// @param window the cases whose truth is pooled, by the moment of acquisition; null: nothing measured
/// @param measures sensitivity, specificity and AUROC, for all sites and for each
/// @param predictive null: the policy declares no prevalence, or there is nothing to work with
/// @param weekly sensitivity and specificity of each week, for the figures
public record Performance(
        @Nullable Period window,
        Truth truth,
        List<Measure> measures,
        @Nullable Predictive predictive,
        List<Week> weekly) {

    public Performance {
        measures = List.copyOf(measures);
        weekly = List.copyOf(weekly);
    }

    /// How much truth there is.
    ///
    /// @param cases scored in the window
    /// @param withTruth of them, those with a truth known at the data cut
    /// @param indeterminate of them, those the readers could not settle
    public record Truth(
            long cases,
            long withTruth,
            long positive,
            long negative,
            long indeterminate,
            List<OfKind> kinds,
            List<Share> byWeek) {
        public Truth {
            kinds = List.copyOf(kinds);
            byWeek = List.copyOf(byWeek);
            Checks.count("positive", positive);
            Checks.count("negative", negative);
            Checks.count("indeterminate", indeterminate);
            Checks.order(withTruth <= cases, "%d with truth of %d cases".formatted(withTruth, cases));
            Checks.order(
                    positive + negative + indeterminate == withTruth,
                    "%d positive, %d negative and %d indeterminate are not %d with truth"
                            .formatted(positive, negative, indeterminate, withTruth));
        }
    }

    public record OfKind(Kind kind, long cases) {

        public enum Kind {
            CONSENSUS,
            HISTOLOGY,
            REPORT,
            FOLLOW_UP,
            SINGLE_READER,
            OTHER
        }

        public OfKind {
            Checks.count("cases", cases);
        }
    }

    /// Of the cases of a week, those with truth at the data cut.
    public record Share(IsoWeek week, long withTruth, long cases) {
        public Share {
            Checks.count("with truth", withTruth);
            Checks.order(withTruth <= cases, "%d with truth of %d cases".formatted(withTruth, cases));
        }
    }

    /// @param prevalence declared by the policy
    public record Predictive(
            double prevalence,
            @Nullable Estimate positive,
            @Nullable Estimate negative) {
        public Predictive {
            Checks.proportion("prevalence", prevalence);
        }
    }

    /// @param sensitivity null: no diseased case with truth that week
    /// @param specificity null: no non-diseased case with truth that week
    public record Week(
            IsoWeek week,
            @Nullable Estimate sensitivity,
            @Nullable Estimate specificity) {}
}
