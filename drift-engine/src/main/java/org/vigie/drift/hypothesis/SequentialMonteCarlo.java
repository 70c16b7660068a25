package org.vigie.drift.hypothesis;

import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;

/// P-value from random draws under no drift, which stops as soon as it is clearly large.
///
/// ## Definition
///
/// With `h` of `l` drawn values at least as large as the observed one:
///
/// ```text
/// p = h / l               stopped as soon as h = 20 (sequential Monte Carlo \[1])
/// p = (h + 1) / (l + 1)   when the most draws L are reached \[2]
/// ```
///
/// Both are valid: `P(p ≤ α) ≤ α` for every α. Values within `1e-12` (relative) of the observed one count as
/// at least as large, so that rounding cannot lower p. `L` is ten times the inverse of the level, at least
/// 9,999 and at most 999,999; a level below `1 / (L + 1)` could never be reached.
///
/// ## Sources
///
/// 1. Besag, J., & Clifford, P. (1991). *Sequential Monte Carlo p-values.* Biometrika 78(2),
///    301–304. doi:10.1093/biomet/78.2.301
/// 2. Phipson, B., & Smyth, G. K. (2010). *Permutation p-values should never be zero.* Statistical
///    Applications in Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585
public final class SequentialMonteCarlo {

    private static final int EXCEEDANCES_ENOUGH = 20;
    private static final int FEWEST_DRAWS = 9_999;
    private static final int MOST_DRAWS = 999_999;
    private static final int LARGEST_BATCH = 2_048;
    private static final double ROUNDING = 1e-12;

    private SequentialMonteCarlo() {}

    /// The smallest p-value that drawing at this level can give.
    public static double smallestPValue(double level) {
        return 1.0 / (draws(level) + 1);
    }

    /// Draws one after the other, as from one source of random numbers.
    public static PValue pValue(double observed, DoubleSupplier draw, double level) {
        var count = new Count(observed, draws(level));
        while (!count.isSettled()) {
            count.add(draw.getAsDouble());
        }
        return count.pValue();
    }

    /// Draws in parallel; the p-value is that of drawing 0, 1, 2 … in turn, whatever the number of threads.
    ///
    /// @param draw value of the draw of a given number, from that number alone; called from several threads
    public static PValue pValueOfNumbered(double observed, IntToDoubleFunction draw, double level) {
        var count = new Count(observed, draws(level));
        int next = 0;
        for (int batch = EXCEEDANCES_ENOUGH; !count.isSettled(); batch = Math.min(2 * batch, LARGEST_BATCH)) {
            int end = Math.min(next + batch, count.most);
            double[] values =
                    IntStream.range(next, end).parallel().mapToDouble(draw).toArray();
            for (int i = 0; i < values.length && !count.isSettled(); i++) {
                count.add(values[i]);
            }
            next = end;
        }
        return count.pValue();
    }

    private static int draws(double level) {
        return (int) Math.clamp(Math.ceil(10 / level), FEWEST_DRAWS, MOST_DRAWS);
    }

    private static final class Count {

        private final double limit;
        private final int most;
        private int drawn;
        private int exceedances;

        Count(double observed, int most) {
            limit = observed - Math.abs(observed) * ROUNDING;
            this.most = most;
        }

        void add(double value) {
            drawn++;
            exceedances += value >= limit ? 1 : 0;
        }

        boolean isSettled() {
            return exceedances == EXCEEDANCES_ENOUGH || drawn == most;
        }

        PValue pValue() {
            double p = exceedances == EXCEEDANCES_ENOUGH
                    ? (double) exceedances / drawn
                    : (exceedances + 1.0) / (drawn + 1.0);
            return new PValue(p, PValueMethod.RESAMPLED);
        }
    }
}
