package org.vigie.drift.performance;

import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.interval.StandardNormal;

/// The prevalence that predictive values are for, with what is not known about it.
///
/// @param value in (0, 1)
/// @param lower in (0, value]; the value itself where it is known exactly
/// @param upper in [value, 1)
/// @param confidence of the interval
public record Prevalence(double value, double lower, double upper, double confidence) {

    public Prevalence {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("prevalence " + value + " is not in (0, 1)");
        }
        if (!(lower > 0 && lower <= value && value <= upper && upper < 1)) {
            throw new IllegalArgumentException(
                    "prevalence " + value + " with interval " + lower + " to " + upper + " is not within (0, 1)");
        }
        Interval.requireConfidence(confidence);
    }

    /// Known exactly, as in a scenario.
    public static Prevalence known(double value) {
        return new Prevalence(value, value, value, 0.95);
    }

    /// Counted in a sample, with Wilson's interval.
    ///
    /// @throws IllegalArgumentException if none or all of the sample are positive, or it is empty: no prevalence to
    ///     project on
    public static Prevalence of(Proportion sample, double confidence) {
        if (sample.successes() == 0 || sample.successes() == sample.trials()) {
            throw new IllegalArgumentException(
                    sample.successes() + " positive of " + sample.trials() + " give no prevalence in (0, 1)");
        }
        Interval interval = sample.interval(ProportionInterval.WILSON, confidence);
        return new Prevalence(sample.estimate().orElseThrow(), interval.lower(), interval.upper(), confidence);
    }

    /// Distance on the logit scale from the lower limit to the value, for `z` standard errors.
    double logitBelow(double z) {
        return (PredictiveValues.logit(value) - PredictiveValues.logit(lower))
                * z
                / StandardNormal.twoSided(confidence);
    }

    double logitAbove(double z) {
        return (PredictiveValues.logit(upper) - PredictiveValues.logit(value))
                * z
                / StandardNormal.twoSided(confidence);
    }
}
