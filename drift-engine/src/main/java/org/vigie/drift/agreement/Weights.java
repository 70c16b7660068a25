package org.vigie.drift.agreement;

/// How much two different answers still agree.
///
/// With `k` categories of values `x₁ … xₖ`: identity 1 or 0; linear `1 − |xᵢ − xⱼ|/(xₖ − x₁)`; quadratic
/// `1 − (xᵢ − xⱼ)²/(xₖ − x₁)²`. Categories without numbers have the values 0, 1, 2, …
public enum Weights {
    IDENTITY,
    LINEAR,
    QUADRATIC;

    double[][] matrix(double[] values) {
        int k = values.length;
        double[][] weights = new double[k][k];
        double range = k == 0 ? 0 : values[k - 1] - values[0];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double apart = i == j ? 0 : Math.abs(values[i] - values[j]) / range;
                weights[i][j] = switch (this) {
                    case IDENTITY -> i == j ? 1 : 0;
                    case LINEAR -> 1 - apart;
                    case QUADRATIC -> 1 - apart * apart;
                };
            }
        }
        return weights;
    }

    String named(String coefficient) {
        return switch (this) {
            case IDENTITY -> coefficient;
            case LINEAR -> coefficient + ", linear weights";
            case QUADRATIC -> coefficient + ", quadratic weights";
        };
    }
}
