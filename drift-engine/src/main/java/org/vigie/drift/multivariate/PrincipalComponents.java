package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// Directions in which cases vary most, greatest variance first.
///
/// @param directions `directions[j]`: unit vector of component j
/// @param variances of the components, descending; those that are 0 but for rounding are left out
/// @param total variance of all dimensions together
record PrincipalComponents(double[][] directions, double[] variances, double total) {

    /// Variances below this share of the largest are rounding.
    private static final double ROUNDING = 1e-10;

    /// @param centred cases whose dimensions have mean 0
    static PrincipalComponents of(double[][] centred) {
        return centred.length < centred[0].length ? fewCases(centred) : fewDimensions(centred);
    }

    /// How many components hold a share of the variance.
    int holding(double share) {
        double held = 0;
        int count = 0;
        while (count < variances.length && held < share * total * (1 - ROUNDING)) {
            held += variances[count++];
        }
        return count;
    }

    /// Coordinate of one centred case along one component.
    double coordinate(double[] centred, int component) {
        double[] direction = directions[component];
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
            sum += direction[k] * centred[k];
        }
        return sum;
    }

    private static PrincipalComponents fewDimensions(double[][] centred) {
        int d = centred[0].length;
        double[][] covariance = new double[d][d];
        for (double[] one : centred) {
            for (int k = 0; k < d; k++) {
                double[] row = covariance[k];
                double x = one[k];
                for (int l = 0; l <= k; l++) {
                    row[l] += x * one[l];
                }
            }
        }
        mirror(covariance, centred.length);
        return of(covariance, vector -> vector);
    }

    /// The cases' products have the same eigenvalues as the dimensions' when there are fewer of them.
    private static PrincipalComponents fewCases(double[][] centred) {
        int n = centred.length;
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < centred[i].length; k++) {
                    sum += centred[i][k] * centred[j][k];
                }
                products[i][j] = sum;
            }
        }
        mirror(products, n);
        return of(products, weights -> {
            double[] direction = new double[centred[0].length];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < direction.length; k++) {
                    direction[k] += weights[i] * centred[i][k];
                }
            }
            return direction;
        });
    }

    private static void mirror(double[][] lower, int cases) {
        for (int k = 0; k < lower.length; k++) {
            for (int l = 0; l <= k; l++) {
                lower[k][l] /= cases;
                lower[l][k] = lower[k][l];
            }
        }
    }

    private static PrincipalComponents of(double[][] symmetric, UnaryOperator<double[]> direction) {
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
        double[] values = eigen.getRealEigenvalues(); // descending
        double[] kept = Arrays.stream(values)
                .filter(value -> value > ROUNDING * values[0])
                .toArray();
        double[][] directions = IntStream.range(0, kept.length)
                .mapToObj(j -> normed(direction.apply(eigen.getEigenvector(j).toArray())))
                .toArray(double[][]::new);
        return new PrincipalComponents(directions, kept, Arrays.stream(kept).sum());
    }

    private static double[] normed(double[] vector) {
        double norm = 0;
        for (double x : vector) {
            norm += x * x;
        }
        norm = Math.sqrt(norm);
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= norm;
        }
        return vector;
    }
}
