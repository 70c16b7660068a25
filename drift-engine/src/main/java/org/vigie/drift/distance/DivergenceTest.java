package org.vigie.drift.distance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.TwoSampleResampling;
import org.vigie.drift.hypothesis.TwoSampleResampling.CountStatistic;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;

/// Judges a divergence of binned windows whose null is, for large windows, a multiple of χ².
///
/// @param name of the statistic
/// @param divergence of two rows of counts
/// @param chiSquarePerUnit what the value is multiplied by, besides `n·m / (n + m)`, to become χ²
/// @param limitFrom smallest expected count from which the limit keeps its level
record DivergenceTest(String name, CountStatistic divergence, double chiSquarePerUnit, double limitFrom) {

    DriftResult test(
            BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule, String meaning) {
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(name, tooLittle.get(), sizes, rule);
        }
        double value = divergence.of(reference.toArray(), current.toArray());
        PValue pValue = pValue(reference, current, rule);
        if (pValue.method() == PValueMethod.RESAMPLED
                && TwoSampleResampling.smallestPValue(rule.level()) > rule.level()) {
            long fewest = Math.min(sizes.reference(), sizes.current());
            var verdict = new DriftVerdict.Inconclusive(
                    "expected counts below " + limitFrom + " need relabelling, which cannot reach the level "
                            + rule.level(),
                    fewest,
                    (long) Math.ceil(fewest * limitFrom / smallestExpected(reference, current)));
            return DriftResult.inconclusive(name, verdict, sizes, rule);
        }
        OptionalDouble threshold = pValue.method() == PValueMethod.LIMIT
                ? OptionalDouble.of(criticalValue(reference, current, rule.level()))
                : OptionalDouble.empty();
        return DriftResult.of(
                        name, value, pValue, Optional.of(new EffectSize(name, value, meaning)), sizes, rule, threshold)
                .countedOver(reference.bins());
    }

    PValue pValue(BinnedCounts reference, BinnedCounts current, DecisionRule rule) {
        if (occupied(reference, current) < 2) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (smallestExpected(reference, current) >= limitFrom) {
            double value = divergence.of(reference.toArray(), current.toArray());
            double p = ChiSquaredDistribution.of(occupied(reference, current) - 1)
                    .survivalProbability(value / unit(reference, current));
            return new PValue(p, PValueMethod.LIMIT);
        }
        return TwoSampleResampling.pValue(
                divergence, reference.toArray(), current.toArray(), rule.level(), rule.seed());
    }

    /// Value whose p-value is the level, from the limiting distribution.
    double criticalValue(BinnedCounts reference, BinnedCounts current, double level) {
        int degrees = occupied(reference, current) - 1;
        return degrees < 1
                ? 0
                : unit(reference, current) * ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(level);
    }

    /// Mean of the limiting distribution when nothing drifted.
    double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        return (reference.bins().size() - 1) * unit(reference, current);
    }

    private double unit(BinnedCounts reference, BinnedCounts current) {
        return (1.0 / reference.total() + 1.0 / current.total()) / chiSquarePerUnit;
    }

    private static int occupied(BinnedCounts reference, BinnedCounts current) {
        int occupied = 0;
        for (int i = 0; i < reference.bins().size(); i++) {
            if (reference.counts().get(i) + current.counts().get(i) > 0) {
                occupied++;
            }
        }
        return occupied;
    }

    private static double smallestExpected(BinnedCounts reference, BinnedCounts current) {
        double n = reference.total();
        double m = current.total();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < reference.bins().size(); i++) {
            double both = (double) reference.counts().get(i) + current.counts().get(i);
            if (both > 0) {
                smallest = Math.min(smallest, both * Math.min(n, m) / (n + m));
            }
        }
        return smallest;
    }

    static void requireSameBins(BinnedCounts reference, BinnedCounts current) {
        if (!reference.bins().equals(current.bins())) {
            throw new IllegalArgumentException("bins differ: " + reference.bins() + " and " + current.bins());
        }
    }
}
