package org.vigie.drift.window;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Observations of one numeric variable in one window, checked and sorted once.
///
/// `NaN` means *missing*: it is dropped and counted. Infinities and magnitudes above `1e150`, whose
/// squares a `double` cannot hold, are refused with their index: they are defects of the data, not
/// observations. Negative zero equals zero.
///
/// Immutable; the array handed in is copied, unless it is handed over with [#ofOwned]. One sort serves every
/// statistic: keep the window of a reference, and comparing it with a small current window costs searches
/// instead of passes. Mean, standard deviation and the sums needed for that are computed when first asked for
/// and kept.
public final class NumericWindow {

    private static final double LARGEST = 1e150;

    private final double[] sorted;
    private final int size;
    private final long missing;
    private volatile @Nullable Moments moments;
    private volatile double @Nullable [] sums;

    private NumericWindow(double[] sorted, int size, long missing) {
        this.sorted = sorted;
        this.size = size;
        this.missing = missing;
    }

    /// @throws IllegalArgumentException if a value is infinite or beyond ±1e150, naming its index
    public static NumericWindow of(double... values) {
        requireInRange(values);
        double[] present = new double[values.length];
        int size = compact(values, present);
        double[] sorted = size == values.length ? present : Arrays.copyOf(present, size);
        Arrays.sort(sorted);
        return new NumericWindow(sorted, size, values.length - (long) size);
    }

    /// A window that takes over the array: it is sorted in place, without a copy, and must not be used by anyone
    /// else from here on. For arrays so large that a copy matters. An array that is refused stays as it was.
    ///
    /// @throws IllegalArgumentException if a value is infinite or beyond ±1e150, naming its index
    public static NumericWindow ofOwned(double[] values) {
        requireInRange(values);
        int size = compact(values, values);
        Arrays.sort(values, 0, size);
        return new NumericWindow(values, size, values.length - (long) size);
    }

    private static void requireInRange(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LARGEST) {
                throw new IllegalArgumentException("values[" + i + "] is " + values[i] + ", beyond ±1e150");
            }
        }
    }

    private static int compact(double[] values, double[] present) {
        int size = 0;
        for (double x : values) {
            if (!Double.isNaN(x)) {
                present[size++] = x + 0.0; // turns -0.0 into 0.0, which sorting would keep apart
            }
        }
        return size;
    }

    /// Observations present.
    public int size() {
        return size;
    }

    /// Observations that were `NaN`.
    public long missing() {
        return missing;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /// The observation of rank `index`, the smallest having rank 0.
    public double get(int index) {
        return sorted[index];
    }

    /// The observations in ascending order, as a copy.
    public double[] sorted() {
        return Arrays.copyOf(sorted, size);
    }

    /// Whether all observations are equal; true also for an empty window.
    public boolean isConstant() {
        return size == 0 || sorted[0] == sorted[size - 1];
    }

    /// Arithmetic mean.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public double mean() {
        return moments().mean();
    }

    /// Standard deviation with divisor `n − 1`; 0 for a single observation and exactly 0 for a constant.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public double standardDeviation() {
        return moments().standardDeviation();
    }

    /// Quantile of type 7 (linear interpolation), Hyndman & Fan (1996), doi:10.2307/2684934.
    ///
    /// @throws IllegalArgumentException if the window is empty, or `p` is not in [0, 1]
    public double quantile(double p) {
        requireNonEmpty();
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p " + p + " is not in [0, 1]");
        }
        return Sorted.quantile(sorted, size, p);
    }

    /// How many observations are less than or equal to `x`.
    public int countUpTo(double x) {
        return Sorted.upTo(sorted, x, 0, size);
    }

    /// The same, where it is known that at least `from` observations are: quick when the answer is near.
    ///
    /// @throws IndexOutOfBoundsException if `from` is not in [0, size]
    public int countUpTo(double x, int from) {
        int low = Objects.checkIndex(from, size + 1);
        int step = 1;
        while (low + step <= size && sorted[low + step - 1] <= x) {
            low += step;
            step = Math.min(step << 1, 1 << 29);
        }
        return Sorted.upTo(sorted, x, low, (int) Math.min((long) low + step - 1, size));
    }

    /// Sum of the `count` smallest observations, each less the smallest one.
    ///
    /// @throws IndexOutOfBoundsException if `count` is not in [0, size]
    public double sumAboveSmallest(int count) {
        double[] known = sums;
        if (known == null) {
            known = new double[size + 1];
            double sum = 0;
            double lost = 0; // Neumaier's compensation: every entry has the precision of one rounding
            for (int i = 0; i < size; i++) {
                double x = sorted[i] - sorted[0];
                double next = sum + x;
                lost += sum >= x ? sum - next + x : x - next + sum;
                sum = next;
                known[i + 1] = sum + lost;
            }
            sums = known;
        }
        return known[count];
    }

    private Moments moments() {
        requireNonEmpty();
        Moments known = moments;
        if (known == null) {
            known = Moments.of(sorted, size);
            moments = known;
        }
        return known;
    }

    private void requireNonEmpty() {
        if (size == 0) {
            throw new IllegalArgumentException("window is empty");
        }
    }

    @Override
    public String toString() {
        return "NumericWindow[size=" + size + ", missing=" + missing + "]";
    }

    private record Moments(double mean, double standardDeviation) {

        static Moments of(double[] sorted, int size) {
            if (sorted[0] == sorted[size - 1]) {
                return new Moments(sorted[0], 0);
            }
            // around the median, so that a mean far from 0 costs no digits
            double centre = sorted[size / 2];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += sorted[i] - centre;
            }
            double mean = centre + sum / size;
            double squares = 0;
            double rest = 0;
            for (int i = 0; i < size; i++) {
                double difference = sorted[i] - mean;
                squares += difference * difference;
                rest += difference;
            }
            return new Moments(mean + rest / size, Math.sqrt((squares - rest * rest / size) / (size - 1)));
        }
    }
}
