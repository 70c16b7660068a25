package org.vigie.drift.performance;

import java.util.Arrays;
import org.vigie.drift.window.Sorted;

/// Ranks in which tied values share the mean of the ranks they take.
final class Midranks {

    private Midranks() {}

    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (Sorted.below(sorted, values[i]) + 1 + Sorted.upTo(sorted, values[i])) / 2.0;
        }
        return ranks;
    }

    static double[] concatenate(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
