package org.vigie.drift.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.binning.Bins;

/// What one statistic says about one pair of windows: the same form for all of them.
///
/// @param statistic its name
/// @param value of the statistic; empty when the windows were too small
/// @param pValue probability of a value at least as large when nothing drifted; empty when the windows were too small
/// @param method where the p-value comes from
/// @param effect how large the change is
/// @param sizes what the value rests on
/// @param level greatest p-value that counts as drift
/// @param threshold value from which the verdict is drift, where it is known before the data are
/// @param verdict the conclusion
/// @param bins what the windows were counted over, with their edges, where they were counted
public record DriftResult(
        String statistic,
        OptionalDouble value,
        OptionalDouble pValue,
        Optional<PValueMethod> method,
        Optional<EffectSize> effect,
        WindowSizes sizes,
        double level,
        OptionalDouble threshold,
        DriftVerdict verdict,
        Optional<Bins> bins) {

    /// A result without bins.
    public DriftResult(
            String statistic,
            OptionalDouble value,
            OptionalDouble pValue,
            Optional<PValueMethod> method,
            Optional<EffectSize> effect,
            WindowSizes sizes,
            double level,
            OptionalDouble threshold,
            DriftVerdict verdict) {
        this(statistic, value, pValue, method, effect, sizes, level, threshold, verdict, Optional.empty());
    }

    /// A statistic that was computed.
    public static DriftResult of(
            String statistic,
            double value,
            PValue pValue,
            Optional<EffectSize> effect,
            WindowSizes sizes,
            DecisionRule rule,
            OptionalDouble threshold) {
        return new DriftResult(
                statistic,
                OptionalDouble.of(value),
                OptionalDouble.of(pValue.value()),
                Optional.of(pValue.method()),
                effect,
                sizes,
                rule.level(),
                threshold,
                DriftVerdict.of(pValue.value(), rule.level()));
    }

    /// A statistic that was not computed.
    public static DriftResult inconclusive(
            String statistic, DriftVerdict verdict, WindowSizes sizes, DecisionRule rule) {
        return new DriftResult(
                statistic,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                sizes,
                rule.level(),
                OptionalDouble.empty(),
                verdict);
    }

    /// The same measurement with another verdict, as when several are judged together.
    public DriftResult withVerdict(DriftVerdict other) {
        return new DriftResult(statistic, value, pValue, method, effect, sizes, level, threshold, other, bins);
    }

    /// The same result, with what the windows were counted over.
    public DriftResult countedOver(Bins counted) {
        return new DriftResult(
                statistic, value, pValue, method, effect, sizes, level, threshold, verdict, Optional.of(counted));
    }
}
