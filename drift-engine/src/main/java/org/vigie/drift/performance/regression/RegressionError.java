package org.vigie.drift.performance.regression;

import java.util.Optional;

/// How far predicted numbers lie from measured ones.
///
/// ## Definition
///
/// With `d = predicted − measured`: MSE `mean d²`, RMSE `√MSE`, MAE `mean |d|`, bias `mean d`.
///
/// ## Unit and range
///
/// RMSE, MAE and bias in the unit of the measurement, MSE in its square; `|bias| ≤ MAE ≤ RMSE`.
///
/// ## Reading the value
///
/// RMSE is led by the worst cases, MAE is not. Neither says whether single patients are off; see [BlandAltman].
public record RegressionError(double mse, double mae, double bias, long cases) {

    /// @return nothing without cases
    /// @throws IllegalArgumentException if the arrays differ in length or a number is not finite, naming its index
    public static Optional<RegressionError> of(double[] predicted, double[] measured) {
        double[] differences = differences(predicted, measured);
        double squares = 0;
        double absolute = 0;
        double sum = 0;
        for (double d : differences) {
            squares += d * d;
            absolute += Math.abs(d);
            sum += d;
        }
        double n = differences.length;
        return n == 0
                ? Optional.empty()
                : Optional.of(new RegressionError(squares / n, absolute / n, sum / n, differences.length));
    }

    public double rmse() {
        return Math.sqrt(mse);
    }

    static double[] differences(double[] predicted, double[] measured) {
        if (predicted.length != measured.length) {
            throw new IllegalArgumentException(predicted.length + " predicted and " + measured.length + " measured");
        }
        double[] differences = new double[predicted.length];
        for (int i = 0; i < differences.length; i++) {
            requireFinite("predicted", i, predicted[i]);
            requireFinite("measured", i, measured[i]);
            differences[i] = predicted[i] - measured[i];
        }
        return differences;
    }

    private static void requireFinite(String name, int i, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + "[" + i + "] is " + value);
        }
    }
}
