package org.vigie.drift.distance;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.hypothesis.CountRelabelling;
import org.vigie.drift.hypothesis.CountRelabelling.CountStatistic;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Judges a divergence of binned windows whose null is, for large windows, a multiple of χ².
///
/// @param name of the statistic
/// @param divergence of two rows of counts
/// @param chiSquarePerUnit what the value is multiplied by, besides `n·m / (n + m)`, to become χ²
/// @param limitFrom smallest expected count from which the limit keeps its level
/// @param meaning of the value as an effect size
record DivergenceTest(
        String name, CountStatistic divergence, double chiSquarePerUnit, double limitFrom, String meaning) {

    /// Over quantile bins of the reference.
    DriftResult test(NumericWindow reference, NumericWindow current, int bins, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        return rule.onTooLittleData(sizes)
                .map(tooLittle -> DriftResult.inconclusive(name, tooLittle, sizes, rule))
                .orElseGet(() -> {
                    QuantileBins quantiles = QuantileBins.fit(reference, bins);
                    return test(quantiles.count(reference), quantiles.count(current), sizes, rule);
                });
    }

    /// Over the categories seen in either window.
    DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        return rule.onTooLittleData(sizes)
                .map(tooLittle -> DriftResult.inconclusive(name, tooLittle, sizes, rule))
                .orElseGet(() -> {
                    CategoryBins categories = CategoryBins.covering(reference, current);
                    return test(categories.count(reference), categories.count(current), sizes, rule);
                });
    }

    DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule) {
        HomogeneityCounts.requireSameBins(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(name, tooLittle.get(), sizes, rule);
        }
        long[] r = reference.toArray();
        long[] c = current.toArray();
        double value = divergence.of(r, c);
        PValue pValue = pValue(r, c, value, rule);
        if (pValue.method() == PValueMethod.RESAMPLED && CountRelabelling.smallestPValue(rule.level()) > rule.level()) {
            long fewest = Math.min(sizes.reference(), sizes.current());
            var verdict = new DriftVerdict.Inconclusive(
                    "expected counts below " + limitFrom + " need relabelling, which cannot reach the level "
                            + rule.level(),
                    fewest,
                    (long) Math.ceil(fewest * limitFrom / HomogeneityCounts.smallestExpected(r, c)));
            return DriftResult.inconclusive(name, verdict, sizes, rule);
        }
        OptionalDouble threshold = pValue.method() == PValueMethod.LIMIT
                ? OptionalDouble.of(criticalValue(reference, current, rule.level()))
                : OptionalDouble.empty();
        return DriftResult.of(
                        name, value, pValue, Optional.of(new EffectSize(name, value, meaning)), sizes, rule, threshold)
                .countedOver(reference.bins());
    }

    private PValue pValue(long[] reference, long[] current, double value, DecisionRule rule) {
        int occupied = HomogeneityCounts.occupied(reference, current);
        if (occupied < 2) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (HomogeneityCounts.smallestExpected(reference, current) >= limitFrom) {
            double unit =
                    unit(Arrays.stream(reference).sum(), Arrays.stream(current).sum());
            double p = ChiSquaredDistribution.of(occupied - 1).survivalProbability(value / unit);
            return new PValue(p, PValueMethod.LIMIT);
        }
        return CountRelabelling.pValue(divergence, reference, current, rule.level(), rule.seed());
    }

    /// Value whose p-value is the level, from the limiting distribution.
    double criticalValue(BinnedCounts reference, BinnedCounts current, double level) {
        HomogeneityCounts.requireSameBins(reference, current);
        int degrees = HomogeneityCounts.occupied(reference.toArray(), current.toArray()) - 1;
        return degrees < 1
                ? 0
                : unit(reference.total(), current.total())
                        * ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(level);
    }

    /// Mean of the limiting distribution when nothing drifted.
    double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return (reference.bins().size() - 1) * unit(reference.total(), current.total());
    }

    private double unit(long n, long m) {
        return (1.0 / n + 1.0 / m) / chiSquarePerUnit;
    }
}
