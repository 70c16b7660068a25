package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

/// Windows drawn for the tests of this package.
final class FeatureSamples {

    private FeatureSamples() {}

    /// Normal vectors of unit variance, every two dimensions with the same correlation, every dimension with one mean.
    static FeatureWindow normal(int size, int dimensions, double correlation, double mean, long seed) {
        double[] means = new double[dimensions];
        Arrays.fill(means, mean);
        return normal(size, correlation, means, seed);
    }

    static FeatureWindow normal(int size, double correlation, double[] means, long seed) {
        var random = new SplittableRandom(0x9e3779b97f4a7c15L ^ (seed * 7_919));
        return FeatureWindow.of(IntStream.range(0, size)
                .mapToObj(i -> {
                    double shared = random.nextGaussian();
                    float[] vector = new float[means.length];
                    for (int k = 0; k < vector.length; k++) {
                        vector[k] = (float) (means[k]
                                + Math.sqrt(correlation) * shared
                                + Math.sqrt(1 - correlation) * random.nextGaussian());
                    }
                    return vector;
                })
                .toList());
    }

    static FeatureWindow rows(double[][] rows) {
        return FeatureWindow.ofColumns(IntStream.range(0, rows[0].length)
                .mapToObj(k -> Arrays.stream(rows).mapToDouble(row -> row[k]).toArray())
                .toList());
    }

    /// Share of runs that found drift.
    static double share(int runs, IntFunction<DriftResult> test) {
        return IntStream.range(0, runs)
                        .parallel()
                        .filter(run -> test.apply(run).verdict() instanceof DriftVerdict.Drifted)
                        .count()
                / (double) runs;
    }
}
