package org.vigie.reports.weekly;

import org.jspecify.annotations.Nullable;

/// One metric over one scope, and what the policy says of it.
///
/// @param n cases the estimate rests on: diseased for sensitivity, non-diseased for specificity
/// @param estimate null: no case with truth, so nothing to estimate
/// @param minimum what the policy asks for; null: the policy sets no minimum
/// @param verdict INCONCLUSIVE also where there is no estimate or no minimum
/// @param casesToSettle further cases with truth after which a verdict may be expected; null: not
///     worked out or already settled
public record Measure(
        Metric metric,
        Scope scope,
        long n,
        @Nullable Estimate estimate,
        @Nullable Double minimum,
        Verdict verdict,
        @Nullable Long casesToSettle) {

    public Measure {
        Checks.count("n", n);
        Checks.proportionOrAbsent("minimum", minimum);
        if (casesToSettle != null) {
            Checks.count("cases to settle", casesToSettle);
        }
        if (estimate == null || minimum == null) {
            Checks.order(
                    verdict == Verdict.INCONCLUSIVE,
                    "%s without estimate or minimum cannot be %s".formatted(metric, verdict));
        }
        if (estimate != null) {
            Checks.proportion(metric + " lower bound", estimate.lower());
            Checks.proportion(metric + " upper bound", estimate.upper());
        }
    }
}
