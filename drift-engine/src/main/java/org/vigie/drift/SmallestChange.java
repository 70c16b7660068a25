package org.vigie.drift;

/// The smallest change of a stream that a test would have found with 80 % probability.
///
/// @param measure what `value` counts
/// @param value of the change, positive
/// @param level of the test that would have found it
public record SmallestChange(Measure measure, double value, double level) {

    /// How a change is counted.
    public enum Measure {
        /// A shift of all values, in standard deviations of the reference.
        SHIFT_IN_STANDARD_DEVIATIONS,
        /// A shift of one dimension, in standard deviations of its normal scores.
        SHIFT_OF_ONE_DIMENSION,
        /// Share of cases that leave the commonest label for the others.
        SHARE_LEAVING_THE_COMMONEST_LABEL,
        /// Share of cases with a label that the reference does not have.
        SHARE_OF_A_NEW_LABEL,
        /// Change of the share of missing values.
        SHARE_MISSING
    }
}
