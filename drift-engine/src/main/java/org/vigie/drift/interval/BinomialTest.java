package org.vigie.drift.interval;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/// Tests of one proportion against a stated value, and of two proportions against each other.
///
/// ## Definition
///
/// ```text
/// exact      sum of the binomial probabilities of all outcomes no likelier than the one seen (two-sided),
///            or at least as large (GREATER_THAN), or at most as large (LESS_THAN)
/// pooled z   (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂))       p: share in both together
/// Fisher     exact, given all margins
/// ```
///
/// ## Reading the value
///
/// The exact tests never alarm more often than their level. The pooled z is for large windows only; its
/// p-value is 1 where both proportions are 0 or both are 1 (0/0 otherwise).
///
/// ## Sources
///
/// 1. Clopper, C. J., & Pearson, E. S. (1934). Biometrika 26(4), 404–413. doi:10.1093/biomet/26.4.404
/// 2. Fisher, R. A. (1922). *On the interpretation of χ² from contingency tables, and the calculation of P.*
///    Journal of the Royal Statistical Society 85(1), 87–94. doi:10.2307/2340521
public final class BinomialTest {

    private BinomialTest() {}

    /// Exact p-value of the stated share.
    ///
    /// @return 1 without trials
    /// @throws IllegalArgumentException if `share` is not in [0, 1] or there are more than 2³¹ − 1 trials
    public static double exactPValue(Proportion observed, double share, AlternativeHypothesis alternative) {
        if (observed.trials() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(observed.trials() + " trials are too many");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not in [0, 1]");
        }
        return observed.trials() == 0
                ? 1
                : org.apache.commons.statistics.inference.BinomialTest.withDefaults()
                        .with(alternative)
                        .test((int) observed.trials(), (int) observed.successes(), share)
                        .getPValue();
    }

    /// Pooled z of first minus second; 0 where it would be 0/0.
    public static double pooledZ(Proportion first, Proportion second) {
        double n = first.trials();
        double m = second.trials();
        double pooled = (first.successes() + second.successes()) / (n + m);
        double variance = pooled * (1 - pooled) * (1 / n + 1 / m);
        return n > 0 && m > 0 && variance > 0
                ? (first.successes() / n - second.successes() / m) / Math.sqrt(variance)
                : 0;
    }

    /// Two-sided p-value of [#pooledZ].
    public static double pooledPValue(Proportion first, Proportion second) {
        return StandardNormal.twoSidedPValue(pooledZ(first, second));
    }

    /// Fisher's two-sided p-value; 1 if either has no trials.
    ///
    /// @throws IllegalArgumentException if there are more than 2³¹ − 1 trials
    public static double fisherPValue(Proportion first, Proportion second) {
        if (first.trials() + second.trials() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(first.trials() + second.trials() + " trials are too many");
        }
        long successes = first.successes() + second.successes();
        if (first.trials() == 0
                || second.trials() == 0
                || successes == 0
                || successes == first.trials() + second.trials()) {
            return 1; // the margins leave a single table
        }
        int[][] table = {
            {(int) first.successes(), (int) (first.trials() - first.successes())},
            {(int) second.successes(), (int) (second.trials() - second.successes())}
        };
        return FisherExactTest.withDefaults().test(table).getPValue();
    }
}
