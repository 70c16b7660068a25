package org.vigie.drift.multivariate;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/// Covariance of cases, drawn towards their variances alone as far as the noise in the correlations asks for, so
/// that it can be inverted with fewer cases than dimensions.
///
/// ```text
/// Ŝ = (1 − λ) S + λ diag(S)
///
/// λ = Σ Var(rₖₗ) / Σ rₖₗ²     over k ≠ l, within [0, 1]; r correlations
/// ```
///
/// Source: Schäfer, J., & Strimmer, K. (2005). *A shrinkage approach to large-scale covariance matrix estimation and
/// implications for functional genomics.* Statistical Applications in Genetics and Molecular Biology 4(1), 32.
/// doi:10.2202/1544-6115.1175
///
/// @param lambda how far it was drawn
/// @param factor lower triangle L with `L Lᵀ = Ŝ`
record ShrunkCovariance(double lambda, double[][] factor) {

    private static final double LEAST_EIGENVALUE = 1e-9;

    /// @param standardised cases whose dimensions have mean 0 and variance 1
    /// @param needed false to use λ = 0, which needs many more cases than dimensions
    static ShrunkCovariance of(double[][] standardised, boolean needed) {
        int n = standardised.length;
        int d = standardised[0].length;
        double[][] correlation = new double[d][d];
        double fourth = 0; // Σ over cases of (Σ zₖ²)² − Σ zₖ⁴: products of different dimensions, squared
        for (double[] z : standardised) {
            double squares = 0;
            double fourths = 0;
            for (int k = 0; k < d; k++) {
                double square = z[k] * z[k];
                squares += square;
                fourths += square * square;
                double[] row = correlation[k];
                for (int l = 0; l <= k; l++) {
                    row[l] += z[k] * z[l];
                }
            }
            fourth += squares * squares - fourths;
        }
        double offDiagonal = 0;
        for (int k = 0; k < d; k++) {
            for (int l = 0; l <= k; l++) {
                correlation[k][l] /= n;
                offDiagonal += l < k ? 2 * correlation[k][l] * correlation[k][l] : 0;
            }
        }
        double variance = n / Math.pow(n - 1.0, 3) * (fourth - n * offDiagonal);
        double lambda = needed && offDiagonal > 0 ? Math.clamp(variance / offDiagonal, 0, 1) : 0;
        for (int k = 0; k < d; k++) {
            for (int l = 0; l < k; l++) {
                correlation[k][l] *= 1 - lambda;
                correlation[l][k] = correlation[k][l];
            }
            correlation[k][k] += LEAST_EIGENVALUE; // dimensions that are copies of others
        }
        var cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(correlation, false), 1e-9, 0);
        return new ShrunkCovariance(lambda, cholesky.getL().getData());
    }

    /// `L⁻¹ z`: coordinates in which Ŝ is the identity.
    double[] whitened(double[] z) {
        double[] y = new double[z.length];
        for (int k = 0; k < y.length; k++) {
            double rest = z[k];
            double[] row = factor[k];
            for (int l = 0; l < k; l++) {
                rest -= row[l] * y[l];
            }
            y[k] = rest / row[k];
        }
        return y;
    }
}
