package org.vigie.drift.preset;

import java.util.OptionalDouble;

/// A value that a tool compares with bounds.
///
/// @param value empty where the tool raises an exception or answers `NaN`
/// @param bounds what it is compared with
/// @param verdict drift outside the bounds, no drift within, or why there is no answer
public record PresetFinding(OptionalDouble value, Bounds bounds, PresetVerdict verdict) {

    static PresetFinding of(Score score, Bounds bounds) {
        return new PresetFinding(
                score instanceof Score.Value(double number) ? OptionalDouble.of(number) : OptionalDouble.empty(),
                bounds,
                score.verdict(bounds::exclude));
    }

    static PresetFinding above(Score score, double threshold) {
        return of(score, new Bounds(OptionalDouble.empty(), OptionalDouble.of(threshold)));
    }

    public boolean isDrift() {
        return verdict instanceof PresetVerdict.Drift;
    }

    public boolean isInconclusive() {
        return verdict instanceof PresetVerdict.Inconclusive;
    }
}
