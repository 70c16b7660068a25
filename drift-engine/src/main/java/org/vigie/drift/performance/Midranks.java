package org.vigie.drift.performance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Ranks in which tied values share the mean of the ranks they take.
final class Midranks {

    private Midranks() {}

    static double[] of(double[] values) {
        Integer[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            double midrank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                ranks[order[i]] = midrank;
            }
            start = end;
        }
        return ranks;
    }

    static double[] concatenate(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
