package org.vigie.drift.distance;

import java.util.Arrays;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Population stability index (PSI): how far the binned distribution of one variable has moved
/// from the reference window to the current window.
///
/// ## Definition
///
/// ```text
/// PSI = Σ (cᵢ − rᵢ) · ln(cᵢ / rᵢ)     over the bins i = 1 … B
///
/// rᵢ  = (nᵢ + α) / (n + αB)           share of bin i among the n reference observations
/// cᵢ  = (mᵢ + α) / (m + αB)           share of bin i among the m current observations
/// α   = 1/2                           pseudo-count, so that an empty bin stays finite
/// ```
///
/// ## Unit and range
///
/// Dimensionless (natural logarithm), in `[0, ∞)`. It is 0 exactly when all shares agree, and
/// exchanging the windows does not change it: it is Jeffreys' symmetric divergence \[1].
///
/// ## Reading the value
///
/// With no drift at all PSI is not 0: for large windows it is `(1/n + 1/m)` times a χ² variable
/// with `B − 1` degrees of freedom \[2]. Compare it with [#expectedWithoutDrift] and
/// [#criticalValue]; the cut-offs 0.10 and 0.25 found in credit scoring ignore the window sizes.
/// Where an expected count is below 5 the p-value comes from seeded relabelling instead.
///
/// ## Where this differs from the usual formula
///
/// Without α an empty bin makes PSI infinite. Putting a tiny constant in place of a zero share, as
/// other libraries do, lets that constant decide the value; α keeps the shares summing to 1.
///
/// ## Sources
///
/// 1. Jeffreys, H. (1946). *An invariant form for the prior probability in estimation problems.*
///    Proceedings of the Royal Society A 186, 453–461. doi:10.1098/rspa.1946.0056
/// 2. Yurdakul, B., & Naranjo, J. (2020). *Statistical properties of the population stability
///    index.* Journal of Risk Model Validation 14(4). doi:10.21314/JRMV.2020.227
public final class PopulationStabilityIndex {

    public static final String NAME = "population stability index";

    /// Bins of a numeric variable unless told otherwise: deciles of the reference.
    public static final int DEFAULT_BINS = 10;

    private static final double PSEUDO_COUNT = 0.5;
    private static final DivergenceTest TEST = new DivergenceTest(
            NAME,
            PopulationStabilityIndex::between,
            1,
            5,
            "0 when all shares agree; grows with the change of shares, whatever its direction");

    private PopulationStabilityIndex() {}

    /// PSI between two windows counted over the same bins.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double between(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return between(reference.toArray(), current.toArray());
    }

    /// Mean PSI of two large windows drawn from one distribution: `(B − 1)(1/n + 1/m)`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        return TEST.expectedWithoutDrift(reference, current);
    }

    /// PSI that two large windows drawn from one distribution exceed with probability `level`.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double criticalValue(BinnedCounts reference, BinnedCounts current, double level) {
        return TEST.criticalValue(reference, current, level);
    }

    /// The index over deciles of the reference, with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        return TEST.test(reference, current, DEFAULT_BINS, rule);
    }

    /// The index over the categories seen in either window, with its verdict.
    public static DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        return TEST.test(reference, current, rule);
    }

    private static double between(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum() + PSEUDO_COUNT * reference.length;
        double m = Arrays.stream(current).sum() + PSEUDO_COUNT * current.length;
        double psi = 0;
        for (int i = 0; i < reference.length; i++) {
            double r = (reference[i] + PSEUDO_COUNT) / n;
            double c = (current[i] + PSEUDO_COUNT) / m;
            psi += (c - r) * Math.log(c / r);
        }
        return psi;
    }
}
