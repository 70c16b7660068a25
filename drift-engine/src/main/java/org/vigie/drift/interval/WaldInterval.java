package org.vigie.drift.interval;

/// The textbook intervals `estimate ± z · standard error`, kept only to reproduce what others print.
///
/// ## Definition
///
/// ```text
/// one proportion     p ± z √(p(1 − p)/n)
/// difference         p₁ − p₂ ± z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂)
/// ```
///
/// ## Unit and range
///
/// One proportion is cut to `[0, 1]`, a difference to `[−1, 1]`.
///
/// ## Reading the value
///
/// Do not judge by it: with no failure among three cases it claims `[1, 1]`, and it covers far less often
/// than it says near 0 and 1 \[1]. No verdict in this library uses it; [ProportionInterval] and
/// [DifferenceInterval] hold those that do.
///
/// ## Sources
///
/// 1. Brown, L. D., Cai, T. T., & DasGupta, A. (2001). *Interval estimation for a binomial
///    proportion.* Statistical Science 16(2), 101–133. doi:10.1214/ss/1009213286
public final class WaldInterval {

    private WaldInterval() {}

    /// Interval of one proportion; `[0, 1]` without trials.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static Interval of(Proportion observed, double confidence) {
        double z = StandardNormal.twoSided(confidence);
        if (observed.trials() == 0) {
            return new Interval(0, 1, confidence);
        }
        double p = observed.estimate().orElseThrow();
        double half = z * Math.sqrt(p * (1 - p) / observed.trials());
        return new Interval(Math.max(0, p - half), Math.min(1, p + half), confidence);
    }

    /// Interval of first minus second; `[−1, 1]` if either has no trials.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static Interval ofDifference(Proportion first, Proportion second, double confidence) {
        double z = StandardNormal.twoSided(confidence);
        if (first.trials() == 0 || second.trials() == 0) {
            return new Interval(-1, 1, confidence);
        }
        double p = first.estimate().orElseThrow();
        double q = second.estimate().orElseThrow();
        double half = z * Math.sqrt(p * (1 - p) / first.trials() + q * (1 - q) / second.trials());
        return new Interval(Math.max(-1, p - q - half), Math.min(1, p - q + half), confidence);
    }
}
