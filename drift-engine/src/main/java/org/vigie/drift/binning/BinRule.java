package org.vigie.drift.binning;

import org.vigie.drift.window.NumericWindow;

/// How the edges of bins were found.
///
/// ## Definition
///
/// For `n` observations of a reference with range `R`, the number of bins of equal width is
///
/// ```text
/// STURGES             ⌈log₂ n + 1⌉                                                        \[1]
/// DOANE               ⌈1 + log₂ n + log₂(1 + |g₁| / σ)⌉,  σ² = 6(n − 2) / ((n + 1)(n + 3))  \[2]
/// FREEDMAN_DIACONIS   ⌈R / (2 · IQR · n^(−1/3))⌉                                           \[3]
/// ```
///
/// where `g₁` is the skewness and IQR the distance between the quartiles. Doane's rule and a reference of one or two
/// observations, or of one value, give one bin.
///
/// ## Sources
///
/// 1. Sturges, H. A. (1926). *The choice of a class interval.* Journal of the American Statistical Association
///    21(153), 65–66. doi:10.1080/01621459.1926.10502161
/// 2. Doane, D. P. (1976). *Aesthetic frequency classifications.* The American Statistician 30(4), 181–183.
///    doi:10.1080/00031305.1976.10479172
/// 3. Freedman, D., & Diaconis, P. (1981). *On the histogram as a density estimator: L₂ theory.* Zeitschrift für
///    Wahrscheinlichkeitstheorie 57, 453–476. doi:10.1007/BF01025868
public enum BinRule {
    /// Edges the caller gave.
    GIVEN,
    /// A number of bins of equal width the caller gave.
    EQUAL_WIDTH,
    STURGES,
    DOANE,
    FREEDMAN_DIACONIS;

    static int sturges(NumericWindow reference) {
        return (int) Math.ceil(log2(reference.size()) + 1);
    }

    static int doane(NumericWindow reference) {
        int n = reference.size();
        if (n <= 2 || reference.isConstant()) {
            return 1;
        }
        double spread = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3.0)));
        return (int) Math.ceil(1 + log2(n) + log2(1 + Math.abs(skewness(reference)) / spread));
    }

    /// Number of bins by Freedman and Diaconis; infinite when the quartiles agree.
    static double freedmanDiaconis(NumericWindow reference) {
        double quartiles = reference.quantile(0.75) - reference.quantile(0.25);
        double range = reference.quantile(1) - reference.quantile(0);
        return Math.ceil(range / (2 * quartiles / Math.cbrt(reference.size())));
    }

    private static double skewness(NumericWindow reference) {
        int n = reference.size();
        double mean = reference.mean();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double d = reference.get(i) - mean;
            squares += d * d;
        }
        double deviation = Math.sqrt(squares / n);
        double cubes = 0;
        for (int i = 0; i < n; i++) {
            double z = (reference.get(i) - mean) / deviation;
            cubes += z * z * z;
        }
        return cubes / n;
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }
}
