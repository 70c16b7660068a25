package org.vigie.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;

/// What a drift check found in one stream.
///
/// @param stream its name
/// @param group the group compared; absent when all cases were
/// @param kind what was compared
/// @param result the statistic that decides; its verdict is the one of the whole check, after adjustment
/// @param adjustedPValue Holm-adjusted over the check, to be compared with the family-wise level; absent when
///     the windows were too small
/// @param effects how large the change is, seen in different ways; they do not decide
/// @param unseenCategories labels of the current window that the reference does not have
/// @param vanishedCategories labels of the reference window that the current does not have
public record DriftFinding(
        String stream,
        Optional<String> group,
        Kind kind,
        DriftResult result,
        OptionalDouble adjustedPValue,
        List<EffectSize> effects,
        List<String> unseenCategories,
        List<String> vanishedCategories) {

    /// What was compared.
    public enum Kind {
        NUMERIC,
        CATEGORICAL,
        FEATURES,
        /// The share of observations that are missing.
        MISSINGNESS
    }

    public DriftFinding {
        effects = List.copyOf(effects);
        unseenCategories = List.copyOf(unseenCategories);
        vanishedCategories = List.copyOf(vanishedCategories);
    }

    public DriftVerdict verdict() {
        return result.verdict();
    }

    public boolean isDrifted() {
        return verdict() instanceof DriftVerdict.Drifted;
    }

    public boolean isInconclusive() {
        return verdict() instanceof DriftVerdict.Inconclusive;
    }

    DriftFinding judged(OptionalDouble adjusted, DriftVerdict verdict) {
        return new DriftFinding(
                stream,
                group,
                kind,
                result.withVerdict(verdict),
                adjusted,
                effects,
                unseenCategories,
                vanishedCategories);
    }
}
