package org.vigie.drift.hypothesis;

import java.util.function.DoubleSupplier;
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
final class SequentialMonteCarlo {

    private static final int EXCEEDANCES_ENOUGH = 20;
    private static final int FEWEST_DRAWS = 9_999;
    private static final int MOST_DRAWS = 999_999;
    private static final double ROUNDING = 1e-12;

    private SequentialMonteCarlo() {}

    static double smallestPValue(double level) {
        return 1.0 / (draws(level) + 1);
    }

    static PValue pValue(double observed, DoubleSupplier draw, double level) {
        double limit = observed - Math.abs(observed) * ROUNDING;
        int most = draws(level);
        int exceedances = 0;
        for (int l = 1; l <= most; l++) {
            if (draw.getAsDouble() >= limit && ++exceedances == EXCEEDANCES_ENOUGH) {
                return new PValue((double) exceedances / l, PValueMethod.RESAMPLED);
            }
        }
        return new PValue((exceedances + 1.0) / (most + 1.0), PValueMethod.RESAMPLED);
    }

    private static int draws(double level) {
        return (int) Math.clamp(Math.ceil(10 / level), FEWEST_DRAWS, MOST_DRAWS);
    }
}
