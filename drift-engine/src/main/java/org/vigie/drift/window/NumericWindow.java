package org.vigie.drift.window;

import java.util.Arrays;

/// Observations of one numeric variable in one window, checked and sorted once.
///
/// `NaN` means *missing*: it is dropped and counted. Infinities and magnitudes above `1e150`, whose
/// squares a `double` cannot hold, are refused with their index: they are defects of the data, not
/// observations. Negative zero equals zero.
///
/// Immutable; the array handed in is copied.
public final class NumericWindow {

    private static final double LARGEST = 1e150;

    private final double[] sorted;
    private final long missing;

    private NumericWindow(double[] sorted, long missing) {
        this.sorted = sorted;
        this.missing = missing;
    }

    /// @throws IllegalArgumentException if a value is infinite or beyond ±1e150, naming its index
    public static NumericWindow of(double... values) {
        double[] present = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            double x = values[i];
            if (Double.isNaN(x)) {
                continue;
            }
            if (Math.abs(x) > LARGEST) {
                throw new IllegalArgumentException("values[" + i + "] is " + x + ", beyond ±1e150");
            }
            present[size++] = x + 0.0; // turns -0.0 into 0.0, which Arrays.sort would keep apart
        }
        double[] sorted = size == values.length ? present : Arrays.copyOf(present, size);
        Arrays.sort(sorted);
        return new NumericWindow(sorted, values.length - (long) size);
    }

    /// Observations present.
    public int size() {
        return sorted.length;
    }

    /// Observations that were `NaN`.
    public long missing() {
        return missing;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /// The observation of rank `index`, the smallest having rank 0.
    public double get(int index) {
        return sorted[index];
    }

    /// The observations in ascending order, as a copy.
    public double[] sorted() {
        return sorted.clone();
    }

    /// Whether all observations are equal; true also for an empty window.
    public boolean isConstant() {
        return sorted.length == 0 || sorted[0] == sorted[sorted.length - 1];
    }

    /// Arithmetic mean.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public double mean() {
        requireNonEmpty();
        double mean = 0;
        for (int i = 0; i < sorted.length; i++) {
            mean += (sorted[i] - mean) / (i + 1);
        }
        return mean;
    }

    /// Standard deviation with divisor `n − 1`; 0 for a single observation and exactly 0 for a constant.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public double standardDeviation() {
        requireNonEmpty();
        if (isConstant()) {
            return 0;
        }
        double mean = mean();
        double squares = 0;
        double sum = 0;
        for (double x : sorted) {
            squares += (x - mean) * (x - mean);
            sum += x - mean;
        }
        return Math.sqrt((squares - sum * sum / sorted.length) / (sorted.length - 1));
    }

    /// Quantile of type 7 (linear interpolation), Hyndman & Fan (1996), doi:10.2307/2684934.
    ///
    /// @throws IllegalArgumentException if the window is empty, or `p` is not in [0, 1]
    public double quantile(double p) {
        requireNonEmpty();
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p " + p + " is not in [0, 1]");
        }
        double h = (sorted.length - 1) * p;
        int low = (int) h;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (h - low) * (sorted[high] - sorted[low]);
    }

    /// How many observations are less than or equal to `x`.
    public int countUpTo(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void requireNonEmpty() {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("window is empty");
        }
    }

    @Override
    public String toString() {
        return "NumericWindow[size=" + sorted.length + ", missing=" + missing + "]";
    }
}
