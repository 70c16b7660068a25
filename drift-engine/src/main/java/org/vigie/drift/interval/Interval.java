package org.vigie.drift.interval;

/// Confidence interval.
///
/// @param confidence probability that the procedure covers the true value, such as 0.95
public record Interval(double lower, double upper, double confidence) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower " + lower + " is above upper " + upper);
        }
        requireConfidence(confidence);
    }

    public double width() {
        return upper - lower;
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in (0, 1)");
        }
        return confidence;
    }
}
