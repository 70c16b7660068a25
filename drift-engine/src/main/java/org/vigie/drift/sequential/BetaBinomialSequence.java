package org.vigie.drift.sequential;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;
import org.vigie.drift.interval.Interval;

/// Confidence sequence of a proportion by a beta-binomial mixture: an interval that covers the proportion at
/// every look at once.
///
/// ## Definition
///
/// After `k` successes in `n` trials the interval holds every `p` with `M(p) < 1/α`, where
///
/// ```text
/// M(p) = B(pκ + k, (1 − p)κ + n − k) / B(pκ, (1 − p)κ) · p⁻ᵏ (1 − p)⁻⁽ⁿ⁻ᵏ⁾
/// κ    = max(t / (2 ln 20 + ln(1 + 2 ln 20)) − 1, 1/1000)        t: the number of trials it is tuned for
/// ```
///
/// the likelihood ratio of a proportion drawn from a beta distribution around `p` against `p` itself, whose
/// logarithm is minimal near `k/n` and rises to both sides \[1, section 3.3]. Where `p` is true `M(p)` is a
/// martingale that starts at 1, so that it ever reaches `1/α` with probability at most `α` (Ville).
///
/// ## Unit and range
///
/// Within `[0, 1]`. With no trials it is `[0, 1]`; the lower limit is 0 when there was no success, the upper limit 1
/// when there was no failure.
///
/// ## Reading the value
///
/// `P(p lies in the interval after n trials, for all n) ≥ 1 − α`: whoever looks every week, and stops when the
/// picture pleases, still reads an honest interval. The price is width: 90 of 100 gives 0.788–0.970 where
/// Wilson's fixed-time interval is 0.826–0.945. The interval is narrowest, relative to what is possible, near
/// the number of trials it is tuned for, and holds for any other number too.
///
/// ## Where this differs from the usual formula
///
/// None of the limits needs a normal approximation. `confseq`'s `bernoulli_confidence_interval` is the same interval.
/// [RunningIntersection] narrows it further.
///
/// ## Sources
///
/// 1. Howard, S. R., Ramdas, A., McAuliffe, J., & Sekhon, J. (2021). *Time-uniform, nonparametric, nonasymptotic
///    confidence sequences.* Annals of Statistics 49(2), 1055–1080. doi:10.1214/20-AOS1991
/// 2. Robbins, H. (1970). *Statistical methods related to the law of the iterated logarithm.* Annals of Mathematical
///    Statistics 41(5), 1397–1409. doi:10.1214/aoms/1177696786
///
/// @param confidence probability of covering the proportion at all looks together
/// @param tunedFor number of trials at which the interval is to be narrowest
public record BetaBinomialSequence(double confidence, double tunedFor) {

    public static final double DEFAULT_TUNED_FOR = 100;

    private static final double TUNING_LEVEL = 0.05;
    private static final double SMALLEST_CONCENTRATION = 1e-3;
    private static final int BISECTIONS = 100;

    /// @throws IllegalArgumentException if `confidence` is not in (0, 1), or `tunedFor` not positive and finite
    public BetaBinomialSequence {
        Interval.requireConfidence(confidence);
        if (!(tunedFor > 0 && tunedFor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tunedFor " + tunedFor + " is not positive and finite");
        }
    }

    /// Tuned for a hundred trials, where sensitivity begins to be worth watching.
    public static BetaBinomialSequence of(double confidence) {
        return new BetaBinomialSequence(confidence, DEFAULT_TUNED_FOR);
    }

    /// The interval after `trials` of which `successes` succeeded.
    ///
    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`
    public Interval at(long successes, long trials) {
        Counts.require(successes, trials);
        if (trials == 0) {
            return new Interval(0, 1, confidence);
        }
        double threshold = -Math.log1p(-confidence);
        double estimate = (double) successes / trials;
        DoubleUnaryOperator excess = p -> logMixture(p, successes, trials) - threshold;
        double lower = successes == 0 ? 0 : outermost(excess, estimate, 0);
        double upper = successes == trials ? 1 : outermost(excess, estimate, 1);
        return new Interval(Math.min(lower, estimate), Math.max(upper, estimate), confidence);
    }

    /// Logarithm of the evidence against the proportion `p`; it is rejected once this reaches `ln(1/α)`.
    ///
    /// @throws IllegalArgumentException if `p` is not in (0, 1), or not `0 ≤ successes ≤ trials`
    public double logEvidenceAgainst(double p, long successes, long trials) {
        Counts.require(successes, trials);
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p " + p + " is not in (0, 1)");
        }
        return logMixture(p, successes, trials);
    }

    private double logMixture(double p, long successes, long trials) {
        double twice = 2 * -Math.log(TUNING_LEVEL);
        double kappa = Math.max(tunedFor / (twice + Math.log1p(twice)) - 1, SMALLEST_CONCENTRATION);
        double a = p * kappa;
        double b = (1 - p) * kappa;
        long failures = trials - successes;
        return Beta.logBeta(a + successes, b + failures)
                - Beta.logBeta(a, b)
                - (successes == 0 ? 0 : successes * Math.log(p))
                - (failures == 0 ? 0 : failures * Math.log1p(-p));
    }

    /// The end of the interval between a value inside and the edge of [0, 1].
    private static double outermost(DoubleUnaryOperator excess, double inside, double edge) {
        double in = inside;
        double out = edge;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = in + (out - in) / 2;
            if (middle <= 0 || middle >= 1 || middle == in || middle == out) {
                break;
            }
            if (excess.applyAsDouble(middle) < 0) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }
}
