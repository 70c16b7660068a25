package org.vigie.drift.window;

/// Sorts doubles by their bits: six passes of eleven bits, from the lowest digit to the highest.
///
/// The bits of a positive double, read as a whole number, rise with its value; those of a negative one fall. With the
/// sign flipped (all bits, for a negative one) unsigned order is numeric order. Digits in which all values agree are
/// skipped. Stable, without comparisons, linear in the number of values; needs a buffer of the same size.
final class RadixSort {

    /// Below this the comparisons of [java.util.Arrays#sort(double\[\])] are quicker than the passes.
    static final int WORTHWHILE = 3_000;

    private static final int BITS = 11;
    private static final int DIGITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private RadixSort() {}

    /// Sorts values that are not `NaN`.
    static void sort(double[] values) {
        int size = values.length;
        int[][] counts = new int[DIGITS][MASK + 1];
        for (double value : values) {
            long key = key(value);
            counts[0][(int) key & MASK]++;
            counts[1][(int) (key >>> BITS) & MASK]++;
            counts[2][(int) (key >>> 2 * BITS) & MASK]++;
            counts[3][(int) (key >>> 3 * BITS) & MASK]++;
            counts[4][(int) (key >>> 4 * BITS) & MASK]++;
            counts[5][(int) (key >>> 5 * BITS) & MASK]++;
        }
        double[] from = values;
        double[] to = new double[size];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] next = counts[digit];
            int shift = digit * BITS;
            if (size == 0 || next[(int) (key(values[0]) >>> shift) & MASK] == size) {
                continue;
            }
            int sum = 0;
            for (int d = 0; d <= MASK; d++) {
                int count = next[d];
                next[d] = sum;
                sum += count;
            }
            for (double value : from) {
                to[next[(int) (key(value) >>> shift) & MASK]++] = value;
            }
            double[] swapped = from;
            from = to;
            to = swapped;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, size);
        }
    }

    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }
}
