package org.vigie.drift.performance;

import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.StandardNormal;

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
/// `π` is the prevalence, `n₁` and `n₀` the positive and negative cases. Because
///
/// ```text
/// logit(PPV) = logit(π) + ln(Se/(1 − Sp))        logit(NPV) = −logit(π) + ln(Sp/(1 − Se))
/// ```
///
/// an uncertain prevalence adds its own distance on the logit scale: each limit lies
/// `√(distance of the model² + distance of the prevalence²)` from the estimate \[2].
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
/// 2. Donner, A., & Zou, G. Y. (2012). *Closed-form confidence intervals for functions of the normal mean and
///    standard deviation.* Statistical Methods in Medical Research 21(4), 347–359 (the method of variance estimates
///    recovery). doi:10.1177/0962280210383082
///
/// @param prevalence that the values are for
/// @param alertShare share of all cases that the model calls positive
/// @param falseAlarmShare share of all cases that it calls positive and that are not
/// @param missedShare share of all cases that it calls negative and that are not
public record PredictiveValues(
        double prevalence,
        OptionalDouble positive,
        Interval positiveInterval,
        OptionalDouble negative,
        Interval negativeInterval,
        OptionalDouble alertShare,
        OptionalDouble falseAlarmShare,
        OptionalDouble missedShare) {

    /// At a prevalence known exactly.
    ///
    /// @throws IllegalArgumentException if `prevalence` is not in (0, 1) or `confidence` not in (0, 1)
    public static PredictiveValues at(
            double prevalence, Proportion sensitivity, Proportion specificity, double confidence) {
        return at(Prevalence.known(prevalence), sensitivity, specificity, confidence);
    }

    /// At a prevalence with its own interval.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static PredictiveValues at(
            Prevalence declared, Proportion sensitivity, Proportion specificity, double confidence) {
        double z = StandardNormal.twoSided(confidence);
        double prevalence = declared.value();
        var all = new Interval(0, 1, confidence);
        OptionalDouble none = OptionalDouble.empty();
        if (sensitivity.trials() == 0 || specificity.trials() == 0) {
            return new PredictiveValues(prevalence, none, all, none, all, none, none, none);
        }
        double se = sensitivity.estimate().orElseThrow();
        double sp = specificity.estimate().orElseThrow();
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
        double ppvHalf = z * Math.sqrt((1 - adjustedSe) / (adjustedSe * n1) + adjustedSp / ((1 - adjustedSp) * n0));
        double npvHalf = z * Math.sqrt(adjustedSe / ((1 - adjustedSe) * n1) + (1 - adjustedSp) / (adjustedSp * n0));
        double below = declared.logitBelow(z);
        double above = declared.logitAbove(z);
        double ppv = positive(prevalence, se, sp);
        double npv = negative(prevalence, se, sp);
        double falseAlarms = (1 - sp) * (1 - prevalence);
        return new PredictiveValues(
                prevalence,
                present(ppv),
                interval(ppvLogit - Math.hypot(ppvHalf, below), ppvLogit + Math.hypot(ppvHalf, above), ppv, all),
                present(npv),
                interval(npvLogit - Math.hypot(npvHalf, above), npvLogit + Math.hypot(npvHalf, below), npv, all),
                OptionalDouble.of(se * prevalence + falseAlarms),
                OptionalDouble.of(falseAlarms),
                OptionalDouble.of((1 - se) * prevalence));
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
    private static Interval interval(double lower, double upper, double estimate, Interval all) {
        return Double.isNaN(estimate)
                ? all
                : new Interval(Math.min(estimate, expit(lower)), Math.max(estimate, expit(upper)), all.confidence());
    }

    static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
