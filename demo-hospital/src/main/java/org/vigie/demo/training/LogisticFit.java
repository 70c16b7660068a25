package org.vigie.demo.training;

import java.util.List;
import java.util.function.IntPredicate;
import smile.classification.LogisticRegression;

/// Fits the last layer: standardise, logistic regression with an L2 penalty (Smile), and fold the standardisation in.
final class LogisticFit {
    /// Strength of the penalty on the sum of squared weights, chosen on a tuning set; the result changes little from 3
    /// to 30.
    private static final double LAMBDA = 10;

    private static final double TOLERANCE = 1e-5;
    private static final int ITERATIONS = 500;

    /// A feature that varies less than this over the training set says nothing.
    private static final double CONSTANT = 1e-9;

    private LogisticFit() {}

    /// @param used which of the 256 features the layer may use
    static LastLayer fit(List<Sample> samples, IntPredicate used) {
        int n = samples.size();
        int p = Backbone.FEATURES;
        double[] mean = new double[p];
        double[] deviation = new double[p];
        for (Sample sample : samples) {
            for (int k = 0; k < p; k++) {
                mean[k] += sample.features()[k] / n;
            }
        }
        for (Sample sample : samples) {
            for (int k = 0; k < p; k++) {
                double difference = sample.features()[k] - mean[k];
                deviation[k] += difference * difference / n;
            }
        }
        double[][] x = new double[n][p];
        int[] y = new int[n];
        for (int k = 0; k < p; k++) {
            deviation[k] = Math.sqrt(deviation[k]);
            if (used.test(k) && deviation[k] > CONSTANT) {
                for (int i = 0; i < n; i++) {
                    x[i][k] = (samples.get(i).features()[k] - mean[k]) / deviation[k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            y[i] = samples.get(i).nodule() ? 1 : 0;
        }
        double[] fitted = LogisticRegression.binomial(
                        x, y, new LogisticRegression.Options(LAMBDA, TOLERANCE, ITERATIONS))
                .coefficients();
        double intercept = fitted[p];
        double[] weights = new double[p];
        for (int k = 0; k < p; k++) {
            if (used.test(k) && deviation[k] > CONSTANT) {
                weights[k] = fitted[k] / deviation[k];
                intercept -= weights[k] * mean[k];
            }
        }
        return new LastLayer(weights, intercept);
    }
}
