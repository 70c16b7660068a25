package org.vigie.drift.preset;

import java.util.OptionalDouble;

/// What Evidently would have said about one column.
///
/// @param method the method it would have chosen, or was told to use
/// @param score its p-value or distance; empty where it raises an exception or answers `NaN`
/// @param threshold what the score is compared with
/// @param verdict drift, no drift, or why there is no answer
public record EvidentlyFinding(EvidentlyMethod method, OptionalDouble score, double threshold, PresetVerdict verdict) {

    static EvidentlyFinding of(EvidentlyMethod method, Score score, double threshold) {
        return new EvidentlyFinding(
                method,
                score instanceof Score.Value(double value) ? OptionalDouble.of(value) : OptionalDouble.empty(),
                threshold,
                score.verdict(value -> method.isDrift(value, threshold)));
    }

    public boolean isDrift() {
        return verdict instanceof PresetVerdict.Drift;
    }

    public boolean isInconclusive() {
        return verdict instanceof PresetVerdict.Inconclusive;
    }
}
