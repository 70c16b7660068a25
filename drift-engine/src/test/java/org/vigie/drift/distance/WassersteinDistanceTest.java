package org.vigie.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.OracleSamples.window;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.window.NumericWindow;

class WassersteinDistanceTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "wasserstein.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithScipy(String name, String reference, String current, double distance) {
        assertThat(WassersteinDistance.between(window(reference), window(current)))
                .isCloseTo(distance, within(Math.max(1e-12, 1e-10 * distance)));
    }

    // ---- laws

    @Property
    void isSymmetricAndNotNegative(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> reference,
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> current) {
        double distance = WassersteinDistance.between(of(reference), of(current));

        assertThat(distance).isNotNegative();
        assertThat(WassersteinDistance.between(of(current), of(reference))).isCloseTo(distance, within(1e-6));
    }

    @Property
    void aShiftOfAllValuesIsTheDistance(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e3, max = 1e3) Double> reference,
            @ForAll @DoubleRange(min = -10, max = 10) double shift) {
        NumericWindow moved =
                NumericWindow.of(reference.stream().mapToDouble(x -> x + shift).toArray());

        assertThat(WassersteinDistance.between(of(reference), moved)).isCloseTo(Math.abs(shift), within(1e-9));
    }

    @Property
    void keepsTheTriangleInequality(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -10, max = 10) Double> a,
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -10, max = 10) Double> b,
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -10, max = 10) Double> c) {
        assertThat(WassersteinDistance.between(of(a), of(c)))
                .isLessThanOrEqualTo(
                        WassersteinDistance.between(of(a), of(b)) + WassersteinDistance.between(of(b), of(c)) + 1e-12);
    }

    // ---- edge cases

    @Test
    void aShiftOfTwoStandardDeviationsScalesToTwo() {
        double[] reference = {1, 2, 3, 4, 5};
        double sd = NumericWindow.of(reference).standardDeviation();
        double[] current = Arrays.stream(reference).map(x -> x + 2 * sd).toArray();

        assertThat(WassersteinDistance.scaled(NumericWindow.of(reference), NumericWindow.of(current)))
                .hasValueSatisfying(effect -> assertThat(effect.value()).isCloseTo(2, within(1e-12)));
    }

    @Test
    void aConstantReferenceThatWasLeftHasNoScale() {
        assertThat(WassersteinDistance.scaled(NumericWindow.of(5, 5, 5), NumericWindow.of(7, 7)))
                .isEmpty();
    }

    @Test
    void aConstantThatStaysHasNotMoved() {
        assertThat(WassersteinDistance.scaled(NumericWindow.of(5, 5, 5), NumericWindow.of(5, 5)))
                .hasValueSatisfying(effect -> assertThat(effect.value()).isZero());
    }

    @Test
    void rejectsAnEmptyWindow() {
        assertThatThrownBy(() -> WassersteinDistance.between(NumericWindow.of(1), NumericWindow.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("current window is empty");
    }

    private static NumericWindow of(List<Double> values) {
        return NumericWindow.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
