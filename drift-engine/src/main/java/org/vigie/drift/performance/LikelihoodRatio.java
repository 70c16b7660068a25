package org.vigie.drift.performance;

import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.StandardNormal;

/// How much likelier a decision is in a diseased case than in a healthy one.
///
/// ## Definition
///
/// ```text
/// LR+ = sensitivity / (1 − specificity)        LR− = (1 − sensitivity) / specificity
///
/// interval   exp(ln LR ± z √(1/a − 1/n₁ + 1/b − 1/n₀))     a of n₁ diseased, b of n₀ healthy cases decided so
/// ```
///
/// ## Unit and range
///
/// In `[0, ∞]`; 1 for a decision that says nothing. The odds before the decision times the ratio are the odds
/// after.
///
/// ## Reading the value
///
/// LR+ is infinite when no healthy case was decided so, 0 when no diseased one was. There is none when neither was
/// (0/0) or a kind of case is missing; its interval is then `[0, ∞]`.
///
/// ## Where this differs from the usual formula
///
/// Where a count is 0 or full, the interval takes half a case more in each cell, and reaches to 0 or ∞ where the
/// estimate does.
///
/// ## Sources
///
/// 1. Simel, D. L., Samsa, G. P., & Matchar, D. B. (1991). *Likelihood ratios with confidence: sample size
///    estimation for diagnostic test studies.* Journal of Clinical Epidemiology 44(8), 763–770.
///    doi:10.1016/0895-4356(91)90128-V
///
/// @param value may be infinite
/// @param interval its upper limit may be infinite
public record LikelihoodRatio(OptionalDouble value, Interval interval) {

    /// @param diseased those decided so among the diseased
    /// @param healthy those decided so among the healthy
    static LikelihoodRatio of(Proportion diseased, Proportion healthy, double confidence) {
        double z = StandardNormal.twoSided(confidence);
        double a = diseased.successes();
        double b = healthy.successes();
        double n1 = diseased.trials();
        double n0 = healthy.trials();
        if (n1 == 0 || n0 == 0 || (a == 0 && b == 0)) {
            return new LikelihoodRatio(OptionalDouble.empty(), new Interval(0, Double.POSITIVE_INFINITY, confidence));
        }
        double value = (a / n1) / (b / n0);
        if (a == 0 || b == 0 || a == n1 || b == n0) {
            a += 0.5;
            b += 0.5;
            n1 += 1;
            n0 += 1;
        }
        double middle = Math.log((a / n1) / (b / n0));
        double half = z * Math.sqrt(1 / a - 1 / n1 + 1 / b - 1 / n0);
        return new LikelihoodRatio(
                OptionalDouble.of(value),
                new Interval(
                        Math.min(value, Math.exp(middle - half)),
                        Math.max(value, Math.exp(middle + half)),
                        confidence));
    }
}
