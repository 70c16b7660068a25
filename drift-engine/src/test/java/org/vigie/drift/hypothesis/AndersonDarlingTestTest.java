package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.vigie.drift.OracleSamples.window;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

class AndersonDarlingTestTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "anderson_darling.oracle.csv", delimiter = ';', useHeadersInDisplayName = true)
    void agreesWithScipy(String name, String windows, double a2) {
        List<NumericWindow> all =
                Arrays.stream(windows.split("\\|")).map(w -> window(w.trim())).toList();

        assertThat(AndersonDarlingTest.statistic(all)).isCloseTo(a2, within(1e-12));
    }

    @ParameterizedTest(name = "{0} degrees, {1}")
    @CsvFileSource(resources = "anderson_darling_limit.oracle.csv", useHeadersInDisplayName = true)
    void theLimitAgreesWithImhofsIntegral(int degrees, double x, double p) {
        assertThat(AndersonDarlingLaw.limitSurvival(x, degrees)).isCloseTo(p, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "2", "5", "12", "30", "100"})
    void theLimitOfThreeWindowsIsAKnownSeries(double x) {
        // Σ λⱼ χ²ⱼ(2) is a sum of exponential variables: P = Σ (−1)^(j−1) (2j + 1) exp(−j (j + 1) x / 2)
        double series = 0;
        for (int j = 60; j >= 1; j--) {
            series += (j % 2 == 1 ? 1 : -1) * (2 * j + 1) * Math.exp(-j * (j + 1) * x / 2);
        }
        assertThat(AndersonDarlingLaw.limitSurvival(x, 2)).isCloseTo(series, withinPercentage(1e-6));
    }

    @Test
    void threeWindowsHaveTwoDegrees() {
        var random = new SplittableRandom(3);
        List<NumericWindow> windows =
                List.of(normal(random, 2_000, 0, 0), normal(random, 2_000, 0.03, 0), normal(random, 2_000, 0.06, 0));
        double limit = AndersonDarlingLaw.limitSurvival(AndersonDarlingTest.statistic(windows), 2);

        assertThat(AndersonDarlingTest.pValue(windows).value()).isCloseTo(limit, withinPercentage(1));
    }

    /// The limit is not trusted below 12 observations, nor with few values, nor where a tie is frequent.
    @Test
    void smallWindowsAreRelabelled() {
        var random = new SplittableRandom(4);
        NumericWindow reference = normal(random, 200, 0, 0);

        assertThat(AndersonDarlingTest.pValue(reference, normal(random, 11, 0, 0), 0.05, 1)
                        .method())
                .isEqualTo(PValueMethod.RESAMPLED);
        assertThat(AndersonDarlingTest.pValue(reference, normal(random, 12, 0, 0), 0.05, 1)
                        .method())
                .isEqualTo(PValueMethod.LIMIT);
        assertThat(AndersonDarlingLaw.hasTies(1_000, 2)).isFalse();
        assertThat(AndersonDarlingLaw.hasTies(1_000, 3)).isTrue();
        assertThat(AndersonDarlingLaw.hasTies(100, 1)).isFalse();
    }

    // ---- laws

    @Property(tries = 300)
    void exchangingTheWindowsChangesNothing(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        assertThat(AndersonDarlingTest.statistic(of(current), of(reference)))
                .isCloseTo(AndersonDarlingTest.statistic(of(reference), of(current)), within(1e-10))
                .isNotNegative();
    }

    @Property(tries = 300)
    void anIncreasingOrDecreasingChangeOfScaleChangesNothing(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        double a2 = AndersonDarlingTest.statistic(of(reference), of(current));

        assertThat(AndersonDarlingTest.statistic(map(reference, Math::exp), map(current, Math::exp)))
                .isEqualTo(a2);
        assertThat(AndersonDarlingTest.statistic(map(reference, x -> -x), map(current, x -> -x)))
                .isCloseTo(a2, within(1e-10));
    }

    @Property(tries = 300)
    void theWalkOverTheSmallerWindowIsTheStatistic(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 30) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 30) Integer> current) {
        PooledGroups groups = PooledGroups.of(of(reference), of(current));
        if (groups.size() > 1) {
            assertThat(ValueRelabelling.observed(QuadraticWalk.standardized(groups)::value, groups))
                    .isCloseTo(AndersonDarlingTest.statistic(of(reference), of(current)), within(1e-9));
        }
    }

    @Property(tries = 100)
    void theMeanOfTheLawIsOneWhateverTheTies(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 20) Integer> values) {
        if (values.stream().distinct().count() > 1) {
            PooledGroups groups = PooledGroups.ofAll(of(values));

            assertThat(QuadraticWalk.standardized(groups).law().mean()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void withTwoValuesTheLawIsChiSquareOfOne() {
        PooledGroups groups = PooledGroups.of(NumericWindow.of(0, 0, 0, 1, 1), NumericWindow.of(0, 1, 1));

        assertThat(QuadraticWalk.standardized(groups).law().survival(3.841458820694124, 1))
                .isCloseTo(0.05, within(1e-12));
    }

    // ---- theory

    @ParameterizedTest(name = "n {0}, m {1}, rounded to {2}")
    @CsvSource({"20, 20, 0", "200, 30, 1", "60, 60, 0", "2000, 600, 3", "100000, 25, 0", "20, 400, 0.5"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m, double round) {
        var random = new SplittableRandom(20_261_121);
        int runs = 4_000;
        int often = 0;
        int seldom = 0;
        NumericWindow large = normal(random, n, 0, round);
        for (int run = 0; run < runs; run++) {
            // a reference of 100,000 is as good as known: it need not be drawn again
            NumericWindow reference = n < 10_000 ? normal(random, n, 0, round) : large;
            double p = AndersonDarlingTest.pValue(reference, normal(random, m, 0, round), 0.01, run)
                    .value();
            often += p <= 0.05 ? 1 : 0;
            seldom += p <= 0.01 ? 1 : 0;
        }
        // binomial standard errors 0.34 % and 0.16 %
        assertThat((double) often / runs).isBetween(0.036, 0.064);
        assertThat((double) seldom / runs).isBetween(0.0045, 0.0165);
    }

    @ParameterizedTest(name = "shift {0}, sd {1}")
    @CsvSource({"0.2, 1, 0.60", "0.3, 1, 0.92", "0, 1.3, 0.8"})
    void seesMoreThanKolmogorovSmirnov(double shift, double sd, double power) {
        var random = new SplittableRandom(7);
        int found = 0;
        for (int run = 0; run < 500; run++) {
            NumericWindow current = NumericWindow.of(DoubleStream.generate(() -> random.nextGaussian(shift, sd))
                    .limit(200)
                    .toArray());
            double p = AndersonDarlingTest.pValue(normal(random, 1_000, 0, 0), current, 0.05, 1)
                    .value();
            found += p <= 0.05 ? 1 : 0;
        }
        // the power of Kolmogorov–Smirnov is 60, 92 and 45 %; here 69, 97 and 89, standard error 2 %
        assertThat(found / 500.0).isGreaterThan(power);
    }

    @Test
    void theCriticalValueHasTheLevelAsItsPValue() {
        double critical = AndersonDarlingTest.criticalValue(300, 100, 1e-4);
        double correction = Math.exp(-critical * critical / 800);

        assertThat(AndersonDarlingLaw.limitSurvival(critical, 1) * correction).isCloseTo(1e-4, within(1e-10));
        assertThat(AndersonDarlingTest.criticalValue(1_000_000, 1_000_000, 0.05))
                .isCloseTo(2.4924, within(1e-4));
    }

    // ---- edge cases

    @Test
    void constantsThatAgreeAreStable() {
        DriftResult result = AndersonDarlingTest.test(constant(5, 30), constant(5, 20), DecisionRule.atLevel(0.01));

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.01));
        assertThat(result.value()).hasValue(0);
    }

    @Test
    void constantsThatDifferDrifted() {
        DriftResult result = AndersonDarlingTest.test(constant(5, 30), constant(6, 20), DecisionRule.atLevel(1e-4));

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.method()).hasValue(PValueMethod.RESAMPLED);
    }

    @Test
    void separateWindowsHaveAPValueAboveZero() {
        DriftResult result = AndersonDarlingTest.test(
                NumericWindow.of(DoubleStream.iterate(0, x -> x + 1).limit(500).toArray()),
                NumericWindow.of(
                        DoubleStream.iterate(1_000, x -> x + 1).limit(500).toArray()),
                DecisionRule.atLevel(1e-5));

        assertThat(result.pValue().orElseThrow()).isGreaterThan(0).isLessThan(1e-200);
    }

    @Test
    void aLevelThatRelabellingCannotReachIsInconclusive() {
        DriftResult result = AndersonDarlingTest.test(constant(5, 90), constant(6, 30), DecisionRule.atLevel(1e-7));

        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "windows like these need relabelling, which cannot reach the level 1.0E-7", 30, 31));
    }

    @Test
    void aSingleObservationIsTooLittle() {
        DriftResult result =
                AndersonDarlingTest.test(constant(5, 30), NumericWindow.of(100), DecisionRule.atLevel(0.05));

        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 1 observations, 20 are required", 1, 20));
    }

    @Test
    void rejectsAnEmptyWindow() {
        assertThatThrownBy(() -> AndersonDarlingTest.statistic(NumericWindow.of(), NumericWindow.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference window is empty");
        assertThatThrownBy(() -> AndersonDarlingTest.statistic(List.of(NumericWindow.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 windows, at least two are compared");
    }

    // ---- fixtures

    private static NumericWindow of(List<Integer> values) {
        return map(values, x -> x);
    }

    private static NumericWindow map(List<Integer> values, java.util.function.DoubleUnaryOperator map) {
        return NumericWindow.of(
                values.stream().mapToDouble(Integer::doubleValue).map(map).toArray());
    }

    private static NumericWindow constant(double value, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> value).limit(size).toArray());
    }

    private static NumericWindow normal(SplittableRandom random, int size, double mean, double round) {
        return NumericWindow.of(DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .map(x -> round > 0 ? Math.round(x * round) / round : x)
                .limit(size)
                .toArray());
    }
}
