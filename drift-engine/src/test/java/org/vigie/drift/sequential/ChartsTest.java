package org.vigie.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {

    /// Lucas and Saccucci (1990), table of designs with an average run length of 500 in control.
    @ParameterizedTest
    @CsvSource({
        "0.40, 3.054, 0.0, 500", "0.25, 2.998, 0.0, 500", "0.20, 2.962, 0.0, 500", "0.10, 2.814, 0.0, 500",
        "0.05, 2.615, 0.0, 500", "0.40, 3.054, 0.5, 71.2", "0.25, 2.998, 0.5, 48.2", "0.20, 2.962, 0.5, 41.8",
        "0.10, 2.814, 0.5, 31.3", "0.05, 2.615, 0.5, 28.7", "0.40, 3.054, 1.0, 14.3", "0.25, 2.998, 1.0, 11.1",
        "0.20, 2.962, 1.0, 10.5", "0.10, 2.814, 1.0, 10.3", "0.05, 2.615, 1.0, 11.4"
    })
    void ewmaHasTheRunLengthsOfTheLiterature(double lambda, double width, double shift, double runLength) {
        assertThat(new EwmaChart(lambda, width, 0, 1, 0).averageRunLength(shift))
                .isCloseTo(runLength, withinPercentage(1));
    }

    /// `λ = 1` is Shewhart's chart: the run length is the inverse of the normal tails.
    @Test
    void ewmaWithoutMemoryIsShewharts() {
        assertThat(new EwmaChart(1, 3, 0, 1, 0).averageRunLength(0)).isCloseTo(370.398, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.2", "5200, 0.1", "100000, 0.05", "500, 1"})
    void ewmaIsSetForAWantedRunLength(double wanted, double lambda) {
        EwmaChart chart = EwmaChart.forRunLength(wanted, lambda, 10, 2);

        assertThat(chart.averageRunLength(0)).isCloseTo(wanted, withinPercentage(0.01));
        assertThat(chart.averageRunLength(0.5)).isCloseTo(chart.averageRunLength(-0.5), withinPercentage(1e-6));
    }

    @Test
    void ewmaRunsAsLongAsItSays() {
        var random = new Random(20_261_161);
        EwmaChart start = EwmaChart.forRunLength(100, 0.2, 10, 2);
        double sum = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            EwmaChart chart = start;
            while (!chart.alarm()) {
                chart = chart.after(10 + 2 * random.nextGaussian());
                sum++;
            }
        }

        assertThat(sum / runs).isCloseTo(100, withinPercentage(10));
    }

    // ---- CUSUM

    /// One failure alarms: the run length is geometric.
    @Test
    void cusumThatAlarmsAtTheFirstFailure() {
        assertThat(new BernoulliCusum(1, 1, 0).averageRunLength(0.1)).isCloseTo(10, within(1e-9));
        assertThat(new BernoulliCusum(5, 5, 0).averageRunLength(0.02)).isCloseTo(50, within(1e-9));
    }

    /// Two failures in a row, or with a step between, worked by hand: `up = 2, limit = 3`.
    @Test
    void cusumOfAFewStatesByHand() {
        // L0 = 1 + f L2 + s L0,  L1 = 1 + s L0,  L2 = 1 + s L1  (a failure from 1 or 2 alarms)
        double f = 0.1;
        double s = 0.9;
        double l0 = (1 + f * (1 + s)) / (1 - s - f * s * s);

        assertThat(new BernoulliCusum(2, 3, 0).averageRunLength(f)).isCloseTo(l0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.15, 0.25, 5200", "0.1, 0.3, 500", "0.01, 0.05, 100000", "0.5, 0.9, 50"})
    void cusumIsSetForAWantedRunLength(double accepted, double unacceptable, double wanted) {
        BernoulliCusum chart = BernoulliCusum.forRise(accepted, unacceptable, wanted);

        assertThat(chart.averageRunLength(accepted)).isGreaterThanOrEqualTo(wanted);
        assertThat(new BernoulliCusum(chart.up(), Math.max(1, chart.limit() - 1), 0).averageRunLength(accepted))
                .isLessThan(wanted);
        assertThat(chart.averageRunLength(unacceptable)).isLessThan(wanted / 3);
    }

    @Test
    void cusumRunsAsLongAsItSays() {
        var random = new SplittableRandom(20_261_162);
        BernoulliCusum start = BernoulliCusum.forRise(0.15, 0.3, 200);
        double sum = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            BernoulliCusum chart = start;
            while (!chart.alarm()) {
                chart = chart.after(random.nextDouble() < 0.15);
                sum++;
            }
        }

        assertThat(sum / runs).isCloseTo(start.averageRunLength(0.15), withinPercentage(10));
    }

    @Test
    void theOuterFailureRates() {
        BernoulliCusum chart = BernoulliCusum.forRise(0.1, 0.2, 500);

        assertThat(chart.averageRunLength(0)).isInfinite();
        assertThat(chart.averageRunLength(1)).isEqualTo(Math.ceil((double) chart.limit() / chart.up()));
    }

    @Test
    void refusesWhatIsNoChart() {
        assertThatThrownBy(() -> BernoulliCusum.forRise(0.2, 0.1, 500))
                .hasMessage("failure rates 0.2 and 0.1 are not rising in (0, 1)");
        assertThatThrownBy(() -> BernoulliCusum.forRise(0.1, 0.2, 0))
                .hasMessage("run length 0.0 is below 1 or not finite");
        assertThatThrownBy(() -> new BernoulliCusum(1, 0, 0)).hasMessage("limit 0 is not in [1, 100000]");
        assertThatThrownBy(() -> new BernoulliCusum(1, 3, 0).averageRunLength(Double.NaN))
                .hasMessage("failure rate NaN is not in [0, 1]");
        assertThatThrownBy(() -> new EwmaChart(0, 3, 0, 1, 0)).hasMessage("lambda 0.0 is not in [0.01, 1]");
        assertThatThrownBy(() -> new EwmaChart(0.1, 3, 0, 0, 0)).hasMessage("deviation 0.0 is not positive and finite");
        assertThatThrownBy(() -> new EwmaChart(0.1, 3, 0, 1, 0).after(Double.NaN))
                .hasMessage("value NaN");
    }
}
