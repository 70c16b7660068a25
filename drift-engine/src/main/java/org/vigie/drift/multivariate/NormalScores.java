package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.window.FeatureWindow;

/// Normal scores of both windows together: what each case would be if every dimension were standard normal with
/// the same ranks. Ties share the mean of their scores; no outlier and no unit can decide.
///
/// @param of `of[k][i]`: dimension k, the i-th case used of both windows, reference first: Φ⁻¹(rank / (N + 1))
record NormalScores(float[][] of) {

    /// Dimensions read together, so that a cache line of a vector is read once.
    private static final int BLOCK = 16;

    static NormalScores of(FeatureWindow reference, FeatureWindow current, int[] used) {
        int d = reference.dimensions();
        var scores = new NormalScores(new float[d][]);
        var table = Table.of(used.length);
        for (int from = 0; from < d; from += BLOCK) {
            int first = from;
            float[][] values = values(reference, current, used, from, Math.min(d, from + BLOCK));
            IntStream.range(0, values.length).parallel().forEach(k -> scores.of[first + k] = ranked(values[k], table));
        }
        return scores;
    }

    private static float[][] values(FeatureWindow reference, FeatureWindow current, int[] used, int from, int to) {
        int n = reference.size();
        float[][] values = new float[to - from][used.length];
        for (int i = 0; i < used.length; i++) {
            FeatureWindow window = used[i] < n ? reference : current;
            int index = used[i] < n ? used[i] : used[i] - n;
            for (int k = from; k < to; k++) {
                values[k - from][i] = window.get(index, k);
            }
        }
        return values;
    }

    private static float[] ranked(float[] values, Table table) {
        long[] order = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            order[i] = ((long) ascending(values[i]) << 32) | i;
        }
        Arrays.sort(order);
        float[] scores = new float[values.length];
        int begin = 0;
        while (begin < order.length) {
            int end = begin + 1;
            while (end < order.length && order[end] >> 32 == order[begin] >> 32) {
                end++;
            }
            float score = (float) table.score(begin, end);
            for (int r = begin; r < end; r++) {
                scores[(int) order[r]] = score;
            }
            begin = end;
        }
        return scores;
    }

    /// A number that is ordered as the value is; both zeros are one.
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /// Sums of the scores of the ranks below each rank.
    private record Table(double[] sums) {

        static Table of(int cases) {
            double[] scores = new double[cases];
            for (int r = 0; r < cases / 2; r++) {
                scores[r] = StandardNormal.quantile((r + 1.0) / (cases + 1.0));
                scores[cases - 1 - r] = -scores[r];
            }
            var table = new Table(new double[cases + 1]);
            for (int r = 0; r < cases; r++) {
                table.sums[r + 1] = table.sums[r] + scores[r];
            }
            return table;
        }

        double score(int begin, int end) {
            return (sums[end] - sums[begin]) / (end - begin);
        }
    }
}
