package org.vigie.drift.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What a window keeps, so that one sort serves every statistic.
class OneSortTest {

    @Test
    void aLargeWindowIsSortedAndItsInputUnchanged() {
        var random = new SplittableRandom(6);
        double[] values = new double[50_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 97 == 0 ? Double.NaN : random.nextGaussian() * Math.pow(10, random.nextInt(-200, 140));
        }
        values[7] = -0.0;
        double[] before = values.clone();
        double[] expected = Arrays.stream(values)
                .filter(x -> !Double.isNaN(x))
                .map(x -> x + 0.0)
                .sorted()
                .toArray();
        NumericWindow window = NumericWindow.of(values);

        assertThat(values).isEqualTo(before);
        assertThat(window.sorted()).isEqualTo(expected);
        assertThat(window.missing()).isEqualTo(516);
    }

    @Test
    void anOwnedArrayGivesTheSameWindow() {
        double[] values = {3, Double.NaN, -1, 2, -0.0, Double.NaN, 3};
        NumericWindow copied = NumericWindow.of(values);
        NumericWindow owned = NumericWindow.ofOwned(values);

        assertThat(owned.sorted()).isEqualTo(copied.sorted()).isEqualTo(new double[] {-1, 0, 2, 3, 3});
        assertThat(owned.size()).isEqualTo(5);
        assertThat(owned.missing()).isEqualTo(2);
        assertThat(owned.mean()).isEqualTo(copied.mean());
        assertThat(owned.quantile(1)).isEqualTo(3);
        assertThat(owned.countUpTo(100)).isEqualTo(5);
        assertThat(values[0]).as("the array handed over").isEqualTo(-1);
    }

    @Test
    void aRefusedArrayStaysAsItWas() {
        double[] values = {3, Double.NaN, Double.POSITIVE_INFINITY};

        assertThatThrownBy(() -> NumericWindow.ofOwned(values)).hasMessage("values[2] is Infinity, beyond ±1e150");
        assertThat(values).containsExactly(3, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 300)
    void searchingFromBelowGivesTheSameCount(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 60) Integer> values,
            @ForAll @IntRange(min = -2, max = 62) int x,
            @ForAll @IntRange(max = 200) int from) {
        NumericWindow window =
                NumericWindow.of(values.stream().mapToDouble(v -> v).toArray());
        int count = window.countUpTo(x);

        assertThat(window.countUpTo(x, Math.min(from, count))).isEqualTo(count);
    }

    @Test
    void sumsAreKeptToTheLastDigit() {
        double[] values = new double[100_000];
        Arrays.fill(values, 0.1);
        values[0] = 0;
        NumericWindow window = NumericWindow.of(values);

        assertThat(window.sumAboveSmallest(100_000)).isCloseTo(9_999.9, within(2e-12));
        assertThat(window.sumAboveSmallest(0)).isZero();
    }

    @Test
    void aMeanFarFromZeroCostsNoDigits() {
        NumericWindow window = NumericWindow.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

        assertThat(window.mean()).isEqualTo(1e9 + 10);
        assertThat(window.standardDeviation()).isCloseTo(Math.sqrt(30), within(1e-12));
    }
}
