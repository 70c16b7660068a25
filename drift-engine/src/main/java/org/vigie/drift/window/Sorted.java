package org.vigie.drift.window;

/// Ranks and quantiles of values in ascending order, without missing ones.
public final class Sorted {

    private Sorted() {}

    /// How many are smaller than `x`.
    public static int below(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How many are smaller than or equal to `x`.
    public static int upTo(double[] sorted, double x) {
        return upTo(sorted, x, 0, sorted.length);
    }

    /// The same, where it is known to be at least `from` and at most `to`.
    static int upTo(double[] sorted, double x, int from, int to) {
        int low = from;
        int high = to;
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

    /// Quantile of type 7 (linear interpolation), Hyndman & Fan (1996), doi:10.2307/2684934.
    ///
    /// @param p in [0, 1]
    /// @throws IndexOutOfBoundsException if there are no values
    public static double quantile(double[] sorted, double p) {
        return quantile(sorted, sorted.length, p);
    }

    /// The same of the first `size` values.
    static double quantile(double[] sorted, int size, double p) {
        double h = (size - 1) * p;
        int low = (int) h;
        int high = Math.min(low + 1, size - 1);
        return sorted[low] + (h - low) * (sorted[high] - sorted[low]);
    }
}
