package org.vigie.drift.preset;

import java.util.OptionalDouble;

/// Values between which a tool sees no drift.
///
/// @param lower least value without drift; absent when there is none
/// @param upper greatest value without drift; absent when there is none
public record Bounds(OptionalDouble lower, OptionalDouble upper) {

    /// Whether a value lies below the lower or above the upper bound.
    public boolean exclude(double value) {
        return (lower.isPresent() && value < lower.getAsDouble()) || (upper.isPresent() && value > upper.getAsDouble());
    }

    Bounds within(OptionalDouble lowerLimit, OptionalDouble upperLimit) {
        return new Bounds(
                lower.isPresent() && lowerLimit.isPresent()
                        ? OptionalDouble.of(Math.max(lower.getAsDouble(), lowerLimit.getAsDouble()))
                        : lower,
                upper.isPresent() && upperLimit.isPresent()
                        ? OptionalDouble.of(Math.min(upper.getAsDouble(), upperLimit.getAsDouble()))
                        : upper);
    }
}
