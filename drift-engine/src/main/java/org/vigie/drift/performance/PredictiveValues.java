package org.vigie.drift.performance;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;

/// Predictive values at a declared prevalence, from sensitivity and specificity.
///
/// ## Definition
///
/// ```text
/// PPV = Se·π / (Se·π + (1 − Sp)(1 − π))        NPV = Sp(1 − π) / (Sp(1 − π) + (1 − Se)π)
///
/// interval on the logit scale:  logit(PPV) ± z √((1 − Se)/(Se·n₁) + Sp/((1 − Sp)·n₀))
///                               logit(NPV) ± z √(Se/((1 − Se)·n₁) + (1 − Sp)/(Sp·n₀))
/// ```
///
/// `π` is the prevalence, `n₁` and `n₀` the positive and negative cases.
///
/// ## Unit and range
///
/// Probabilities, in `[0, 1]`. Estimates are absent when there are no positive or no negative cases, or
/// when a value is 0/0; intervals then are `[0, 1]`.
///
/// ## Where this differs from the usual formula
///
/// With sensitivity or specificity 0 or 1 the logit interval does not exist; for the interval alone
/// each proportion then becomes that of `k + z²/2` among `n + z²`, as \[1] propose.
///
/// ## Sources
///
/// 1. Mercaldo, N. D., Lau, K. F., & Zhou, X. H. (2007). *Confidence intervals for predictive values with
///    an emphasis to case–control studies.* Statistics in Medicine 26(10), 2170–2183. doi:10.1002/sim.2677
public record PredictiveValues(
        double prevalence,
        OptionalDouble positive,
        Interval positiveInterval,
        OptionalDouble negative,
        Interval negativeInterval) {

    /// @throws IllegalArgumentException if `prevalence` is not in (0, 1) or `confidence` not in (0, 1)
    public static PredictiveValues at(
            double prevalence, Proportion sensitivity, Proportion specificity, double confidence) {
        if (!(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("prevalence " + prevalence + " is not in (0, 1)");
        }
        var all = new Interval(0, 1, confidence);
        if (sensitivity.trials() == 0 || specificity.trials() == 0) {
            return new PredictiveValues(prevalence, OptionalDouble.empty(), all, OptionalDouble.empty(), all);
        }
        double se = sensitivity.estimate().orElseThrow();
        double sp = specificity.estimate().orElseThrow();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        double n1 = sensitivity.trials();
        double n0 = specificity.trials();
        double adjustedSe = se;
        double adjustedSp = sp;
        if (se == 0 || se == 1 || sp == 0 || sp == 1) {
            adjustedSe = (sensitivity.successes() + z * z / 2) / (n1 + z * z);
            adjustedSp = (specificity.successes() + z * z / 2) / (n0 + z * z);
            n1 += z * z;
            n0 += z * z;
        }
        double ppvLogit = logit(positive(prevalence, adjustedSe, adjustedSp));
        double npvLogit = logit(negative(prevalence, adjustedSe, adjustedSp));
        double ppvError = Math.sqrt((1 - adjustedSe) / (adjustedSe * n1) + adjustedSp / ((1 - adjustedSp) * n0));
        double npvError = Math.sqrt(adjustedSe / ((1 - adjustedSe) * n1) + (1 - adjustedSp) / (adjustedSp * n0));
        return new PredictiveValues(
                prevalence,
                present(positive(prevalence, se, sp)),
                interval(ppvLogit, z * ppvError, positive(prevalence, se, sp), confidence),
                present(negative(prevalence, se, sp)),
                interval(npvLogit, z * npvError, negative(prevalence, se, sp), confidence));
    }

    private static double positive(double prevalence, double se, double sp) {
        return se * prevalence / (se * prevalence + (1 - sp) * (1 - prevalence));
    }

    private static double negative(double prevalence, double se, double sp) {
        return sp * (1 - prevalence) / (sp * (1 - prevalence) + (1 - se) * prevalence);
    }

    private static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The interval always holds the estimate, also where the latter is 0 or 1.
    private static Interval interval(double logit, double half, double estimate, double confidence) {
        if (Double.isNaN(estimate)) {
            return new Interval(0, 1, confidence);
        }
        return new Interval(
                Math.min(estimate, expit(logit - half)), Math.max(estimate, expit(logit + half)), confidence);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
