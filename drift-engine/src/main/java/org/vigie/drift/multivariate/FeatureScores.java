package org.vigie.drift.multivariate;

import java.util.Arrays;
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

    /// Cases that the components come from.
    private static final int BASIS = 4_096;

    /// With more dimensions than this, the components come from as many cases instead.
    private static final int MOST_DIMENSIONS = 256;

    static FeatureScores of(FeatureWindow reference, FeatureWindow current, Cells cells, long seed) {
        int d = reference.dimensions();
        float[][] scores = NormalScores.of(reference, current, cells).of();
        double[][] directions = d == 1 ? new double[0][] : directions(scores, cells, seed);
        int q = directions.length;
        double[][] sums = new double[cells.count()][2 * (d + q)];
        IntStream.range(0, cells.count()).parallel().forEach(cell -> {
            double[] sum = sums[cell];
            float[] coordinates = new float[cells.size()];
            int first = cell * cells.size();
            for (int k = 0; k < d; k++) {
                add(scores[k], first, cells.size(), sum, k, d + k);
            }
            for (int j = 0; j < q; j++) {
                project(scores, first, directions[j], coordinates);
                add(coordinates, 0, coordinates.length, sum, 2 * d + j, 2 * d + q + j);
            }
        });
        return new FeatureScores(sums, d, q);
    }

    private static void add(float[] values, int first, int count, double[] sum, int at, int atSquares) {
        double total = 0;
        double squares = 0;
        for (int i = first; i < first + count; i++) {
            double z = values[i];
            total += z;
            squares += z * z - 1;
        }
        sum[at] = total;
        sum[atSquares] = squares;
    }

    private static void project(float[][] scores, int first, double[] direction, float[] coordinates) {
        Arrays.fill(coordinates, 0);
        for (int k = 0; k < direction.length; k++) {
            float weight = (float) direction[k];
            float[] dimension = scores[k];
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] += weight * dimension[first + i];
            }
        }
    }

    /// Principal directions, each divided by the deviation along it.
    private static double[][] directions(float[][] scores, Cells cells, long seed) {
        int d = scores.length;
        int most = d > MOST_DIMENSIONS ? MOST_DIMENSIONS : BASIS;
        int[] chosen = BoundedSample.positions(cells.cases(), most, seed + 1);
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
