package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.OracleSamples.window;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.distance.EnergyDistance;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

class CramerVonMisesTestTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "cramer_von_mises.oracle.csv", delimiter = ';', useHeadersInDisplayName = true)
    void agreesWithScipy(String name, String reference, String current, double t, double p, double energy) {
        NumericWindow r = window(reference);
        NumericWindow c = window(current);

        assertThat(CramerVonMisesTest.statistic(r, c)).isCloseTo(t, within(1e-12));
        // SciPy's series for the limit ends at 1e-8 or so
        assertThat(CramerVonMisesTest.limit(t, r.size(), c.size())).isCloseTo(p, within(1e-7));
        assertThat(EnergyDistance.between(r, c)).isCloseTo(energy, within(1e-12));
    }

    // ---- laws

    @Property(tries = 300)
    void exchangingTheWindowsOrTurningTheScaleChangesNothing(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        double t = CramerVonMisesTest.statistic(map(reference, x -> x), map(current, x -> x));

        assertThat(t).isNotNegative();
        assertThat(CramerVonMisesTest.statistic(map(current, x -> x), map(reference, x -> x)))
                .isCloseTo(t, within(1e-12));
        assertThat(CramerVonMisesTest.statistic(map(reference, x -> -x), map(current, x -> -x)))
                .isCloseTo(t, within(1e-12));
        assertThat(CramerVonMisesTest.statistic(map(reference, Math::exp), map(current, Math::exp)))
                .isEqualTo(t);
    }

    @Property(tries = 300)
    void theWalkOverTheSmallerWindowIsTheStatistic(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> reference,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 8) Integer> current) {
        NumericWindow r = map(reference, x -> x);
        NumericWindow c = map(current, x -> x);
        PooledGroups groups = PooledGroups.of(r, c);

        assertThat(ValueRelabelling.observed(CramerVonMisesTest.walk(groups)::value, groups))
                .isCloseTo(CramerVonMisesTest.statistic(r, c), within(1e-12));
    }

    // ---- theory

    @ParameterizedTest(name = "n {0}, m {1}, rounded to {2}")
    @CsvSource({"20, 20, 0", "200, 30, 1", "500, 100, 2", "20, 300, 0.5", "60, 10, 0"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m, double round) {
        var random = new SplittableRandom(99);
        int runs = 3_000;
        int often = 0;
        int seldom = 0;
        for (int run = 0; run < runs; run++) {
            double p = CramerVonMisesTest.pValue(normal(random, n, round), normal(random, m, round), 0.01, run)
                    .value();
            often += p <= 0.05 ? 1 : 0;
            seldom += p <= 0.01 ? 1 : 0;
        }
        // binomial standard errors 0.4 % and 0.18 %
        assertThat((double) often / runs).isBetween(0.034, 0.066);
        assertThat((double) seldom / runs).isBetween(0.004, 0.017);
    }

    // ---- edge cases

    @Test
    void constantsAreComparedByValue() {
        DecisionRule rule = DecisionRule.atLevel(0.001);

        assertThat(CramerVonMisesTest.test(constant(5, 30), constant(5, 25), rule)
                        .verdict())
                .isEqualTo(new DriftVerdict.Stable(1, 0.001));
        assertThat(CramerVonMisesTest.test(constant(5, 30), constant(6, 25), rule)
                        .verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
    }

    @Test
    void aSmallWindowIsRelabelled() {
        var random = new SplittableRandom(3);
        NumericWindow small = normal(random, 8, 0);

        assertThat(CramerVonMisesTest.pValue(normal(random, 100, 0), small, 0.05, 1)
                        .method())
                .isEqualTo(PValueMethod.RESAMPLED);
    }

    @Test
    void theEffectIsTheRootMeanSquareDifference() {
        NumericWindow reference = NumericWindow.of(
                DoubleStream.iterate(0, x -> x + 1).limit(20_000).toArray());
        NumericWindow above = NumericWindow.of(
                DoubleStream.iterate(30_000, x -> x + 1).limit(20).toArray());

        // ∫ u² du = 1/3 over the shares of the larger window
        assertThat(CramerVonMisesTest.test(reference, above, DecisionRule.atLevel(0.05))
                        .effect()
                        .orElseThrow()
                        .value())
                .isCloseTo(Math.sqrt(1 / 3.0), within(1e-3));
    }

    private static NumericWindow map(List<Integer> values, DoubleUnaryOperator map) {
        return NumericWindow.of(
                values.stream().mapToDouble(Integer::doubleValue).map(map).toArray());
    }

    private static NumericWindow constant(double value, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> value).limit(size).toArray());
    }

    private static NumericWindow normal(SplittableRandom random, int size, double round) {
        return NumericWindow.of(DoubleStream.generate(random::nextGaussian)
                .map(x -> round > 0 ? Math.round(x * round) / round : x)
                .limit(size)
                .toArray());
    }
}
