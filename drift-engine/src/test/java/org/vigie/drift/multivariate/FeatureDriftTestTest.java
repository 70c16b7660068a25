package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.window.FeatureWindow;

class FeatureDriftTestTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    // ---- theory

    @ParameterizedTest(name = "n {0}, m {1}, correlation {2}")
    @CsvSource({"60, 20, 0", "60, 20, 0.9", "25, 60, 0.5"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m, double correlation) {
        int runs = 500;
        double alarms = share(
                runs,
                run -> FeatureDriftTest.test(
                        normal(n, 8, correlation, 0, 2 * run),
                        normal(m, 8, correlation, 0, 2 * run + 1),
                        RULE.withSeed(run)));

        assertThat(alarms).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void theLevelHoldsWhenCellsAreRelabelled() {
        int runs = 150;
        double alarms = share(
                runs,
                run -> FeatureDriftTest.test(
                        normal(1_300, 3, 0.3, 0, 2 * run), normal(1_100, 3, 0.3, 0, 2 * run + 1), RULE.withSeed(run)));

        assertThat(alarms).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void findsAChangeOfEachKindAndNamesIt() {
        double[] one = new double[30];
        one[7] = 1;
        assertThat(loudest(normal(100, 0, one, 2))).contains("a change of one dimension");
        assertThat(loudest(normal(100, 30, 0, 0.25, 2))).contains("a shift of many dimensions");
        assertThat(loudest(stretched(normal(100, 30, 0, 0, 2), x -> 1.4 * x)))
                .contains("the spread of many dimensions");
        assertThat(loudest(normal(100, 30, 0.3, 0, 2))).contains("the spread along the principal directions");
    }

    @Test
    void reachesTheLevelsOfAYearlyBudget() {
        DriftResult result = FeatureDriftTest.test(
                normal(200, 4, 0.2, 0, 1), normal(60, 4, 0.2, 1.5, 2), DecisionRule.atLevel(1e-4));

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.pValue().orElseThrow()).isEqualTo(1 / 100_001.0);
    }

    // ---- laws

    @Test
    void anIncreasingChangeOfScaleChangesNothing() {
        FeatureWindow reference = normal(80, 5, 0.3, 0, 1);
        FeatureWindow current = normal(40, 5, 0.3, 0.3, 2);

        DriftResult stretched =
                FeatureDriftTest.test(stretched(reference, Math::exp), stretched(current, Math::exp), RULE);

        assertThat(stretched).isEqualTo(FeatureDriftTest.test(reference, current, RULE));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        FeatureWindow reference = normal(1_500, 20, 0.3, 0, 1);
        FeatureWindow current = normal(600, 20, 0.3, 0.06, 2);
        DriftResult here = FeatureDriftTest.test(reference, current, RULE);

        for (int threads : new int[] {1, 3}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> FeatureDriftTest.test(reference, current, RULE))
                                .get())
                        .isEqualTo(here);
            }
        }
    }

    @Test
    void exchangingWindowsOfOneSizeKeepsTheStatistic() {
        FeatureWindow one = normal(40, 6, 0.2, 0, 1);
        FeatureWindow other = normal(40, 6, 0.2, 0.4, 2);

        assertThat(surprise(one, other)).isCloseTo(surprise(other, one), within(0.5));
    }

    @Test
    void identicalWindowsDoNotDrift() {
        FeatureWindow window = normal(50, 6, 0.2, 0, 1);

        assertThat(FeatureDriftTest.test(window, window, RULE).pValue().orElseThrow())
                .isGreaterThan(0.9);
    }

    @Test
    void oneOutlierDoesNotHideAShift() {
        List<float[]> vectors = new ArrayList<>();
        FeatureWindow shifted = normal(60, 6, 0.2, 1, 2);
        IntStream.range(0, 60).forEach(i -> vectors.add(floats(shifted.vector(i))));
        vectors.add(new float[] {1e6f, -1e6f, 1e6f, 1e6f, 1e6f, 1e6f});

        DriftResult result = FeatureDriftTest.test(normal(200, 6, 0.2, 0, 1), FeatureWindow.of(vectors), RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    // ---- edge cases

    @Test
    void windowsInWhichNothingVariesAreAlike() {
        FeatureWindow constant = stretched(normal(30, 3, 0, 0, 1), _ -> 5);

        DriftResult result = FeatureDriftTest.test(constant, constant, RULE);

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.05));
        assertThat(result.value()).hasValue(0);
    }

    @Test
    void aConstantThatMovedIsDrift() {
        FeatureWindow before = stretched(normal(30, 1, 0, 0, 1), _ -> 5);
        FeatureWindow now = stretched(normal(30, 1, 0, 0, 1), _ -> 6);

        assertThat(FeatureDriftTest.test(before, now, RULE).verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        FeatureWindow window = normal(30, 3, 0, 0, 1);

        assertThat(reason(window, normal(1, 3, 0, 0, 2), RULE))
                .isEqualTo("current window has 1 observations, 20 are required");
        assertThat(reason(window, normal(30, 4, 0, 0, 2), RULE))
                .isEqualTo("feature vectors have 3 dimensions in the reference window and 4 in the current window");
        assertThat(reason(window, stretched(window, _ -> Float.NaN), RULE))
                .isEqualTo("current window has 0 observations and 30 missing, 20 are required");
        assertThat(reason(normal(3, 3, 0, 0, 1), normal(3, 3, 0, 0, 2), RULE.withMinimumObservations(1)))
                .isEqualTo("windows of 3 and 3 cases cannot reach the level 0.05");
        assertThat(reason(window, window, DecisionRule.atLevel(1e-7)))
                .isEqualTo("the level 1.0E-7 is below any p-value that relabelling can give");
    }

    @Test
    void saysWhenItRelabelsCells() {
        DriftResult result = FeatureDriftTest.test(normal(1_201, 2, 0, 0, 1), normal(1_200, 2, 0, 0, 2), RULE);

        assertThat(result.sizes().reference()).isEqualTo(1_200);
        assertThat(result.effect())
                .map(EffectSize::meaning)
                .hasValueSatisfying(meaning -> assertThat(meaning)
                        .endsWith("; from a random choice of 1200 of 1201 reference and 1200 of 1200 current cases, "
                                + "relabelled in cells of 3"));
    }

    private static String loudest(FeatureWindow current) {
        DriftResult result = FeatureDriftTest.test(normal(300, 30, 0, 0, 1), current, RULE);
        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        return result.effect().orElseThrow().meaning();
    }

    private static double surprise(FeatureWindow reference, FeatureWindow current) {
        return FeatureDriftTest.test(reference, current, RULE).value().orElseThrow();
    }

    private static String reason(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        return ((DriftVerdict.Inconclusive)
                        FeatureDriftTest.test(reference, current, rule).verdict())
                .reason();
    }

    private static FeatureWindow stretched(FeatureWindow window, DoubleUnaryOperator scale) {
        return FeatureWindow.of(IntStream.range(0, window.size())
                .mapToObj(i -> floats(Arrays.stream(window.vector(i)).map(scale).toArray()))
                .toList());
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }
}
