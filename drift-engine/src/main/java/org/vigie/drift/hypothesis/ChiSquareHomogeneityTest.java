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
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;

/// Chi-square test of homogeneity: do two windows have the same shares of each category?
///
/// ## Definition
///
/// ```text
/// χ² = Σ (O − E)² / E     over the 2 × k cells; E = row total · column total / grand total
/// V  = √(χ² / (n + m))    Cramér's V, the effect size
/// ```
///
/// ## Unit and range
///
/// χ² is dimensionless, in `[0, n + m]`; V is in `[0, 1]`, 0 for equal shares, 1 when no category is
/// shared.
///
/// ## Reading the value
///
/// χ² grows with the windows, V does not. The p-value comes from the χ² distribution with `k − 1`
/// degrees of freedom when every expected count is at least 5, and from seeded relabelling
/// ([CountRelabelling]) otherwise. A level that relabelling cannot reach is inconclusive.
///
/// ## Where this differs from the usual formula
///
/// The reference is a sample, not the truth: both rows have sampling error. (Tools that take the
/// reference shares as exact call equal windows drifted too often, and one category unseen in the
/// reference gives them an expected count of 0 and a p-value of 0.) A category unseen in one window is
/// a category like any other. There is no continuity correction.
///
/// ## Sources
///
/// 1. Pearson, K. (1900). *On the criterion that a given system of deviations…* Philosophical
///    Magazine 50(302), 157–175. doi:10.1080/14786440009463897
/// 2. Cochran, W. G. (1954). *Some methods for strengthening the common χ² tests.* Biometrics 10(4),
///    417–451. doi:10.2307/3001616
public final class ChiSquareHomogeneityTest {

    public static final String NAME = "chi-square of homogeneity";

    private static final double SMALLEST_EXPECTED = 5;

    private ChiSquareHomogeneityTest() {}

    /// The statistic χ²; 0 when only one category was seen.
    ///
    /// @throws IllegalArgumentException if a window is empty or the bins differ
    public static double statistic(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return statistic(reference.toArray(), current.toArray());
    }

    /// @throws IllegalArgumentException if a window is empty or the bins differ
    public static PValue pValue(BinnedCounts reference, BinnedCounts current, double level, long seed) {
        HomogeneityCounts.requireSameBins(reference, current);
        long[] r = reference.toArray();
        long[] c = current.toArray();
        if (HomogeneityCounts.occupied(r, c) == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (HomogeneityCounts.smallestExpected(r, c) >= SMALLEST_EXPECTED) {
            return limit(statistic(r, c), r, c);
        }
        return CountRelabelling.pValue(ChiSquareHomogeneityTest::statistic, r, c, level, seed);
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
        if (pValue.method() == PValueMethod.RESAMPLED && CountRelabelling.smallestPValue(rule.level()) > rule.level()) {
            var verdict = new DriftVerdict.Inconclusive(
                    "expected counts below 5 need relabelling, which cannot reach the level " + rule.level(),
                    Math.min(sizes.reference(), sizes.current()),
                    requiredForLimit(r.toArray(), c.toArray()));
            return DriftResult.inconclusive(NAME, verdict, sizes, rule);
        }
        double chiSquare = statistic(r, c);
        OptionalDouble threshold = pValue.method() == PValueMethod.LIMIT
                ? OptionalDouble.of(ChiSquaredDistribution.of(bins.size() - 1).inverseSurvivalProbability(rule.level()))
                : OptionalDouble.empty();
        return DriftResult.of(NAME, chiSquare, pValue, Optional.of(cramersV(r, c)), sizes, rule, threshold);
    }

    /// Cramér's V of the two rows.
    ///
    /// @throws IllegalArgumentException if a window is empty or the bins differ
    public static EffectSize cramersV(BinnedCounts reference, BinnedCounts current) {
        double v = Math.sqrt(statistic(reference, current) / ((double) reference.total() + current.total()));
        return new EffectSize(
                "Cramér's V", Math.min(1, v), "0 when all shares agree, 1 when the windows share no category");
    }

    static double statistic(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double both = (double) reference[i] + current[i];
            if (both > 0) {
                // both cells of the column at once: (r·m − c·n)² / (n·m·(r + c))
                double difference = reference[i] * m - current[i] * n;
                sum += difference / n * (difference / m) / both;
            }
        }
        return sum;
    }

    private static PValue limit(double chiSquare, long[] reference, long[] current) {
        double degrees = HomogeneityCounts.occupied(reference, current) - 1.0;
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
        return new PValue(p, PValueMethod.LIMIT);
    }

    private static long requiredForLimit(long[] reference, long[] current) {
        long fewest =
                Math.min(Arrays.stream(reference).sum(), Arrays.stream(current).sum());
        return (long) Math.ceil(fewest * SMALLEST_EXPECTED / HomogeneityCounts.smallestExpected(reference, current));
    }
}
