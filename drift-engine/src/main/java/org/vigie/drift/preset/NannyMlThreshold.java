package org.vigie.drift.preset;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How NannyML turns the values of the reference chunks into bounds.
///
/// Mean ± 3 standard deviations of ten chunks is not a rule with 0.3 % false alarms but with 5 to 7 %: both are
/// estimated from ten values. And it holds for chunks of the reference's size only (see [NannyMlPreset]).
public sealed interface NannyMlThreshold {

    /// Bounds from the reference chunks' values; `NaN` is left out.
    Bounds bounds(double[] values);

    /// Bounds that do not go beyond what the value can be.
    default Bounds bounds(double[] values, OptionalDouble lowerLimit, OptionalDouble upperLimit) {
        return bounds(values).within(lowerLimit, upperLimit);
    }

    /// The same bounds whatever the reference.
    record Constant(OptionalDouble lower, OptionalDouble upper) implements NannyMlThreshold {

        /// @throws IllegalArgumentException if both bounds are given and lower is not below upper
        public Constant {
            if (lower.isPresent() && upper.isPresent() && lower.getAsDouble() >= upper.getAsDouble()) {
                throw new IllegalArgumentException(
                        "lower " + lower.getAsDouble() + " is not below upper " + upper.getAsDouble());
            }
        }

        @Override
        public Bounds bounds(double[] values) {
            return new Bounds(lower, upper);
        }
    }

    /// Mean less and plus multiples of the standard deviation with divisor n.
    ///
    /// @param lowerMultiplier absent for no lower bound
    /// @param upperMultiplier absent for no upper bound
    record StandardDeviation(OptionalDouble lowerMultiplier, OptionalDouble upperMultiplier)
            implements NannyMlThreshold {

        /// @throws IllegalArgumentException if a multiplier is negative
        public StandardDeviation {
            if (!(lowerMultiplier.orElse(0) >= 0) || !(upperMultiplier.orElse(0) >= 0)) {
                throw new IllegalArgumentException(
                        "a multiplier of " + lowerMultiplier + " and " + upperMultiplier + " is negative");
            }
        }

        /// Three deviations above, no lower bound: the default for drift.
        public static StandardDeviation upper() {
            return new StandardDeviation(OptionalDouble.empty(), OptionalDouble.of(3));
        }

        @Override
        public Bounds bounds(double[] values) {
            double[] present =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            if (present.length == 0) {
                return new Bounds(OptionalDouble.empty(), OptionalDouble.empty());
            }
            double mean = Arrays.stream(present).sum() / present.length;
            double deviation = Math.sqrt(Arrays.stream(present)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / present.length);
            return new Bounds(scaled(lowerMultiplier, mean, -deviation), scaled(upperMultiplier, mean, deviation));
        }

        private static OptionalDouble scaled(OptionalDouble multiplier, double mean, double deviation) {
            return multiplier.isPresent()
                    ? OptionalDouble.of(mean + deviation * multiplier.getAsDouble())
                    : OptionalDouble.empty();
        }
    }
}
