package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Two-sample Kolmogorov–Smirnov test: have the values of one numeric variable changed in any way?
///
/// ## Definition
///
/// ```text
/// D = max |F(x) − G(x)|  over x
///
/// F, G   share of the reference and of the current observations that are ≤ x
/// ```
///
/// ## Unit and range
///
/// Dimensionless, in `[0, 1]`: 0 when the shares agree everywhere, 1 when all observations of one
/// window lie above all of the other. Exchanging the windows, or any strictly increasing change of
/// scale, leaves it as it is.
///
/// ## Reading the value
///
/// D is itself an effect size: the largest difference between the shares of cases at or below some
/// value. The p-value is exact given the observed ties \[1] while `n·m ≤ 1,000,000`, and from the
/// one-sample distribution with `n·m / (n + m)` observations above.
///
/// ## Where this differs from the usual formula
///
/// Tables and SciPy take the variable as continuous. With ties (rounded scores, ages in years) that
/// makes the test too cautious; here ties are conditioned on while the p-value is exact. Windows so
/// small that no data at all could reach the level are inconclusive, not stable.
///
/// ## Sources
///
/// 1. Schröer, G., & Trenkler, D. (1995). *Exact and randomization distributions of
///    Kolmogorov–Smirnov tests for two or three samples.* Computational Statistics & Data Analysis
///    20(2), 185–202. doi:10.1016/0167-9473(94)00040-P
/// 2. Hodges, J. L. (1958). *The significance probability of the Smirnov two-sample test.* Arkiv för
///    Matematik 3(5), 469–486. doi:10.1007/BF02589501
public final class KolmogorovSmirnovTest {

    public static final String NAME = "Kolmogorov–Smirnov D";

    private static final long EXACT_UP_TO = 1_000_000;
    /// From this ratio of sizes on, searching beats passing.
    private static final int MUCH_SMALLER = 32;

    private static final boolean[] NO_TIES = {};

    private KolmogorovSmirnovTest() {}

    /// The statistic D.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double statistic(NumericWindow reference, NumericWindow current) {
        return (double) distance(reference, current) / ((double) reference.size() * current.size());
    }

    /// P-value, exact for small windows.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static PValue pValue(NumericWindow reference, NumericWindow current) {
        long distance = distance(reference, current);
        int n = reference.size();
        int m = current.size();
        if ((long) n * m <= EXACT_UP_TO) {
            double p = SmirnovDistribution.survival(distance, n, m, groupEnds(reference, current));
            return new PValue(p, PValueMethod.EXACT);
        }
        return new PValue(KolmogorovLimit.survival((double) distance / ((double) n * m), n, m), PValueMethod.LIMIT);
    }

    /// Smallest D that reaches the level when there are no ties, or nothing if no D does.
    ///
    /// @throws IllegalArgumentException if a size is not positive
    public static OptionalDouble criticalValue(int n, int m, double level) {
        if (n < 1 || m < 1) {
            throw new IllegalArgumentException("sizes " + n + " and " + m + " are not both positive");
        }
        long step = gcd(n, m); // D is a multiple of step / nm
        long low = 0; // never reaches the level: its p-value is 1
        long high = (long) n * m / step;
        if (continuousSurvival(high * step, n, m) > level) {
            return OptionalDouble.empty();
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (continuousSurvival(middle * step, n, m) <= level) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalDouble.of(high * step / ((double) n * m));
    }

    /// The test with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle =
                rule.onTooLittleData(sizes).or(() -> levelOutOfReach(reference.size(), current.size(), rule.level()));
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        double d = statistic(reference, current);
        return DriftResult.of(
                NAME,
                d,
                pValue(reference, current),
                Optional.of(effect(d)),
                sizes,
                rule,
                criticalValue(reference.size(), current.size(), rule.level()));
    }

    /// D as an effect size.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static EffectSize effect(NumericWindow reference, NumericWindow current) {
        return effect(statistic(reference, current));
    }

    private static EffectSize effect(double d) {
        return new EffectSize(
                "largest difference in cumulative share",
                d,
                "share of cases that moved across the value where it is largest");
    }

    static Optional<DriftVerdict> levelOutOfReach(int n, int m, double level) {
        if (smallestPValue(n, m) <= level) {
            return Optional.empty();
        }
        int required = Math.min(n, m);
        while (smallestPValue(Math.max(required, Math.max(n, m)), required) > level) {
            required++;
        }
        return Optional.of(new DriftVerdict.Inconclusive(
                "windows of " + n + " and " + m + " observations cannot reach the level " + level,
                Math.min(n, m),
                required));
    }

    /// `2 / C(n + m, n)`: all of one window above all of the other, either way round.
    static double smallestPValue(int n, int m) {
        double p = 2;
        for (int i = 1; i <= Math.min(n, m) && p > 0; i++) {
            p *= i / (Math.max(n, m) + (double) i);
        }
        return p;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static double continuousSurvival(long distance, int n, int m) {
        return (long) n * m <= EXACT_UP_TO
                ? SmirnovDistribution.survival(distance, n, m, NO_TIES)
                : KolmogorovLimit.survival((double) distance / ((double) n * m), n, m);
    }

    /// `max |m·i − n·j|` over the ends of the groups of ties: D times `n·m`, without rounding.
    private static long distance(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException((n == 0 ? "reference" : "current") + " window is empty");
        }
        if (n / MUCH_SMALLER > m) {
            return distanceBySearch(reference, current);
        }
        return m / MUCH_SMALLER > n ? distanceBySearch(current, reference) : distanceByPass(reference, current);
    }

    private static long distanceByPass(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        long distance = 0;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            double x = Math.min(reference.get(i), current.get(j));
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            distance = Math.max(distance, Math.abs((long) m * i - (long) n * j));
        }
        return distance;
    }

    /// Only at a value of the small window, or just below one, can the difference be largest.
    private static long distanceBySearch(NumericWindow large, NumericWindow small) {
        long n = large.size();
        int m = small.size();
        long distance = 0;
        int i = 0;
        int j = 0;
        while (j < m) {
            double x = small.get(j);
            i = large.countUpTo(Math.nextDown(x), i);
            distance = Math.max(distance, Math.abs(m * (long) i - n * j));
            while (j < m && small.get(j) == x) {
                j++;
            }
            i = large.countUpTo(x, i);
            distance = Math.max(distance, Math.abs(m * (long) i - n * j));
        }
        return distance;
    }

    private static boolean[] groupEnds(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        boolean[] ends = new boolean[n + m];
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = i == n ? current.get(j) : j == m ? reference.get(i) : Math.min(reference.get(i), current.get(j));
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            ends[i + j - 1] = true;
        }
        return ends;
    }
}
