package org.vigie.reports.weekly;

import org.jspecify.annotations.Nullable;

/// One comparison of the week with the reference window.
///
/// @param value of the statistic; null: too few cases to compute it
/// @param pValue null where the statistic has none
/// @param effect size of the difference in a unit a reader can judge; null where there is none
/// @param limit what `effect`, or `value` where there is no effect, must exceed; null: the p-value
///     alone decides
public record DriftFinding(
        Stream stream,
        Scope scope,
        Statistic statistic,
        @Nullable Double value,
        @Nullable Double pValue,
        @Nullable Double effect,
        @Nullable Double limit,
        long referenceCases,
        long currentCases,
        DriftVerdict verdict) {

    public DriftFinding {
        Checks.finiteOrAbsent("value of " + statistic, value);
        Checks.proportionOrAbsent("p-value of " + statistic, pValue);
        Checks.finiteOrAbsent("effect of " + statistic, effect);
        Checks.finiteOrAbsent("limit of " + statistic, limit);
        Checks.count("reference cases", referenceCases);
        Checks.count("current cases", currentCases);
        Checks.order(
                value != null || verdict == DriftVerdict.INCONCLUSIVE,
                "%s without a value cannot be %s".formatted(statistic, verdict));
    }
}
