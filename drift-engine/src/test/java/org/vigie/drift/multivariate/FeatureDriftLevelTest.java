package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class FeatureDriftLevelTest {

    // ---- theory

    @ParameterizedTest(name = "n {0}, m {1}, correlation {2}")
    @CsvSource({"60, 20, 0", "60, 20, 0.9", "25, 60, 0.5"})
    void falseAlarmsAreAsManyAsTheLevelSays(int n, int m, double correlation) {
        var random = new SplittableRandom(17);
        int runs = 1_500;
        int alarms = 0;
        int meanShifts = 0;
        for (int run = 0; run < runs; run++) {
            FeatureWindow reference = window(random, n, 12, correlation, 0);
            FeatureWindow current = window(random, m, 12, correlation, 0);
            meanShifts +=
                    FeatureMeanShift.of(reference, current).pValue(0.05, run).value() <= 0.05 ? 1 : 0;
            var rule = DecisionRule.atLevel(0.05).withSeed(run);
            alarms += FeatureDriftTest.test(reference, current, rule).verdict() instanceof DriftVerdict.Drifted ? 1 : 0;
        }
        // binomial standard error 0.6 %; Bonferroni over correlated dimensions stays below the level
        assertThat((double) meanShifts / runs).isBetween(0.033, 0.067);
        assertThat((double) alarms / runs).isBetween(0.01, 0.06);
    }

    @Test
    void aShiftTooSmallForAnyDimensionIsFoundInTheMeans() {
        var random = new SplittableRandom(18);
        int byMeans = 0;
        int byDimension = 0;
        for (int run = 0; run < 50; run++) {
            FeatureWindow reference = window(random, 150, 100, 0, 0);
            FeatureWindow current = window(random, 40, 100, 0, 0.15);
            byMeans += FeatureMeanShift.of(reference, current).pValue(0.01, run).value() <= 0.01 ? 1 : 0;
            double smallest = IntStream.range(0, 100)
                    .mapToDouble(k -> KolmogorovSmirnovTest.pValue(reference.dimension(k), current.dimension(k))
                            .value())
                    .min()
                    .orElseThrow();
            byDimension += 100 * smallest <= 0.01 ? 1 : 0;
        }
        assertThat(byMeans).isGreaterThan(40);
        assertThat(byDimension).isLessThan(10);
    }

    // ---- laws

    @Test
    void theMeanShiftIsInStandardDeviations() {
        // dimension 0: values 0 0 2 2, sd 1, means 0 and 2; dimension 1 is constant and left out
        FeatureWindow reference = FeatureWindow.of(List.of(new float[] {0, 5}, new float[] {0, 5}));
        FeatureWindow current = FeatureWindow.of(List.of(new float[] {2, 5}, new float[] {2, 5}));

        assertThat(FeatureMeanShift.of(reference, current).statistic()).isCloseTo(2, within(1e-6));
        assertThat(FeatureMeanShift.of(current, reference).statistic()).isCloseTo(2, within(1e-6));
    }

    @Test
    void theMeanShiftNeedsWindows() {
        FeatureWindow one = FeatureWindow.of(List.<float[]>of(new float[1]));

        assertThatThrownBy(() -> FeatureMeanShift.of(one, FeatureWindow.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("current window is empty");
        assertThatThrownBy(() -> FeatureMeanShift.of(one, FeatureWindow.of(List.<float[]>of(new float[2]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 and 2 dimensions");
    }

    private static FeatureWindow window(
            SplittableRandom random, int size, int dimensions, double correlation, double mean) {
        return FeatureWindow.of(IntStream.range(0, size)
                .mapToObj(i -> {
                    double shared = random.nextGaussian();
                    float[] vector = new float[dimensions];
                    for (int k = 0; k < dimensions; k++) {
                        vector[k] = (float) (mean
                                + Math.sqrt(correlation) * shared
                                + Math.sqrt(1 - correlation) * random.nextGaussian());
                    }
                    return vector;
                })
                .toList());
    }
}
