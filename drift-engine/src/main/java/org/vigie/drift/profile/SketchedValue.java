package org.vigie.drift.profile;

/// A statistic computed from profiles, with the bounds between which the value on the data themselves lies.
///
/// The bounds are certain, not probable; they meet when both profiles are exact. They say nothing of
/// sampling error.
///
/// @param statistic its name
/// @param value from the profiles as they are
public record SketchedValue(String statistic, double value, double lower, double upper) {

    public SketchedValue {
        if (!(lower <= value && value <= upper)) {
            throw new IllegalArgumentException(
                    statistic + " " + value + " is not within [" + lower + ", " + upper + "]");
        }
    }

    /// Whether the profiles lost nothing that this value needs.
    public boolean isExact() {
        return lower == upper;
    }
}
