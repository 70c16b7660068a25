package org.vigie.drift.distance;

import java.util.Arrays;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Jensen–Shannon divergence of binned windows, and its root, the Jensen–Shannon distance.
///
/// ## Definition
///
/// ```text
/// JSD = ½ Σ rᵢ log₂(rᵢ / aᵢ) + ½ Σ cᵢ log₂(cᵢ / aᵢ)     aᵢ = (rᵢ + cᵢ) / 2,  0 · log 0 = 0
///
/// rᵢ, cᵢ   share of bin i in the reference and in the current window
/// distance = √JSD
/// ```
///
/// ## Unit and range
///
/// Bits, in `[0, 1]`: 0 when all shares agree, 1 when no bin is shared. The root is a metric \[1] and
/// is what "distance" means here. Exchanging the windows changes neither. Empty bins need no
/// pseudo-count.
///
/// ## Reading the value
///
/// With no drift the divergence is not 0: for large windows `8 ln 2 · JSD · n·m / (n + m)` is a χ²
/// variable with `B − 1` degrees of freedom \[3]. Where an expected count is below 20 this gives too many
/// false alarms (8 % for 5 % at 6 expected), and the p-value comes from seeded relabelling instead.
///
/// ## Where this differs from the usual formula
///
/// The logarithm has base 2, as in NannyML. SciPy and Evidently use the natural one, whose
/// distance ends at √ln 2 = 0.8326. Bins of a numeric variable come from the reference alone.
///
/// ## Sources
///
/// 1. Endres, D. M., & Schindelin, J. E. (2003). *A new metric for probability distributions.* IEEE
///    Transactions on Information Theory 49(7), 1858–1860. doi:10.1109/TIT.2003.813506
/// 2. Lin, J. (1991). *Divergence measures based on the Shannon entropy.* IEEE Transactions on
///    Information Theory 37(1), 145–151. doi:10.1109/18.61115
/// 3. Grosse, I., et al. (2002). *Analysis of symbolic sequences using the Jensen–Shannon divergence.*
///    Physical Review E 65, 041905. doi:10.1103/PhysRevE.65.041905
public final class JensenShannonDistance {

    public static final String NAME = "Jensen–Shannon divergence";

    private static final DivergenceTest TEST = new DivergenceTest(
            NAME,
            JensenShannonDistance::divergence,
            8 * Math.log(2),
            20,
            "in bits: 0 when all shares agree, 1 when the windows share no bin");

    private JensenShannonDistance() {}

    /// The distance, the root of the divergence.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double between(BinnedCounts reference, BinnedCounts current) {
        return Math.sqrt(divergence(reference, current));
    }

    /// The divergence in bits.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double divergence(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return divergence(reference.toArray(), current.toArray());
    }

    /// Mean divergence of two large windows drawn from one distribution.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        return TEST.expectedWithoutDrift(reference, current);
    }

    /// The divergence over deciles of the reference, with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        return TEST.test(reference, current, PopulationStabilityIndex.DEFAULT_BINS, rule);
    }

    /// The divergence over the categories seen in either window, with its verdict.
    public static DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        return TEST.test(reference, current, rule);
    }

    private static double divergence(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double r = reference[i] / n;
            double c = current[i] / m;
            double middle = (r + c) / 2;
            sum += term(r, middle) + term(c, middle);
        }
        return Math.clamp(sum / 2 / Math.log(2), 0.0, 1.0);
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }
}
