package org.vigie.modelpackage;

import java.util.Arrays;

/// From a graph's raw numbers to scores.
final class Activations {

    private Activations() {}

    static double[] apply(Manifest.Activation activation, float[] raw) {
        double[] values = new double[raw.length];
        Arrays.setAll(values, i -> raw[i]);
        return switch (activation) {
            case NONE -> values;
            case SIGMOID ->
                Arrays.stream(values).map(x -> 1 / (1 + Math.exp(-x))).toArray();
            case SOFTMAX -> softmax(values);
        };
    }

    /// The largest is taken off first, so that no exponential overflows.
    private static double[] softmax(double[] values) {
        double largest = Arrays.stream(values).max().orElse(0);
        double[] exponentials =
                Arrays.stream(values).map(x -> Math.exp(x - largest)).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(x -> x / sum).toArray();
    }
}
