package org.vigie.drift.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/// P-value of the two-sample Cramér–von Mises test: exact, as if there were no ties, up to 20 rows, else from the limit
/// after matching mean and variance.
///
/// Anderson, T. W. (1962), doi:10.1214/aoms/1177704477; Anderson, T. W., & Darling, D. A. (1952),
/// doi:10.1214/aoms/1177729437, (4.35) for the limit; Xiao, Y., Gordon, A., & Yakovlev, A. (2006),
/// doi:10.18637/jss.v017.i08 for the exact law.
final class CramerVonMisesScore {

    private static final int MOST_ROWS_FOR_EXACT = 20;

    private CramerVonMisesScore() {}

    static Score of(Tally tally) {
        long n = tally.n();
        long m = tally.m();
        if (Math.min(n, m) < 2) {
            return new Score.Undefined(
                    "the Cramér–von Mises test needs two observations in each window, there are " + Math.min(n, m));
        }
        double u = rankDistance(tally);
        if (Math.max(n, m) <= MOST_ROWS_FOR_EXACT) {
            return Score.of(exact(u, (int) n, (int) m));
        }
        double product = (double) n * m;
        double all = (double) n + m;
        double t = u / (product * all) - (4 * product - 1) / (6 * all);
        double mean = (1 + 1 / all) / 6;
        double variance = (all + 1)
                * (4 * product * all - 3 * ((double) n * n + (double) m * m) - 2 * product)
                / (45 * all * all * 4 * product);
        double scaled = 1.0 / 6 + (t - mean) / Math.sqrt(45 * variance);
        return Score.of(scaled < 0.003 ? 1 : Math.max(0, 1 - limit(scaled)));
    }

    /// n Σ (rank of the i-th reference value − i)² + m Σ (rank of the j-th current value − j)², midranks for ties.
    private static double rankDistance(Tally tally) {
        double ofReference = 0;
        double ofCurrent = 0;
        long left = 0;
        long r = 0;
        long c = 0;
        for (int i = 0; i < tally.size(); i++) {
            double rank = left + (tally.reference()[i] + tally.current()[i] + 1) / 2.0;
            for (long k = 0; k < tally.reference()[i]; k++) {
                double d = rank - ++r;
                ofReference += d * d;
            }
            for (long k = 0; k < tally.current()[i]; k++) {
                double d = rank - ++c;
                ofCurrent += d * d;
            }
            left += tally.reference()[i] + tally.current()[i];
        }
        return tally.n() * ofReference + tally.m() * ofCurrent;
    }

    /// Distribution function of the limit.
    private static double limit(double x) {
        double sum = 0;
        for (int k = 0; k < 100; k++) {
            double y = 4.0 * k + 1;
            double q = y * y / (16 * x);
            double term = Math.exp(Gamma.logGamma(k + 0.5) - Gamma.logGamma(k + 1.0))
                    / (Math.pow(Math.PI, 1.5) * Math.sqrt(x))
                    * Math.sqrt(y)
                    * scaledBessel(q);
            sum += term;
            if (Math.abs(term) < 1e-7) {
                break;
            }
        }
        return sum;
    }

    /// exp(−q) K₁⸝₄(q), by the trapezoidal rule on its integral, which converges geometrically.
    private static double scaledBessel(double q) {
        double step = 0.01;
        double sum = Math.exp(-2 * q) / 2;
        for (int i = 1; ; i++) {
            double t = i * step;
            double value = Math.exp(-q * (1 + Math.cosh(t))) * Math.cosh(t / 4);
            if (value < sum * 1e-18) {
                return step * sum;
            }
            sum += value;
        }
    }

    /// Share of all arrangements of two samples with a distance at least as large.
    private static double exact(double u, int n, int m) {
        long multiple = (long) n * m / gcd(n, m);
        long a = multiple / n;
        long b = multiple / m;
        double product = (double) n * m;
        double zeta = Math.floor((double) multiple
                * multiple
                * (n + m)
                * (6 * u - product * (4 * product - 1))
                / (6 * product * product));
        List<Map<Long, Double>> row = new ArrayList<>();
        for (int v = 0; v <= n; v++) {
            row.add(v == 0 ? Map.of(0L, 1.0) : Map.of());
        }
        for (int w = 0; w <= m; w++) {
            Map<Long, Double> before = Map.of();
            for (int v = 0; v <= n; v++) {
                Map<Long, Double> merged = new HashMap<>(before);
                row.get(v).forEach((value, ways) -> merged.merge(value, ways, Double::sum));
                long step = (a * v - b * w) * (a * v - b * w);
                Map<Long, Double> next = new HashMap<>();
                merged.forEach((value, ways) -> next.put(value + step, ways));
                row.set(v, next);
                before = next;
            }
        }
        double[] ways = {0, 0};
        row.get(n).forEach((value, count) -> ways[value >= zeta ? 0 : 1] += count);
        return ways[0] / Arrays.stream(ways).sum();
    }

    private static int gcd(int n, int m) {
        return m == 0 ? n : gcd(m, n % m);
    }
}
