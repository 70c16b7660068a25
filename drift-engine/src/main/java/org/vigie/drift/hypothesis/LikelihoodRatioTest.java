package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;

/// Likelihood-ratio test of homogeneity, the G test: do two windows have the same shares of each category?
///
/// ## Definition
///
/// ```text
/// G = 2 Σ O · ln(O / E)     over the 2 × k cells; E = row total · column total / grand total
/// ```
///
/// ## Unit and range
///
/// Dimensionless (natural logarithm), in `[0, ∞)`; 0 exactly when the shares agree.
///
/// ## Reading the value
///
/// G is `2(n + m)` times the mutual information of window and category in nats. For large windows it has
/// the law of χ² with `k − 1` degrees of freedom \[1], used when every expected count is at least 5; below
/// that the p-value comes from seeded relabelling ([CountRelabelling]). A level that relabelling cannot
/// reach is inconclusive. The effect is Cramér's V, corrected for bias ([CramersV]).
///
/// ## Where this differs from the usual formula
///
/// Both windows are samples, of any sizes; tools that take the reference's counts as exact need equal
/// sizes and answer p = 0 to one unseen category. There is no continuity correction.
///
/// ## Sources
///
/// 1. Wilks, S. S. (1938). *The large-sample distribution of the likelihood ratio for testing composite
///    hypotheses.* Annals of Mathematical Statistics 9(1), 60–62. doi:10.1214/aoms/1177732360
public final class LikelihoodRatioTest {

    public static final String NAME = "likelihood ratio of homogeneity";

    private static final double SMALLEST_EXPECTED = 5;

    private LikelihoodRatioTest() {}

    /// The statistic G; 0 when only one category was seen.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double statistic(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return statistic(reference.toArray(), current.toArray());
    }

    /// @throws IllegalArgumentException if the bins differ
    public static PValue pValue(BinnedCounts reference, BinnedCounts current, double level, long seed) {
        HomogeneityCounts.requireSameBins(reference, current);
        long[] r = reference.toArray();
        long[] c = current.toArray();
        int categories = HomogeneityCounts.occupied(r, c);
        if (categories == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (HomogeneityCounts.smallestExpected(r, c) >= SMALLEST_EXPECTED) {
            double p = ChiSquaredDistribution.of(categories - 1).survivalProbability(statistic(r, c));
            return new PValue(p, PValueMethod.LIMIT);
        }
        return CountRelabelling.pValue(LikelihoodRatioTest::statistic, r, c, level, seed);
    }

    /// The test with its verdict.
    public static DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        CategoryBins bins = CategoryBins.covering(reference, current);
        BinnedCounts r = bins.count(reference);
        BinnedCounts c = bins.count(current);
        PValue pValue = pValue(r, c, rule.level(), rule.seed());
        Optional<DriftVerdict> outOfReach = RelabellingReach.of(pValue, sizes, rule);
        if (outOfReach.isPresent()) {
            return DriftResult.inconclusive(NAME, outOfReach.get(), sizes, rule);
        }
        OptionalDouble threshold = pValue.method() == PValueMethod.LIMIT
                ? OptionalDouble.of(ChiSquaredDistribution.of(bins.size() - 1).inverseSurvivalProbability(rule.level()))
                : OptionalDouble.empty();
        return DriftResult.of(
                NAME, statistic(r, c), pValue, Optional.of(CramersV.corrected(r, c)), sizes, rule, threshold);
    }

    static double statistic(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double both = (double) reference[i] + current[i];
            sum += term(reference[i], both * n / (n + m)) + term(current[i], both * m / (n + m));
        }
        return Math.max(0, 2 * sum);
    }

    private static double term(long observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
