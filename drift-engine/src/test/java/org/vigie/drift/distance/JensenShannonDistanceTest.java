package org.vigie.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

class JensenShannonDistanceTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "jensen_shannon.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithNannyMl(String name, String reference, String current, double distance) {
        assertThat(JensenShannonDistance.between(counts(reference), counts(current)))
                .isCloseTo(distance, within(1e-8));
    }

    // ---- laws

    @Property
    void isSymmetricAndBetweenZeroAndOne(
            @ForAll @Size(5) List<@LongRange(max = 1_000) Long> reference,
            @ForAll @Size(5) List<@LongRange(max = 1_000) Long> current) {
        double distance = JensenShannonDistance.between(nonEmpty(reference), nonEmpty(current));

        assertThat(distance).isBetween(0.0, 1.0);
        assertThat(JensenShannonDistance.between(nonEmpty(current), nonEmpty(reference)))
                .isCloseTo(distance, within(1e-9));
    }

    @Property
    void keepsTheTriangleInequality(
            @ForAll @Size(4) List<@LongRange(max = 100) Long> a,
            @ForAll @Size(4) List<@LongRange(max = 100) Long> b,
            @ForAll @Size(4) List<@LongRange(max = 100) Long> c) {
        assertThat(JensenShannonDistance.between(nonEmpty(a), nonEmpty(c)))
                .isLessThanOrEqualTo(JensenShannonDistance.between(nonEmpty(a), nonEmpty(b))
                        + JensenShannonDistance.between(nonEmpty(b), nonEmpty(c))
                        + 1e-9);
    }

    // ---- theory

    @Test
    void averagesToItsExpectationWhenNothingDrifts() {
        var random = new SplittableRandom(11);
        NumericWindow reference = normal(random, 100_000);
        QuantileBins bins = QuantileBins.fit(reference, 10);
        double mean = IntStream.range(0, 2_000)
                .mapToDouble(run -> JensenShannonDistance.divergence(
                        bins.count(normal(random, 2_000)), bins.count(normal(random, 500))))
                .average()
                .orElseThrow();
        double expected = JensenShannonDistance.expectedWithoutDrift(
                bins.count(normal(random, 2_000)), bins.count(normal(random, 500)));

        assertThat(mean).isCloseTo(expected, withinPercentage(3));
    }

    @ParameterizedTest(name = "m {0}")
    @ValueSource(ints = {25, 60, 300})
    void falseAlarmsAreAsManyAsTheLevelSays(int m) {
        var random = new SplittableRandom(12);
        int runs = 2_000;
        int jensenShannon = 0;
        int stability = 0;
        for (int run = 0; run < runs; run++) {
            NumericWindow reference = normal(random, 300);
            NumericWindow current = normal(random, m);
            DecisionRule rule = DecisionRule.atLevel(0.05).withSeed(run);
            jensenShannon += isDrifted(JensenShannonDistance.test(reference, current, rule)) ? 1 : 0;
            stability += isDrifted(PopulationStabilityIndex.test(reference, current, rule)) ? 1 : 0;
        }
        // binomial standard error 0.5 %; bins fitted to the reference and a limiting law add a little
        assertThat((double) jensenShannon / runs).isBetween(0.025, 0.07);
        assertThat((double) stability / runs).isBetween(0.025, 0.07);
    }

    // ---- edge cases

    @Test
    void windowsThatShareNoCategoryAreOneApart() {
        assertThat(JensenShannonDistance.between(counts("6 4 0 0"), counts("0 0 5 5")))
                .isEqualTo(1);
    }

    @Test
    void constantsThatAgreeAreStable() {
        DriftResult result = JensenShannonDistance.test(constant(5, 30), constant(5, 30), DecisionRule.atLevel(0.01));

        assertThat(result.value()).hasValue(0);
        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void aConstantThatMovedUpDrifted() {
        assertThat(isDrifted(JensenShannonDistance.test(constant(5, 30), constant(6, 30), DecisionRule.atLevel(0.01))))
                .isTrue();
    }

    @Test
    void aConstantThatMovedDownIsInTheSameBin() {
        // the bins of a constant 5 are (−∞, 5] and (5, ∞): a reason to decide by Kolmogorov–Smirnov
        assertThat(isDrifted(JensenShannonDistance.test(constant(5, 30), constant(4, 30), DecisionRule.atLevel(0.01))))
                .isFalse();
    }

    @Test
    void thinWindowsAreInconclusive() {
        assertThat(JensenShannonDistance.test(constant(5, 30), constant(5, 3), DecisionRule.atLevel(0.01))
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 3 observations, 20 are required", 3, 20));
    }

    @Test
    void labelsAreComparedOverAllCategories() {
        CategoricalWindow reference = labels("PA", 50, "AP", 50);
        DriftResult result =
                JensenShannonDistance.test(reference, labels("PA", 50, "LL", 50), DecisionRule.atLevel(0.01));

        // half of the cases in a category of their own: ½ bit
        assertThat(result.value().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(result.method()).hasValue(PValueMethod.LIMIT);
        assertThat(isDrifted(result)).isTrue();
    }

    @Test
    void rejectsDifferentBins() {
        assertThatThrownBy(() -> JensenShannonDistance.between(counts("1 2"), counts("1 2 3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bins differ");
    }

    // ---- fixtures

    private static boolean isDrifted(DriftResult result) {
        return result.verdict() instanceof DriftVerdict.Drifted;
    }

    private static CategoricalWindow labels(String first, int times, String second, int otherTimes) {
        return CategoricalWindow.of(Stream.concat(
                        Stream.generate(() -> first).limit(times),
                        Stream.generate(() -> second).limit(otherTimes))
                .toList());
    }

    private static NumericWindow constant(double value, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> value).limit(size).toArray());
    }

    private static NumericWindow normal(SplittableRandom random, int size) {
        return NumericWindow.of(
                DoubleStream.generate(random::nextGaussian).limit(size).toArray());
    }

    private static BinnedCounts nonEmpty(List<Long> counts) {
        return counts(counts.stream().map(count -> count + 1).toList());
    }

    private static BinnedCounts counts(String spaced) {
        return counts(Stream.of(spaced.split(" ")).map(Long::valueOf).toList());
    }

    private static BinnedCounts counts(List<Long> counts) {
        return new BinnedCounts(
                new CategoryBins(IntStream.range(0, counts.size())
                        .mapToObj(i -> "c" + (100 + i))
                        .toList()),
                counts);
    }
}
