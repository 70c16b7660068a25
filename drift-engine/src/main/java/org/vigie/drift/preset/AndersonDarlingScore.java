package org.vigie.drift.preset;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;

/// P-value of the k-sample Anderson–Darling test by interpolation in a table, never outside `[0.001, 0.25]`.
///
/// The logarithm of the level is fitted by a parabola through the seven critical values of the table; beyond its ends
/// the p-value stays at the end. Scholz, F. W., & Stephens, M. A. (1987), doi:10.1080/01621459.1987.10478517.
final class AndersonDarlingScore {

    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    /// Table 2 of the paper for two samples: b₀ + b₁ + b₂.
    private static final double[] CRITICAL = {
        0.675 - 0.245 - 0.105,
        1.281 + 0.25 - 0.305,
        1.645 + 0.678 - 0.362,
        1.96 + 1.149 - 0.391,
        2.326 + 1.822 - 0.396,
        2.573 + 2.364 - 0.345,
        3.085 + 3.615 - 0.154
    };

    private static final RealVector PARABOLA = parabola();

    private AndersonDarlingScore() {}

    static Score of(Tally tally) {
        if (tally.size() < 2) {
            return new Score.Undefined("one value only: nothing to test");
        }
        if (tally.n() + tally.m() < 4) {
            return new Score.Undefined(
                    "the Anderson–Darling test needs four observations, there are " + (tally.n() + tally.m()));
        }
        double standardized = (statistic(tally) - 1) / Math.sqrt(variance((double) tally.n(), (double) tally.m()));
        if (standardized < CRITICAL[0]) {
            return Score.of(LEVELS[0]);
        }
        if (standardized > CRITICAL[CRITICAL.length - 1]) {
            return Score.of(LEVELS[LEVELS.length - 1]);
        }
        return Score.of(Math.exp(
                PARABOLA.getEntry(0) + standardized * (PARABOLA.getEntry(1) + standardized * PARABOLA.getEntry(2))));
    }

    /// A²ₐkN of the paper, with midranks.
    private static double statistic(Tally tally) {
        double n = tally.n();
        double m = tally.m();
        double all = n + m;
        double sum = 0;
        long left = 0;
        long r = 0;
        long c = 0;
        for (int i = 0; i < tally.size(); i++) {
            double tied = (double) tally.reference()[i] + tally.current()[i];
            double rank = left + tied / 2;
            double weight = tied / all / (rank * (all - rank) - all * tied / 4);
            double ofReference = all * (r + tally.reference()[i] / 2.0) - rank * n;
            double ofCurrent = all * (c + tally.current()[i] / 2.0) - rank * m;
            sum += weight * (ofReference * ofReference / n + ofCurrent * ofCurrent / m);
            left += tally.reference()[i] + tally.current()[i];
            r += tally.reference()[i];
            c += tally.current()[i];
        }
        return sum * (all - 1) / all;
    }

    /// Variance of the statistic when nothing drifted, equation (4) of the paper for two samples.
    private static double variance(double n, double m) {
        double all = n + m;
        double bigH = 1 / n + 1 / m;
        double h = 0;
        double g = 0;
        for (double i = all - 1; i > 1; i--) {
            h += 1 / i;
            g += h / (all - i + 1);
        }
        h += 1;
        double k = 2;
        double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * bigH;
        double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * bigH - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * bigH + 4 * h;
        double d = (2 * h + 6) * k * k - 4 * h * k;
        return (((a * all + b) * all + c) * all + d) / ((all - 1) * (all - 2) * (all - 3));
    }

    private static RealVector parabola() {
        double[][] powers = Arrays.stream(CRITICAL)
                .mapToObj(x -> new double[] {1, x, x * x})
                .toArray(double[][]::new);
        double[] logarithms = Arrays.stream(LEVELS).map(Math::log).toArray();
        return new QRDecomposition(new Array2DRowRealMatrix(powers)).getSolver().solve(new ArrayRealVector(logarithms));
    }
}
