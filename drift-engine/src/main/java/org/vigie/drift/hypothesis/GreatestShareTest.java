package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
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

/// L∞ test: the greatest change of a category's share, against what sampling alone would give.
///
/// ## Definition
///
/// ```text
/// L∞ = max |cᵢ − rᵢ|     over the categories, r and c the shares in the two windows
/// ```
///
/// ## Unit and range
///
/// A share, in `[0, 1]`.
///
/// ## Reading the value
///
/// It names one category and its change: easy to act on, and blind to many small changes. Without drift it is
/// about `√(1/n + 1/m) / 2` for a category of one half. When every expected count is at least 5 the p-value is
/// that of the limiting multinormal law of the differences, drawn with a seed; below that it comes from seeded
/// relabelling ([CountRelabelling]).
///
/// ## Where this differs from the usual formula
///
/// Other tools compare L∞ with a constant (0.1, 0.3), or subtract `1.8 √((n + m) / nm)`, which is right for one
/// category of one half only.
public final class GreatestShareTest {

    public static final String NAME = "greatest change of a share";

    private static final double SMALLEST_EXPECTED = 5;

    private GreatestShareTest() {}

    /// L∞ of two windows counted over the same bins.
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
        if (HomogeneityCounts.occupied(r, c) == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (HomogeneityCounts.smallestExpected(r, c) < SMALLEST_EXPECTED) {
            return CountRelabelling.pValue(GreatestShareTest::statistic, r, c, level, seed);
        }
        var law = new Law(r, c, new SplittableRandom(seed));
        return SequentialMonteCarlo.pValue(statistic(r, c), law::draw, level);
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
                        Optional.of(effect(bins, r, c)),
                        sizes,
                        rule,
                        OptionalDouble.empty()));
    }

    private static EffectSize effect(CategoryBins bins, BinnedCounts reference, BinnedCounts current) {
        int greatest = 0;
        for (int i = 1; i < bins.size(); i++) {
            if (Math.abs(change(i, reference, current)) > Math.abs(change(greatest, reference, current))) {
                greatest = i;
            }
        }
        return new EffectSize(
                NAME,
                change(greatest, reference, current),
                "change of the share of '" + bins.labels().get(greatest) + "', the greatest of all categories");
    }

    private static double change(int category, BinnedCounts reference, BinnedCounts current) {
        return (double) current.counts().get(category) / current.total()
                - (double) reference.counts().get(category) / reference.total();
    }

    static double statistic(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double greatest = 0;
        for (int i = 0; i < reference.length; i++) {
            greatest = Math.max(greatest, Math.abs(current[i] / m - reference[i] / n));
        }
        return greatest;
    }

    /// The limiting law of L∞: differences with covariance `(1/n + 1/m)(diag p − p pᵀ)`, p the pooled shares.
    private static final class Law {

        private final double[] root;
        private final double[] normals;
        private final double scale;
        private final SplittableRandom random;

        Law(long[] reference, long[] current, SplittableRandom random) {
            double n = Arrays.stream(reference).sum();
            double m = Arrays.stream(current).sum();
            root = new double[reference.length];
            Arrays.setAll(root, i -> Math.sqrt(((double) reference[i] + current[i]) / (n + m)));
            normals = new double[root.length];
            scale = Math.sqrt(1 / n + 1 / m);
            this.random = random;
        }

        double draw() {
            double along = 0;
            for (int i = 0; i < root.length; i++) {
                normals[i] = random.nextGaussian();
                along += root[i] * normals[i];
            }
            double greatest = 0;
            for (int i = 0; i < root.length; i++) {
                greatest = Math.max(greatest, root[i] * Math.abs(normals[i] - root[i] * along));
            }
            return scale * greatest;
        }
    }
}
