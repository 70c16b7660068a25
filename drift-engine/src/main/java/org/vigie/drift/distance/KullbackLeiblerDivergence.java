package org.vigie.drift.distance;

import java.util.Arrays;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.WindowSizes;

/// Kullback–Leibler divergence of the current from the reference shares: relative entropy.
///
/// ## Definition
///
/// ```text
/// KL = Σ cᵢ · ln(cᵢ / rᵢ)     over the bins i = 1 … B
///
/// rᵢ  = (nᵢ + α) / (n + αB)    share of bin i in the reference window
/// cᵢ  = (mᵢ + α) / (m + αB)    share of bin i in the current window
/// α   = 1/2                    pseudo-count, so that an empty bin stays finite
/// ```
///
/// ## Unit and range
///
/// Nats (natural logarithm), in `[0, ∞)`; 0 exactly when all shares agree. Not symmetric: exchanging the windows
/// gives another number, and the sum of both is the population stability index.
///
/// ## Reading the value
///
/// With no drift KL is not 0: for large windows `2 KL · n·m / (n + m)` is a χ² variable with `B − 1` degrees of
/// freedom \[2]. Where an expected count is below 5 the p-value comes from seeded relabelling instead.
///
/// ## Where this differs from the usual formula
///
/// Without α one category unseen in the reference makes the divergence infinite.
///
/// ## Sources
///
/// 1. Kullback, S., & Leibler, R. A. (1951). *On information and sufficiency.* Annals of Mathematical Statistics
///    22(1), 79–86. doi:10.1214/aoms/1177729694
/// 2. Kullback, S. (1959). *Information Theory and Statistics*, chapter 6. Wiley.
public final class KullbackLeiblerDivergence {

    public static final String NAME = "Kullback–Leibler divergence";

    private static final double PSEUDO_COUNT = 0.5;
    private static final DivergenceTest TEST = new DivergenceTest(
            NAME,
            KullbackLeiblerDivergence::between,
            2,
            5,
            "in nats: 0 when all shares agree; large when the current window is often"
                    + " where the reference seldom was");

    private KullbackLeiblerDivergence() {}

    /// The divergence of the current from the reference window.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double between(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return between(reference.toArray(), current.toArray());
    }

    /// Mean divergence of two large windows drawn from one distribution: `(B − 1)(1/n + 1/m) / 2`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        return TEST.expectedWithoutDrift(reference, current);
    }

    /// Divergence that two large windows drawn from one distribution exceed with probability `level`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double criticalValue(BinnedCounts reference, BinnedCounts current, double level) {
        return TEST.criticalValue(reference, current, level);
    }

    /// The divergence with its verdict.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule) {
        return TEST.test(reference, current, sizes, rule);
    }

    private static double between(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum() + PSEUDO_COUNT * reference.length;
        double m = Arrays.stream(current).sum() + PSEUDO_COUNT * current.length;
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double c = (current[i] + PSEUDO_COUNT) / m;
            sum += c * Math.log(c / ((reference[i] + PSEUDO_COUNT) / n));
        }
        return Math.max(0, sum);
    }
}
