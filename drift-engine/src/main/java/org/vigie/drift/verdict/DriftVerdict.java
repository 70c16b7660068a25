package org.vigie.drift.verdict;

/// What a drift check concluded. Too little data is a verdict of its own, never "stable".
public sealed interface DriftVerdict {

    /// The p-value stayed above the level: these windows give no reason to speak of drift.
    record Stable(double pValue, double level) implements DriftVerdict {}

    /// The p-value reached the level.
    record Drifted(double pValue, double level) implements DriftVerdict {}

    /// The windows could not be judged.
    ///
    /// @param reason in words, for the reader of a report
    /// @param observations observations in the smaller window
    /// @param required observations that a verdict needs in each window
    record Inconclusive(String reason, long observations, long required) implements DriftVerdict {}

    /// @throws IllegalArgumentException if `pValue` is not in [0, 1]
    static DriftVerdict of(double pValue, double level) {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue " + pValue + " is not in [0, 1]");
        }
        return pValue <= level ? new Drifted(pValue, level) : new Stable(pValue, level);
    }
}
