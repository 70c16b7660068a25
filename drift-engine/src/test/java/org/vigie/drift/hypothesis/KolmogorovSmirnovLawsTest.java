package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

class KolmogorovSmirnovLawsTest {

    // ---- laws

    @Property
    void exchangingTheWindowsChangesNothing(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        assertThat(KolmogorovSmirnovTest.statistic(of(current), of(reference)))
                .isEqualTo(KolmogorovSmirnovTest.statistic(of(reference), of(current)));
        assertThat(KolmogorovSmirnovTest.pValue(of(current), of(reference)).value())
                .isCloseTo(
                        KolmogorovSmirnovTest.pValue(of(reference), of(current)).value(), within(1e-12));
    }

    @Property
    void anIncreasingChangeOfScaleChangesNothing(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        double d = KolmogorovSmirnovTest.statistic(of(reference), of(current));

        assertThat(KolmogorovSmirnovTest.statistic(exponential(reference), exponential(current)))
                .isEqualTo(d);
    }

    @Property
    void identicalWindowsNeverDrift(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 8) Integer> values) {
        assertThat(KolmogorovSmirnovTest.statistic(of(values), of(values))).isZero();
        assertThat(KolmogorovSmirnovTest.pValue(of(values), of(values)).value()).isEqualTo(1);
    }

    /// A window 33 times as large as the other is searched, not passed.
    @Property(tries = 300)
    void aMuchLargerWindowGivesTheLargestDifferenceToo(
            @ForAll @Size(min = 70, max = 120) List<@IntRange(max = 25) Integer> large,
            @ForAll @Size(min = 1, max = 2) List<@IntRange(min = -5, max = 30) Integer> small) {
        double largest = 0;
        for (int x = -5; x <= 30; x++) {
            largest = Math.max(largest, Math.abs(shareUpTo(large, x) - shareUpTo(small, x)));
        }

        assertThat(KolmogorovSmirnovTest.statistic(of(large), of(small))).isCloseTo(largest, within(1e-12));
        assertThat(KolmogorovSmirnovTest.statistic(of(small), of(large))).isCloseTo(largest, within(1e-12));
    }

    private static double shareUpTo(List<Integer> values, int x) {
        return values.stream().filter(value -> value <= x).count() / (double) values.size();
    }

    // ---- theory

    @ParameterizedTest(name = "n {0}, m {1}, rounded to {2}")
    @CsvSource({"200, 30, 0", "200, 30, 1", "60, 60, 0", "2000, 600, 0", "100000, 25, 0", "150, 20, 2"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m, double round) {
        double level = 0.05;
        var random = new SplittableRandom(20_261_121);
        int runs = 2_000;
        int alarms = 0;
        NumericWindow large = normal(random, n, 0, round);
        for (int run = 0; run < runs; run++) {
            // a reference of 100,000 is as good as known: it need not be drawn again
            NumericWindow reference = n < 10_000 ? normal(random, n, 0, round) : large;
            double p = KolmogorovSmirnovTest.pValue(reference, normal(random, m, 0, round))
                    .value();
            alarms += p <= level ? 1 : 0;
        }
        // binomial standard error 0.5 %; a discrete statistic stays below the level, never above
        assertThat((double) alarms / runs).isBetween(0.025, 0.065);
    }

    @Test
    void seesAShiftOfHalfAStandardDeviation() {
        var random = new SplittableRandom(7);
        int found = 0;
        for (int run = 0; run < 400; run++) {
            double p = KolmogorovSmirnovTest.pValue(normal(random, 1_000, 0, 0), normal(random, 200, 0.3, 0))
                    .value();
            found += p <= 0.05 ? 1 : 0;
        }
        // 1,000 against 200, 0.3 standard deviations at 5 %: power 92 %, standard error 1.4 %
        assertThat(found / 400.0).isBetween(0.87, 0.97);
    }

    @ParameterizedTest(name = "n {0}, m {1}, level {2}")
    @CsvSource({"20, 20, 0.05", "200, 30, 0.0005", "500, 100, 0.01", "5000, 300, 0.01", "7, 5, 0.01"})
    void theCriticalValueIsTheSmallestThatReachesTheLevel(int n, int m, double level) {
        double critical = KolmogorovSmirnovTest.criticalValue(n, m, level).orElseThrow();
        double step = BigInteger.valueOf(n).gcd(BigInteger.valueOf(m)).doubleValue() / ((double) n * m);

        assertThat(survival(critical, n, m)).isLessThanOrEqualTo(level);
        assertThat(survival(critical - step, n, m)).isGreaterThan(level);
    }

    private static double survival(double d, int n, int m) {
        return (long) n * m <= 1_000_000
                ? SmirnovDistribution.survival(Math.round(d * n * m), n, m, new boolean[0])
                : KolmogorovLimit.survival(d, n, m);
    }

    // ---- edge cases

    @Test
    void noCriticalValueReachesALevelBeyondTheWindows() {
        // 2 / C(6, 3) = 0.1
        assertThat(KolmogorovSmirnovTest.criticalValue(3, 3, 0.1001)).hasValue(1);
        assertThat(KolmogorovSmirnovTest.criticalValue(3, 3, 0.0999)).isEmpty();
    }

    @Test
    void constantsThatAgreeAreStable() {
        DriftResult result = KolmogorovSmirnovTest.test(constant(5, 30), constant(5, 20), DecisionRule.atLevel(0.01));

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.01));
        assertThat(result.value()).hasValue(0);
    }

    @Test
    void constantsThatDifferDrifted() {
        DriftResult result = KolmogorovSmirnovTest.test(constant(5, 30), constant(6, 20), DecisionRule.atLevel(0.01));

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.value()).hasValue(1);
        assertThat(result.method()).hasValue(PValueMethod.EXACT);
    }

    @Test
    void aSingleObservationIsTooLittle() {
        DriftResult result =
                KolmogorovSmirnovTest.test(constant(5, 30), NumericWindow.of(100), DecisionRule.atLevel(0.05));

        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 1 observations, 20 are required", 1, 20));
        assertThat(result.value()).isEmpty();
        assertThat(result.pValue()).isEmpty();
    }

    @Test
    void missingObservationsAreNamedWhenTooFewAreLeft() {
        DriftResult result =
                KolmogorovSmirnovTest.test(constant(5, 30), constant(Double.NaN, 40), DecisionRule.atLevel(0.05));

        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "current window has 0 observations and 40 missing, 20 are required", 0, 20));
        assertThat(result.sizes().missingCurrent()).isEqualTo(40);
    }

    @Test
    void windowsThatCannotReachTheLevelAreInconclusiveNotStable() {
        DecisionRule rule = DecisionRule.atLevel(0.001).withMinimumObservations(3);
        DriftResult result = KolmogorovSmirnovTest.test(NumericWindow.of(1, 2, 3, 4), NumericWindow.of(7, 8, 9), rule);

        // 2 / C(4 + m, 4): 0.0057 for m = 3; windows of 7 and 7 reach 2 / 3432
        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "windows of 4 and 3 observations cannot reach the level 0.001", 3, 7));
    }

    @Test
    void rejectsAnEmptyWindow() {
        assertThatThrownBy(() -> KolmogorovSmirnovTest.statistic(NumericWindow.of(), NumericWindow.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference window is empty");
    }

    // ---- fixtures

    private static NumericWindow of(List<Integer> values) {
        return NumericWindow.of(
                values.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static NumericWindow exponential(List<Integer> values) {
        return NumericWindow.of(values.stream().mapToDouble(Math::exp).toArray());
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

    /// Large windows that all but agree, as rounded values do.
    @ParameterizedTest
    @CsvSource({"2000, 1000", "20000, 10000", "20000, 200", "200000, 100000"})
    void aDistanceNextToNothingIsNoSurprise(int n, int m) {
        for (double z : new double[] {0.001, 0.03, 0.05, 0.1, 0.19, 0.21, 0.25}) {
            double d = z / Math.sqrt((double) n * m / (n + m));

            assertThat(KolmogorovLimit.survival(d, n, m)).as("z = %s", z).isBetween(1 - 1e-6, 1.0);
        }
    }
}
