package org.vigie.drift.multivariate;

import java.util.stream.IntStream;
import org.vigie.drift.window.FeatureWindow;

/// What the drift test of feature vectors asks of each cell: four blocks of scores, summed over its cases.
///
/// ```text
/// location            z                    normal score of each dimension
/// spread              z² − 1
/// direction           u / √λ               coordinate along each of the leading principal components of z
/// directions' spread  u² / λ − 1
/// ```
///
/// The components are those of both windows together, from a random choice of cases where there are many.
///
/// @param sums `sums[cell][score]`, the blocks one after the other
/// @param dimensions scores in each of the first two blocks
/// @param components scores in each of the last two blocks
record FeatureScores(double[][] sums, int dimensions, int components) {

    private static final int MOST_COMPONENTS = 32;

    /// Share of the variance that components need hold.
    private static final double SHARE = 0.95;

    /// Cases projected at a time, so that their coordinates stay in the cache.
    private static final int STRETCH = 4_096;

    /// Cases that the components come from.
    private static final int BASIS = 4_096;

    /// With more dimensions than this, the components come from as many cases instead.
    private static final int MOST_DIMENSIONS = 256;

    static FeatureScores of(FeatureWindow reference, FeatureWindow current, Cells cells, long seed) {
        int d = reference.dimensions();
        int[] used = IntStream.range(0, cells.of().length).filter(cells::uses).toArray();
        int[] cell = IntStream.of(used).map(i -> cells.of()[i]).toArray();
        float[][] scores = NormalScores.of(reference, current, used).of();
        double[][] directions = d == 1 ? new double[0][] : directions(scores, seed);
        int q = directions.length;
        double[][] sums = new double[cells.count()][2 * (d + q)];
        IntStream.range(0, d + q).parallel().forEach(column -> {
            double[] total = new double[sums.length];
            double[] squares = new double[sums.length];
            if (column < d) {
                add(scores[column], cell, total, squares);
            } else {
                add(coordinates(scores, directions[column - d]), cell, total, squares);
            }
            int at = column < d ? column : d + column;
            int atSquares = column < d ? d + column : d + q + column;
            for (int c = 0; c < sums.length; c++) {
                sums[c][at] = total[c];
                sums[c][atSquares] = squares[c];
            }
        });
        return new FeatureScores(sums, d, q);
    }

    private static void add(float[] values, int[] cell, double[] total, double[] squares) {
        for (int i = 0; i < values.length; i++) {
            double z = values[i];
            total[cell[i]] += z;
            squares[cell[i]] += z * z - 1;
        }
    }

    private static float[] coordinates(float[][] scores, double[] direction) {
        float[] coordinates = new float[scores[0].length];
        for (int from = 0; from < coordinates.length; from += STRETCH) {
            int to = Math.min(coordinates.length, from + STRETCH);
            for (int k = 0; k < direction.length; k++) {
                float weight = (float) direction[k];
                float[] dimension = scores[k];
                for (int i = from; i < to; i++) {
                    coordinates[i] += weight * dimension[i];
                }
            }
        }
        return coordinates;
    }

    /// Principal directions, each divided by the deviation along it.
    private static double[][] directions(float[][] scores, long seed) {
        int d = scores.length;
        int most = d > MOST_DIMENSIONS ? MOST_DIMENSIONS : BASIS;
        int[] chosen = BoundedSample.positions(scores[0].length, most, seed + 1);
        double[][] cases = new double[chosen.length][d];
        for (int k = 0; k < d; k++) {
            double mean = 0;
            for (int i : chosen) {
                mean += scores[k][i] / chosen.length;
            }
            for (int i = 0; i < chosen.length; i++) {
                cases[i][k] = scores[k][chosen[i]] - mean;
            }
        }
        PrincipalComponents components = PrincipalComponents.of(cases);
        int q = Math.min(components.holding(SHARE), Math.min(MOST_COMPONENTS, 1 + chosen.length / 10));
        double[][] directions = new double[q][];
        for (int j = 0; j < q; j++) {
            double deviation = Math.sqrt(components.variances()[j]);
            directions[j] = components.directions()[j].clone();
            for (int k = 0; k < d; k++) {
                directions[j][k] /= deviation;
            }
        }
        return directions;
    }
}
