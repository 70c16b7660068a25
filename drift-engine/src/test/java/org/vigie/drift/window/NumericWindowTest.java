package org.vigie.drift.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.OracleSamples;

class NumericWindowTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "describe.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithNumpy(String name, String sample, double mean, double sd, double q25, double median, double q75) {
        NumericWindow window = OracleSamples.window(sample);
        double scale = Math.max(Math.abs(mean), sd);

        assertThat(window.mean()).isCloseTo(mean, within(1e-12 * scale));
        assertThat(window.standardDeviation()).isCloseTo(sd, within(1e-11 * sd));
        assertThat(window.quantile(0.25)).isCloseTo(q25, within(1e-12 * scale));
        assertThat(window.quantile(0.5)).isCloseTo(median, within(1e-12 * scale));
        assertThat(window.quantile(0.75)).isCloseTo(q75, within(1e-12 * scale));
    }

    @Test
    void neitherItsInputNorItsOutputCanChangeIt() {
        double[] values = {3, 1, 2};
        NumericWindow window = NumericWindow.of(values);
        values[0] = 9;
        window.sorted()[0] = -9;

        assertThat(values).containsExactly(9, 1, 2);
        assertThat(window.sorted()).containsExactly(1, 2, 3);
    }

    @Test
    void missingObservationsAreDroppedAndCounted() {
        NumericWindow window = NumericWindow.of(3, Double.NaN, 1, Double.NaN);

        assertThat(window.sorted()).containsExactly(1, 3);
        assertThat(window.missing()).isEqualTo(2);
    }

    @Test
    void namesAnInfinityByItsIndex() {
        assertThatThrownBy(() -> NumericWindow.of(1, 2, Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values[2] is -Infinity, beyond ±1e150");
    }

    @Test
    void refusesMagnitudesWhoseSquaresOverflow() {
        assertThatThrownBy(() -> NumericWindow.of(-2e150))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values[0] is -2.0E150, beyond ±1e150");
    }

    @Test
    void negativeZeroIsZero() {
        NumericWindow window = NumericWindow.of(0.0, -0.0, 0.0);

        assertThat(window.isConstant()).isTrue();
        assertThat(window.countUpTo(-0.0)).isEqualTo(3);
    }

    @Test
    void aSingleObservationDoesNotVary() {
        assertThat(NumericWindow.of(7).standardDeviation()).isZero();
        assertThat(NumericWindow.of(7).quantile(0.3)).isEqualTo(7);
    }

    @Test
    void aConstantDoesNotVaryWhateverItsRounding() {
        assertThat(NumericWindow.of(0.1, 0.1, 0.1).standardDeviation()).isZero();
    }

    @Test
    void anEmptyWindowHasNoMean() {
        assertThatThrownBy(() -> NumericWindow.of().mean())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window is empty");
    }

    @Test
    void rejectsAProbabilityBeyondOne() {
        assertThatThrownBy(() -> NumericWindow.of(1).quantile(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p NaN is not in [0, 1]");
    }
}
