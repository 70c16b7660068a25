package org.vigie.drift.distance;

import java.util.Arrays;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.WindowSizes;

/// Hellinger distance of binned windows.
///
/// ## Definition
///
/// ```text
/// H² = ½ Σ (√rᵢ − √cᵢ)²     over the bins i = 1 … B
///
/// rᵢ, cᵢ   share of bin i in the reference and in the current window
/// ```
///
/// ## Unit and range
///
/// Dimensionless, in `[0, 1]`: 0 when all shares agree, 1 when no bin is shared. H is a metric. Empty bins need no
/// pseudo-count.
///
/// ## Reading the value
///
/// With no drift H² is not 0: for large windows `8 H² · n·m / (n + m)` is a χ² variable with `B − 1` degrees of
/// freedom (the Freeman–Tukey statistic \[2]). Where an expected count is below 20 the p-value comes from seeded
/// relabelling instead, since an empty bin counts four times its share of χ².
///
/// ## Sources
///
/// 1. Hellinger, E. (1909). *Neue Begründung der Theorie quadratischer Formen von unendlichvielen Veränderlichen.*
///    Journal für die reine und angewandte Mathematik 136, 210–271. doi:10.1515/crll.1909.136.210
/// 2. Freeman, M. F., & Tukey, J. W. (1950). *Transformations related to the angular and the square root.* Annals of
///    Mathematical Statistics 21(4), 607–611. doi:10.1214/aoms/1177729756
public final class HellingerDistance {

    public static final String NAME = "squared Hellinger distance";

    private static final DivergenceTest TEST = new DivergenceTest(
            NAME, HellingerDistance::squared, 8, 20, "0 when all shares agree, 1 when the windows share no bin");

    private HellingerDistance() {}

    /// The distance H.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double between(BinnedCounts reference, BinnedCounts current) {
        return Math.sqrt(squared(reference, current));
    }

    /// H², which the test judges.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double squared(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return squared(reference.toArray(), current.toArray());
    }

    /// Mean H² of two large windows drawn from one distribution: `(B − 1)(1/n + 1/m) / 8`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        return TEST.expectedWithoutDrift(reference, current);
    }

    /// H² that two large windows drawn from one distribution exceed with probability `level`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double criticalValue(BinnedCounts reference, BinnedCounts current, double level) {
        return TEST.criticalValue(reference, current, level);
    }

    /// H² with its verdict.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule) {
        return TEST.test(reference, current, sizes, rule);
    }

    private static double squared(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = Math.sqrt(reference[i] / n) - Math.sqrt(current[i] / m);
            sum += difference * difference;
        }
        return Math.min(1, sum / 2);
    }
}
