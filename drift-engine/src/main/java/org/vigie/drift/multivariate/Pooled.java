package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.drift.window.FeatureWindow;

/// Cases of two windows in one list, reference first, each dimension with mean 0 and standard deviation 1 over
/// all of them. Dimensions that vary by rounding only are left out.
///
/// @param cases `cases[i][k]`: case i, dimension k of those that vary
/// @param n how many cases are of the reference window
/// @param dimensions how many vary
record Pooled(double[][] cases, int n, int dimensions) {

    private static final double ROUNDING = 1e-12;

    static Pooled standardised(FeatureWindow reference, FeatureWindow current) {
        return standardised(
                reference,
                IntStream.range(0, reference.size()).toArray(),
                current,
                IntStream.range(0, current.size()).toArray());
    }

    static Pooled standardised(FeatureWindow reference, FeatureWindow current, BoundedSample sample) {
        return standardised(reference, sample.reference(), current, sample.current());
    }

    private static Pooled standardised(FeatureWindow reference, int[] before, FeatureWindow current, int[] now) {
        double[][] cases = new double[before.length + now.length][];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = i < before.length ? reference.vector(before[i]) : current.vector(now[i - before.length]);
        }
        double[] mean = mean(cases);
        double[] deviation = deviation(cases, mean);
        int[] varying = IntStream.range(0, mean.length)
                .filter(k -> deviation[k] > ROUNDING * Math.abs(mean[k]))
                .toArray();
        for (int i = 0; i < cases.length; i++) {
            double[] from = cases[i];
            double[] standard = new double[varying.length];
            for (int v = 0; v < varying.length; v++) {
                standard[v] = (from[varying[v]] - mean[varying[v]]) / deviation[varying[v]];
            }
            cases[i] = standard;
        }
        return new Pooled(cases, before.length, varying.length);
    }

    int m() {
        return cases.length - n;
    }

    double[][] reference() {
        return Arrays.copyOf(cases, n);
    }

    double[][] current() {
        return Arrays.copyOfRange(cases, n, cases.length);
    }

    static double[] mean(double[][] cases) {
        double[] mean = new double[cases.length == 0 ? 0 : cases[0].length];
        for (double[] one : cases) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += one[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= cases.length;
        }
        return mean;
    }

    static double[] deviation(double[][] cases, double[] mean) {
        double[] squares = new double[mean.length];
        for (double[] one : cases) {
            for (int k = 0; k < mean.length; k++) {
                squares[k] += (one[k] - mean[k]) * (one[k] - mean[k]);
            }
        }
        for (int k = 0; k < mean.length; k++) {
            squares[k] = Math.sqrt(squares[k] / cases.length);
        }
        return squares;
    }
}
