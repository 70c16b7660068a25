package org.vigie.drift.performance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegressionTest {

    // Bland & Altman (1986), table 1: peak expiratory flow, first reading of each meter, l/min
    private static final double[] WRIGHT = {
        494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
    };
    private static final double[] MINI = {
        512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
    };

    @Test
    void limitsOfBlandAndAltmansPeakFlowMeters() {
        // the paper: mean −2.1, deviation 38.8, intervals of the mean −22.0 to 17.8 and of the lower limit −114.3 to
        // −45.1,
        // of the upper 40.9 to 110.1 (with limits d ± 2s: −79.7 and 75.5)
        BlandAltman limits = BlandAltman.of(WRIGHT, MINI, 0.95).orElseThrow();

        assertThat(limits.bias()).isCloseTo(-2.1, within(0.05));
        assertThat(limits.deviation()).isCloseTo(38.8, within(0.05));
        assertThat(limits.biasInterval().lower()).isCloseTo(-22.0, within(0.2));
        assertThat(limits.biasInterval().upper()).isCloseTo(17.8, within(0.2));
        assertThat(limits.lower()).isCloseTo(-79.7, within(1.7));
        assertThat(limits.lowerInterval().lower()).isCloseTo(-114.3, within(2.5));
        assertThat(limits.upperInterval().upper()).isCloseTo(110.1, within(2.5));
        assertThat(limits.cases()).isEqualTo(17);
    }

    @Test
    void errorsByHand() {
        RegressionError error = RegressionError.of(new double[] {1, 2, 6}, new double[] {2, 2, 4})
                .orElseThrow();

        assertThat(error.mse()).isCloseTo(5.0 / 3, within(1e-15));
        assertThat(error.rmse()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(error.mae()).isEqualTo(1);
        assertThat(error.bias()).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void theBiasIntervalCovers() {
        var random = new SplittableRandom(13);
        int bias = 0;
        int upper = 0;
        for (int run = 0; run < 1_000; run++) {
            double[] a = new double[12];
            for (int i = 0; i < 12; i++) {
                a[i] = random.nextGaussian();
            }
            BlandAltman limits = BlandAltman.of(a, new double[12], 0.95).orElseThrow();
            bias += limits.biasInterval().contains(0) ? 1 : 0;
            upper += limits.upperInterval().contains(1.959964) ? 1 : 0;
        }
        // standard error 0.7 %
        assertThat(bias / 1_000.0).isBetween(0.93, 0.97);
        assertThat(upper / 1_000.0).isBetween(0.90, 0.97);
    }

    @Test
    void thinDataAndOddNumbers() {
        assertThat(RegressionError.of(new double[0], new double[0])).isEmpty();
        assertThat(BlandAltman.of(new double[1], new double[1], 0.95)).isEmpty();
        assertThat(BlandAltman.of(new double[] {3, 3}, new double[] {1, 1}, 0.95)
                        .orElseThrow()
                        .deviation())
                .isZero();
        assertThatThrownBy(() -> RegressionError.of(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessage("measured[0] is Infinity");
        assertThatThrownBy(() -> RegressionError.of(new double[2], new double[1]))
                .hasMessage("2 predicted and 1 measured");
    }
}
