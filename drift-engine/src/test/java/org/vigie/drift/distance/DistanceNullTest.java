package org.vigie.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.hypothesis.CramerVonMisesTest;
import org.vigie.drift.hypothesis.CumulativeArea;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Wasserstein, energy, Kullback–Leibler, Hellinger and total variation: laws and their own nulls.
class DistanceNullTest {

    // ---- laws

    @Property(tries = 300)
    void searchingGivesWhatPassingGives(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 25) Integer> large,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -5, max = 30) Integer> small) {
        NumericWindow a = of(large);
        NumericWindow b = of(small);

        assertThat(WassersteinArea.bySearch(a, b)).isCloseTo(WassersteinArea.byPass(a, b), within(1e-10));
    }

    @Property(tries = 200)
    void theEnergyOfPairsIsTheAreaBetweenTheShares(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -10, max = 10) Double> x,
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -10, max = 10) Double> y) {
        double pairs = 2 * meanDistance(x, y) - meanDistance(x, x) - meanDistance(y, y);
        NumericWindow a = NumericWindow.of(x.stream().mapToDouble(v -> v).toArray());
        NumericWindow b = NumericWindow.of(y.stream().mapToDouble(v -> v).toArray());

        assertThat(EnergyDistance.squared(a, b)).isCloseTo(pairs, within(1e-9));
        assertThat(EnergyDistance.squared(b, a)).isCloseTo(EnergyDistance.squared(a, b), within(1e-9));
    }

    @Property(tries = 300)
    void divergencesKeepTheirBoundsAndAgreeWithEachOther(
            @ForAll @Size(4) List<@IntRange(max = 50) Integer> r,
            @ForAll @Size(4) List<@IntRange(max = 50) Integer> c) {
        if (r.stream().mapToInt(x -> x).sum() == 0
                || c.stream().mapToInt(x -> x).sum() == 0) {
            return;
        }
        BinnedCounts reference = counts(r);
        BinnedCounts current = counts(c);
        double tv = TotalVariation.between(reference, current);
        double h = HellingerDistance.between(reference, current);

        assertThat(tv).isBetween(0.0, 1.0).isCloseTo(TotalVariation.between(current, reference), within(1e-12));
        assertThat(h).isBetween(0.0, 1.0).isCloseTo(HellingerDistance.between(current, reference), within(1e-12));
        // Le Cam: H² ≤ TV ≤ H √(2 − H²)
        assertThat(tv).isBetween(h * h - 1e-12, h * Math.sqrt(2 - h * h) + 1e-7);
        assertThat(KullbackLeiblerDivergence.between(reference, current)
                        + KullbackLeiblerDivergence.between(current, reference))
                .isCloseTo(PopulationStabilityIndex.between(reference, current), within(1e-9));
    }

    @Test
    void divergencesOfTwoBinsByHand() {
        BinnedCounts reference = counts(List.of(1, 1, 0, 0));
        BinnedCounts current = counts(List.of(1, 3, 0, 0));

        assertThat(TotalVariation.between(reference, current)).isEqualTo(0.25);
        assertThat(HellingerDistance.squared(reference, current))
                .isCloseTo(1 - Math.sqrt(0.125) - Math.sqrt(0.375), within(1e-15));
        // shares with half a count: 1.5/4, 1.5/4, 0.5/4, 0.5/4 and 1.5/6, 3.5/6, 0.5/6, 0.5/6
        assertThat(KullbackLeiblerDivergence.between(reference, current))
                .isCloseTo(
                        0.25 * Math.log(0.25 / 0.375)
                                + 3.5 / 6 * Math.log(3.5 / 6 / 0.375)
                                + Math.log(0.5 / 6 / 0.125) / 6,
                        within(1e-15));
    }

    // ---- theory

    @Test
    void meansWithoutDriftAreAsExpected() {
        var random = new SplittableRandom(20_261_121);
        QuantileBins bins = QuantileBins.fit(normal(random, 100_000, 0), 10);
        double kl = 0;
        double hellinger = 0;
        double tv = 0;
        int runs = 1_000;
        BinnedCounts r = bins.count(normal(random, 2_000, 0));
        BinnedCounts c = bins.count(normal(random, 500, 0));
        for (int run = 0; run < runs; run++) {
            r = bins.count(normal(random, 2_000, 0));
            c = bins.count(normal(random, 500, 0));
            kl += KullbackLeiblerDivergence.between(r, c) / runs;
            hellinger += HellingerDistance.squared(r, c) / runs;
            tv += TotalVariation.between(r, c) / runs;
        }
        // standard errors 1.5, 1.5 and 0.8 %
        assertThat(kl).isCloseTo(KullbackLeiblerDivergence.expectedWithoutDrift(r, c), withinPercentage(7));
        assertThat(hellinger).isCloseTo(HellingerDistance.expectedWithoutDrift(r, c), withinPercentage(7));
        assertThat(tv).isCloseTo(TotalVariation.expectedWithoutDrift(r, c), withinPercentage(4));
    }

    @ParameterizedTest(name = "n {0}, m {1}")
    @CsvSource({"200, 60", "2000, 500", "60, 25"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m) {
        var random = new SplittableRandom(3);
        int runs = 800;
        int[] alarms = new int[5];
        for (int run = 0; run < runs; run++) {
            NumericWindow reference = normal(random, n, 0);
            NumericWindow current = normal(random, m, 0);
            DecisionRule rule = DecisionRule.atLevel(0.05).withSeed(run);
            List<DriftResult> results = all(reference, current, rule);
            for (int i = 0; i < alarms.length; i++) {
                alarms[i] += results.get(i).verdict() instanceof DriftVerdict.Drifted ? 1 : 0;
            }
        }
        // binomial standard error 0.8 %
        for (int alarm : alarms) {
            assertThat((double) alarm / runs).isBetween(0.022, 0.08);
        }
    }

    @Test
    void theLimitOfTheEnergyOfAUniformVariableIsThatOfCramerAndVonMises() {
        var random = new SplittableRandom(8);
        NumericWindow reference = uniform(random, 2_500, 0);
        NumericWindow current = uniform(random, 2_000, 0.015);
        var limit = CumulativeArea.ofSquares(reference, current, 0.01, 1);
        double[] fewer = current.sorted();
        fewer[0] -= 300; // one value far out: the limit may not be used

        assertThat(limit.method()).isEqualTo(PValueMethod.LIMIT);
        assertThat(CumulativeArea.ofSquares(reference, NumericWindow.of(fewer), 0.01, 1)
                        .method())
                .isEqualTo(PValueMethod.RESAMPLED);
        // for a uniform variable the area is that of Cramér and von Mises, but for the spacing of its values
        assertThat(limit.value())
                .isCloseTo(
                        CramerVonMisesTest.pValue(reference, current, 0.01, 1).value(), withinPercentage(10));
    }

    // ---- edge cases

    @Test
    void everyDistanceSeesAShift() {
        var random = new SplittableRandom(4);
        for (DriftResult result : all(normal(random, 400, 0), normal(random, 150, 0.7), DecisionRule.atLevel(0.001))) {
            assertThat(result.verdict()).as(result.statistic()).isInstanceOf(DriftVerdict.Drifted.class);
        }
    }

    @Test
    void constantsAreComparedByValue() {
        NumericWindow five = constant(5, 30);
        DecisionRule rule = DecisionRule.atLevel(0.01);

        assertThat(WassersteinDistance.test(five, constant(5, 25), rule).verdict())
                .isEqualTo(new DriftVerdict.Stable(1, 0.01));
        assertThat(EnergyDistance.test(five, constant(5, 25), rule).verdict())
                .isEqualTo(new DriftVerdict.Stable(1, 0.01));
        assertThat(WassersteinDistance.test(five, constant(6, 25), rule).verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(EnergyDistance.test(five, constant(6, 25), rule).verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(EnergyDistance.scaled(five, constant(6, 25))).isEmpty();
    }

    @Test
    void aLevelThatRelabellingCannotReachIsInconclusive() {
        assertThat(WassersteinDistance.test(constant(5, 30), constant(6, 25), DecisionRule.atLevel(1e-7))
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "the p-value comes from relabelling, which cannot reach the level 1.0E-7", 25, 25));
    }

    private static List<DriftResult> all(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        QuantileBins bins = QuantileBins.fit(reference, 5);
        BinnedCounts r = bins.count(reference);
        BinnedCounts c = bins.count(current);
        WindowSizes sizes = WindowSizes.of(reference, current);
        return List.of(
                WassersteinDistance.test(reference, current, rule),
                EnergyDistance.test(reference, current, rule),
                KullbackLeiblerDivergence.test(r, c, sizes, rule),
                HellingerDistance.test(r, c, sizes, rule),
                TotalVariation.test(r, c, sizes, rule));
    }

    private static double meanDistance(List<Double> x, List<Double> y) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                sum += Math.abs(a - b);
            }
        }
        return sum / x.size() / y.size();
    }

    private static BinnedCounts counts(List<Integer> counts) {
        return new BinnedCounts(
                new QuantileBins(List.of(1.0, 2.0, 3.0)),
                counts.stream().map(Integer::longValue).toList());
    }

    private static NumericWindow of(List<Integer> values) {
        return NumericWindow.of(
                values.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static NumericWindow constant(double value, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> value).limit(size).toArray());
    }

    private static NumericWindow uniform(SplittableRandom random, int size, double shift) {
        return NumericWindow.of(DoubleStream.generate(() -> random.nextDouble() + shift)
                .limit(size)
                .toArray());
    }

    private static NumericWindow normal(SplittableRandom random, int size, double mean) {
        return NumericWindow.of(DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray());
    }
}
