package org.vigie.drift.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// Quantiles and tails of the standard normal distribution, precise in the upper tail.
public final class StandardNormal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /// The `z` with `P(|Z| ≤ z) = confidence`, such as 1.96 for 0.95.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static double twoSided(double confidence) {
        return STANDARD.inverseSurvivalProbability((1 - Interval.requireConfidence(confidence)) / 2);
    }

    /// The `z` with `P(Z > z) = tail`.
    ///
    /// @throws IllegalArgumentException if `tail` is not in [0, 1]
    public static double upper(double tail) {
        return STANDARD.inverseSurvivalProbability(tail);
    }

    /// The `z` with `P(Z ≤ z) = p`.
    ///
    /// @throws IllegalArgumentException if `p` is not in [0, 1]
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /// `P(Z ≤ z)`.
    public static double cumulative(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /// `P(Z > z)`.
    public static double survival(double z) {
        return STANDARD.survivalProbability(z);
    }

    /// `P(|Z| ≥ |z|)`, the two-sided p-value of `z`.
    public static double twoSidedPValue(double z) {
        return Math.min(1, 2 * survival(Math.abs(z)));
    }
}
