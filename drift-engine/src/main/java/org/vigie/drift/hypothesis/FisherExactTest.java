package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;

/// Fisher's exact test of two windows over any number of categories (Freeman–Halton).
///
/// ## Definition
///
/// Given the sizes of the windows and how often each category occurs in both together, the table of counts
/// has the multivariate hypergeometric law when nothing drifted. The p-value is the probability of all
/// tables that are at most as probable as the observed one (up to a relative `1e-7` for rounding).
///
/// ## Unit and range
///
/// The statistic is minus the natural logarithm of the observed table's probability, in `[0, ∞)`.
///
/// ## Reading the value
///
/// Exact however small the windows are. Two categories are left to commons-statistics; more are enumerated
/// while there are at most two million tables, and beyond that the p-value comes from seeded relabelling
/// with the same statistic ([CountRelabelling]); [PValue#method] says which.
///
/// ## Sources
///
/// 1. Fisher, R. A. (1922). *On the interpretation of χ² from contingency tables, and the calculation of P.*
///    Journal of the Royal Statistical Society 85(1), 87–94. doi:10.2307/2340521
/// 2. Freeman, G. H., & Halton, J. H. (1951). *Note on an exact treatment of contingency, goodness of fit and
///    other problems of significance.* Biometrika 38(1/2), 141–149. doi:10.1093/biomet/38.1-2.141
public final class FisherExactTest {

    public static final String NAME = "Fisher's exact test";

    private static final double MOST_TABLES = 2e6;
    private static final double ROUNDING = 1e-7;

    private FisherExactTest() {}

    /// Minus the logarithm of the probability of the observed table.
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
        int[] occupied =
                IntStream.range(0, r.length).filter(i -> r[i] + c[i] > 0).toArray();
        if (occupied.length == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        long[] both = Arrays.stream(occupied).mapToLong(i -> r[i] + c[i]).toArray();
        long hand = Math.min(reference.total(), current.total());
        if (occupied.length == 2 && reference.total() + current.total() <= Integer.MAX_VALUE) {
            return new PValue(ofTwo(r, c, occupied), PValueMethod.EXACT);
        }
        if (tables(both, hand) <= MOST_TABLES) {
            double limit = -statistic(r, c) + ROUNDING;
            double p = new Enumeration(both, limit).sum(0, hand, -logChoose(total(both), hand));
            return new PValue(Math.clamp(p, 0.0, 1.0), PValueMethod.EXACT);
        }
        return CountRelabelling.pValue(FisherExactTest::statistic, r, c, level, seed);
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
        return RelabellingReach.of(pValue, sizes, rule)
                .map(outOfReach -> DriftResult.inconclusive(NAME, outOfReach, sizes, rule))
                .orElseGet(() -> DriftResult.of(
                        NAME,
                        statistic(r, c),
                        pValue,
                        Optional.of(CramersV.corrected(r, c)),
                        sizes,
                        rule,
                        OptionalDouble.empty()));
    }

    static double statistic(long[] reference, long[] current) {
        double sum = logChoose(total(reference) + total(current), total(reference));
        for (int i = 0; i < reference.length; i++) {
            sum -= logChoose(reference[i] + current[i], reference[i]);
        }
        return Math.max(0, sum);
    }

    private static double ofTwo(long[] reference, long[] current, int[] occupied) {
        int[][] table = Arrays.stream(occupied)
                .mapToObj(i -> new int[] {(int) reference[i], (int) current[i]})
                .toArray(int[][]::new);
        return org.apache.commons.statistics.inference.FisherExactTest.withDefaults()
                .test(table)
                .getPValue();
    }

    /// A bound on the number of tables: the last column follows from the others.
    private static double tables(long[] both, long hand) {
        double tables = 1;
        for (int i = 0; i < both.length - 1; i++) {
            tables *= Math.min(both[i], hand) + 1.0;
        }
        return tables;
    }

    /// Adds up the tables of given column totals that are at most as probable as `limit`.
    private record Enumeration(long[] both, double limit) {

        double sum(int column, long left, double logProbability) {
            if (column == both.length - 1) {
                if (left > both[column]) {
                    return 0;
                }
                double whole = logProbability + logChoose(both[column], left);
                return whole <= limit ? Math.exp(whole) : 0;
            }
            double sum = 0;
            for (long x = 0; x <= Math.min(both[column], left); x++) {
                sum += sum(column + 1, left - x, logProbability + logChoose(both[column], x));
            }
            return sum;
        }
    }

    private static double logChoose(long n, long k) {
        return k == 0 || k == n ? 0 : Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }

    private static long total(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
