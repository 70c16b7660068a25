package org.vigie.drift.multivariate;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// Sums from which mean and covariance of some cases follow, so that those of the rest follow by subtraction.
///
/// @param products lower triangle of `Σ x xᵀ`
record MomentSums(int cases, double[] sum, double[][] products) {

    static MomentSums of(double[][] cases) {
        return of(cases, IntStream.range(0, cases.length).toArray());
    }

    private static MomentSums of(double[][] cases, int[] chosen) {
        int d = cases[0].length;
        double[] sum = new double[d];
        double[][] products = new double[d][d];
        for (int i : chosen) {
            double[] x = cases[i];
            for (int k = 0; k < d; k++) {
                sum[k] += x[k];
                for (int l = 0; l <= k; l++) {
                    products[k][l] += x[k] * x[l];
                }
            }
        }
        return new MomentSums(chosen.length, sum, products);
    }

    /// Fréchet distance between the chosen cases and the rest, this being all of them.
    double split(double[][] all, int[] chosen) {
        MomentSums some = of(all, chosen);
        MomentSums rest = new MomentSums(cases - chosen.length, sum.clone(), new double[sum.length][sum.length]);
        for (int k = 0; k < sum.length; k++) {
            rest.sum[k] -= some.sum[k];
            for (int l = 0; l <= k; l++) {
                rest.products[k][l] = products[k][l] - some.products[k][l];
            }
        }
        return rest.distance(some);
    }

    double distance(MomentSums other) {
        RealMatrix s = covariance();
        RealMatrix t = other.covariance();
        double squared = s.getTrace() + t.getTrace();
        for (int k = 0; k < sum.length; k++) {
            double step = sum[k] / cases - other.sum[k] / other.cases;
            squared += step * step;
        }
        var eigen = new EigenDecomposition(s);
        RealMatrix root = eigen.getV();
        double[] eigenvalues = eigen.getRealEigenvalues();
        for (int j = 0; j < eigenvalues.length; j++) {
            double scale = Math.sqrt(Math.max(0, eigenvalues[j]));
            for (int k = 0; k < eigenvalues.length; k++) {
                root.multiplyEntry(k, j, scale);
            }
        }
        // S^½ T S^½ has the eigenvalues of Rᵀ T R for any R with R Rᵀ = S
        RealMatrix inner = root.transpose().multiply(t).multiply(root);
        for (double value : new EigenDecomposition(symmetric(inner)).getRealEigenvalues()) {
            squared -= 2 * Math.sqrt(Math.max(0, value));
        }
        return Math.sqrt(Math.max(0, squared));
    }

    private RealMatrix covariance() {
        double[][] covariance = new double[sum.length][sum.length];
        for (int k = 0; k < sum.length; k++) {
            for (int l = 0; l <= k; l++) {
                covariance[k][l] = products[k][l] / cases - sum[k] / cases * (sum[l] / cases);
                covariance[l][k] = covariance[k][l];
            }
        }
        return new Array2DRowRealMatrix(covariance, false);
    }

    private static RealMatrix symmetric(RealMatrix nearly) {
        return nearly.add(nearly.transpose()).scalarMultiply(0.5);
    }
}
