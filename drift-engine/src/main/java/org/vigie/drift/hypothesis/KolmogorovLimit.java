package org.vigie.drift.hypothesis;

/// One-sample Kolmogorov distribution with as many observations as two windows are worth together.
///
/// For two large windows `P(D ≥ d)` is close to that of the one-sample statistic with
/// `N = n·m / (n + m)` observations. This is much closer than Kolmogorov's limit for `N → ∞` when
/// one window is small.
///
/// In the body the distribution function of Apache Commons Math is used (Marsaglia, Tsang & Wang 2003,
/// Pelz & Good 1976). Where `N d² ≥ 2.2` the survival function is twice the one-sided one of Birnbaum
/// & Tingey (1951), doi:10.1214/aoms/1177729550, which keeps its relative precision in the tail;
/// Simard, R., & L'Ecuyer, P. (2011), *Computing the two-sided Kolmogorov–Smirnov distribution*,
/// Journal of Statistical Software 39(11), doi:10.18637/jss.v039.i11, show that this loses nothing.
final class KolmogorovLimit {

    private static final double TAIL = 2.2;

    /// Up to here a smaller D has a probability below 1e-10, and Commons Math answers `NaN` or does not end.
    private static final double CERTAIN = 0.04;

    private static final int MOST_TERMS = 100_000;

    private KolmogorovLimit() {}

    static double survival(double d, int n, int m) {
        int effective = (int) Math.max(1, Math.rint((double) n * m / ((double) n + m)));
        if (d <= 0) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        if (effective * d * d <= CERTAIN) {
            return 1;
        }
        if (effective * d * d >= TAIL) {
            return Math.min(1, 2 * oneSided(d, effective));
        }
        double cdf = new org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest().cdf(d, effective);
        return Math.clamp(1 - cdf, 0.0, 1.0);
    }

    /// `d Σⱼ C(n, j) (d + j/n)^(j−1) (1 − d − j/n)^(n−j)` over `0 ≤ j ≤ n(1 − d)`.
    private static double oneSided(double d, int n) {
        if (n > MOST_TERMS) {
            // Smirnov's expansion to order n^(−3/2), as a series of the logarithm, which holds far out
            double z = Math.sqrt(n) * d;
            double cube = z * z * z;
            double series = -2 * z * z
                    - 2 * d / 3
                    + 4.0 / 9 * (z * z - z * cube) / n
                    + (4 * z / 45 - 88 * cube / 405) / (n * Math.sqrt(n));
            return Math.exp(series);
        }
        double logChoose = 0;
        double sum = 0;
        for (int j = 0; j <= n * (1 - d); j++) {
            double above = 1 - d - (double) j / n;
            double power = j == n ? 0 : (n - j) * Math.log(Math.max(above, 0));
            sum += Math.exp(logChoose + (j - 1) * Math.log(d + (double) j / n) + power);
            logChoose += Math.log((double) (n - j) / (j + 1));
        }
        return d * sum;
    }
}
