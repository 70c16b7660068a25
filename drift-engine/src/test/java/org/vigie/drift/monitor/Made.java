package org.vigie.drift.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Made-up columns for the tests of the monitor.
final class Made {

    private Made() {}

    static double[] normal(SplittableRandom random, int size, double mean) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> random.nextGaussian(mean, 1));
        return values;
    }

    static double[] missing(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// Labels with these weights.
    static List<String> labels(SplittableRandom random, int size, String[] labels, double... weights) {
        double sum = Arrays.stream(weights).sum();
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    double place = random.nextDouble() * sum;
                    int k = 0;
                    while (k < weights.length - 1 && place >= weights[k]) {
                        place -= weights[k++];
                    }
                    return labels[k];
                })
                .toList();
    }

    static float[][] vectors(SplittableRandom random, int size, int dimensions, double mean) {
        float[][] vectors = new float[size][dimensions];
        for (float[] vector : vectors) {
            for (int k = 0; k < dimensions; k++) {
                vector[k] = (float) random.nextGaussian(mean, 1);
            }
        }
        return vectors;
    }
}
