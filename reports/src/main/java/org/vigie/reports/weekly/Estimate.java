package org.vigie.reports.weekly;

/// A number with its uncertainty.
///
/// @param level confidence level of the interval, such as 0.95
public record Estimate(double value, double lower, double upper, double level, Method method) {

    /// How the interval was made.
    public enum Method {
        WILSON,
        CLOPPER_PEARSON,
        AGRESTI_COULL,
        DELONG,
        BOOTSTRAP,
        NEWCOMBE,
        TANGO,
        WALD,
        LOGIT,
        /// From the intervals of other numbers, such as a predictive value from sensitivity,
        /// specificity and a declared prevalence.
        PROPAGATED
    }

    public Estimate {
        Checks.finite("estimate", value);
        Checks.finite("lower bound", lower);
        Checks.finite("upper bound", upper);
        Checks.order(
                lower <= value && value <= upper,
                "estimate %s is not inside its interval %s to %s".formatted(value, lower, upper));
        Checks.order(level > 0 && level < 1, "confidence level is not in (0, 1): " + level);
    }
}
