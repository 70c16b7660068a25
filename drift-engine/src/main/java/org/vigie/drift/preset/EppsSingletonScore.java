package org.vigie.drift.preset;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.window.NumericWindow;

/// P-value of the Epps–Singleton test: are the empirical characteristic functions equal at 0.4 and 0.8 per half
/// interquartile range?
///
/// Epps, T. W., & Singleton, K. J. (1986), doi:10.1080/00949658608810963; Goerg, S. J., & Kaiser, J. (2009),
/// doi:10.1177/1536867X0900900307 for the correction of small samples.
final class EppsSingletonScore {

    private static final double[] POINTS = {0.4, 0.8};
    private static final int FEWEST = 5;
    private static final int SMALL = 25;
    private static final double ROUNDING = 1e-15;

    private EppsSingletonScore() {}

    static Score of(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        if (Math.min(n, m) < FEWEST) {
            return new Score.Undefined(
                    "the Epps–Singleton test needs five observations in each window, there are " + Math.min(n, m));
        }
        double[] both = new double[n + m];
        System.arraycopy(reference.sorted(), 0, both, 0, n);
        System.arraycopy(current.sorted(), 0, both, n, m);
        NumericWindow pooled = NumericWindow.of(both);
        double scale = (pooled.quantile(0.75) - pooled.quantile(0.25)) / 2;
        if (scale == 0) {
            return new Score.Undefined("the interquartile range of both windows is 0");
        }
        if (reference.isConstant() && current.isConstant()) {
            return new Score.Undefined("both windows are constant: there is no variance to compare with");
        }
        double[][] r = waves(reference, scale);
        double[][] c = waves(current, scale);
        double all = (double) n + m;
        double[] difference = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            difference[i] = mean(r[i]) - mean(c[i]);
        }
        double[][] covariance = new double[r.length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r.length; j++) {
                covariance[i][j] = all / n * covariance(r[i], r[j]) + all / m * covariance(c[i], c[j]);
            }
        }
        return test(covariance, difference, n, m);
    }

    private static Score test(double[][] covariance, double[] difference, double n, double m) {
        var decomposition = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        double[] values = decomposition.getRealEigenvalues();
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        int rank = 0;
        double w = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > largest * ROUNDING) {
                RealVector vector = decomposition.getEigenvector(i);
                double part = 0;
                for (int j = 0; j < difference.length; j++) {
                    part += vector.getEntry(j) * difference[j];
                }
                w += part * part / values[i];
                rank++;
            }
        }
        w *= n + m;
        if (Math.max(n, m) < SMALL) {
            w /= 1 + Math.pow(n + m, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7));
        }
        return Score.of(ChiSquaredDistribution.of(rank).survivalProbability(w));
    }

    /// cos(t·x) at each point, then sin(t·x).
    private static double[][] waves(NumericWindow window, double scale) {
        double[][] waves = new double[2 * POINTS.length][window.size()];
        for (int p = 0; p < POINTS.length; p++) {
            for (int i = 0; i < window.size(); i++) {
                double angle = POINTS[p] / scale * window.get(i);
                waves[p][i] = Math.cos(angle);
                waves[POINTS.length + p][i] = Math.sin(angle);
            }
        }
        return waves;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }
}
