package org.vigie.drift.estimation;

import java.util.Arrays;

/// Places of values in increasing order, equal ones in the order they came: a merge sort without boxing.
final class ScoreOrder {

    private ScoreOrder() {}

    static int[] ascending(double[] values) {
        int[] order = new int[values.length];
        Arrays.setAll(order, i -> i);
        int[] other = new int[values.length];
        for (int width = 1; width < values.length; width *= 2) {
            for (int start = 0; start < values.length; start += 2 * width) {
                merge(values, order, other, start, width);
            }
            int[] swap = order;
            order = other;
            other = swap;
            if (width > values.length / 2) {
                break;
            }
        }
        return order;
    }

    private static void merge(double[] values, int[] from, int[] to, int start, int width) {
        int middle = (int) Math.min((long) start + width, values.length);
        int end = (int) Math.min((long) start + 2L * width, values.length);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            to[i] = right == end || (left < middle && values[from[left]] <= values[from[right]])
                    ? from[left++]
                    : from[right++];
        }
    }
}
