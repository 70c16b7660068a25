package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.FeatureWindow;

class FeatureMeanShiftTest {

    @Test
    void falseAlarmsAreAsManyAsTheLevelSays() {
        long alarms = IntStream.range(0, 500)
                .parallel()
                .filter(run -> FeatureMeanShift.of(normal(60, 12, 0.5, 0, 2 * run), normal(20, 12, 0.5, 0, 2 * run + 1))
                                .pValue(0.05, run)
                                .value()
                        <= 0.05)
                .count();

        assertThat(alarms / 500.0).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / 500)));
    }

    @Test
    void aShiftTooSmallForAnyDimensionIsFoundInTheMeans() {
        int byMeans = 0;
        int byDimension = 0;
        for (int run = 0; run < 30; run++) {
            FeatureWindow reference = normal(150, 100, 0, 0, 2 * run);
            FeatureWindow current = normal(40, 100, 0, 0.15, 2 * run + 1);
            byMeans += FeatureMeanShift.of(reference, current).pValue(0.01, run).value() <= 0.01 ? 1 : 0;
            double smallest = IntStream.range(0, 100)
                    .mapToDouble(k -> KolmogorovSmirnovTest.pValue(reference.dimension(k), current.dimension(k))
                            .value())
                    .min()
                    .orElseThrow();
            byDimension += 100 * smallest <= 0.01 ? 1 : 0;
        }
        assertThat(byMeans).isGreaterThan(23);
        assertThat(byDimension).isLessThan(7);
    }

    @Test
    void isInStandardDeviations() {
        // dimension 0: values 0 0 2 2, sd 1, means 0 and 2; dimension 1 is constant and left out
        FeatureWindow reference = FeatureWindow.of(List.of(new float[] {0, 5}, new float[] {0, 5}));
        FeatureWindow current = FeatureWindow.of(List.of(new float[] {2, 5}, new float[] {2, 5}));

        assertThat(FeatureMeanShift.of(reference, current).statistic()).isCloseTo(2, within(1e-12));
        assertThat(FeatureMeanShift.of(current, reference).statistic()).isCloseTo(2, within(1e-12));
    }

    @Test
    void isZeroWithCertaintyWhenNothingVaries() {
        FeatureWindow constant = FeatureWindow.of(List.of(new float[] {3}, new float[] {3}));
        FeatureMeanShift shift = FeatureMeanShift.of(constant, constant);

        assertThat(shift.statistic()).isZero();
        assertThat(shift.pValue(0.05, 1).value()).isEqualTo(1);
    }

    @Test
    void needsWindows() {
        FeatureWindow one = FeatureWindow.of(List.<float[]>of(new float[1]));

        assertThatThrownBy(() -> FeatureMeanShift.of(one, FeatureWindow.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("current window is empty");
        assertThatThrownBy(() -> FeatureMeanShift.of(one, FeatureWindow.of(List.<float[]>of(new float[2]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 and 2 dimensions");
    }
}
