package org.vigie.drift.interval;

/// Tango's score for a difference of paired proportions, second minus first: how far the cases are from what
/// a difference `Δ` lets expect, in standard errors.
///
/// ## Definition
///
/// With `b = firstOnly`, `c = secondOnly` of `n` cases:
///
/// ```text
/// T(Δ) = (c − b − nΔ) / √(n (2q + Δ(1 − Δ)))
///
/// q    the share of `firstOnly` that is likeliest if the difference is Δ: the larger root of
///      2n q² − (b + c − (2n − c + b)Δ) q − b Δ(1 − Δ) = 0
/// ```
///
/// ## Unit and range
///
/// Standard normal for large `n` if `Δ` is the true difference. Decreasing in `Δ`; `T(0)² = (b − c)²/(b + c)`
/// is McNemar's statistic. Where variance and numerator are both 0 the score is 0 (the difference explains the
/// cases wholly), where only the variance is, it is infinite with the sign of the numerator.
///
/// ## Sources
///
/// 1. Tango, T. (1998). *Equivalence test and confidence interval for the difference in proportions for the
///    paired-sample design.* Statistics in Medicine 17(8), 891–908.
///    doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B
public final class TangoScore {

    private TangoScore() {}

    /// @return 0 without cases
    /// @throws IllegalArgumentException if `difference` is not in [−1, 1]
    public static double of(PairedProportions pairs, double difference) {
        if (!(difference >= -1 && difference <= 1)) {
            throw new IllegalArgumentException("difference " + difference + " is not in [-1, 1]");
        }
        double n = pairs.cases();
        double b = pairs.firstOnly();
        double c = pairs.secondOnly();
        double numerator = c - b - n * difference;
        double linear = (2 * n - c + b) * difference - b - c;
        double constant = -b * difference * (1 - difference);
        double root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
        double q = (root - linear) / (4 * n);
        double variance = n * (2 * q + difference * (1 - difference));
        if (numerator == 0) {
            return 0;
        }
        return variance > 0 ? numerator / Math.sqrt(variance) : Math.copySign(Double.POSITIVE_INFINITY, numerator);
    }

    /// One-sided p-value of "second is worse than first by `margin` or more": small speaks for non-inferiority.
    ///
    /// @return 1 without cases
    /// @throws IllegalArgumentException if `margin` is not in [0, 1)
    public static double nonInferiorityPValue(PairedProportions pairs, double margin) {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("margin " + margin + " is not in [0, 1)");
        }
        return pairs.cases() == 0 ? 1 : StandardNormal.survival(of(pairs, -margin));
    }
}
