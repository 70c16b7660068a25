package org.vigie.drift.multivariate;

import java.util.stream.IntStream;

/// Kernel values of all pairs of cases in fixed point, and the MMD² of any split of the cases into two.
final class KernelMatrix {

    private static final double ONE = 1 << 30;

    private final int[][] values;
    private final long[] rowSums;
    private final long sum;

    private KernelMatrix(int[][] values, long[] rowSums, long sum) {
        this.values = values;
        this.rowSums = rowSums;
        this.sum = sum;
    }

    static KernelMatrix of(double[][] cases, double bandwidth) {
        int[][] values = new int[cases.length][cases.length];
        IntStream.range(0, cases.length).parallel().forEach(i -> {
            for (int j = 0; j < i; j++) {
                values[i][j] = (int) Math.rint(ONE * MaximumMeanDiscrepancy.kernel(cases[i], cases[j], bandwidth));
            }
        });
        long[] rowSums = new long[cases.length];
        long sum = 0;
        for (int i = 0; i < cases.length; i++) {
            for (int j = 0; j < i; j++) {
                values[j][i] = values[i][j];
            }
        }
        for (int i = 0; i < cases.length; i++) {
            for (int value : values[i]) {
                rowSums[i] += value;
            }
            sum += rowSums[i];
        }
        return new KernelMatrix(values, rowSums, sum);
    }

    /// MMD² between the chosen cases and the rest.
    double discrepancy(int[] chosen) {
        long half = 0;
        long rows = 0;
        for (int a = 0; a < chosen.length; a++) {
            int[] row = values[chosen[a]];
            rows += rowSums[chosen[a]];
            for (int b = 0; b < a; b++) {
                half += row[chosen[b]];
            }
        }
        long within = 2 * half;
        long cross = rows - within;
        long rest = sum - 2 * cross - within;
        double m = chosen.length;
        double n = values.length - m;
        return (within / (m * (m - 1)) + rest / (n * (n - 1)) - 2 * cross / (n * m)) / ONE;
    }
}
