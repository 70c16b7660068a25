package org.vigie.drift.verification;

import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;

/// A proportion corrected for verification that was not random, or the reason why there is none.
public sealed interface CorrectedEstimate {

    /// The corrected value; absent when it could not be estimated.
    OptionalDouble estimate();

    /// @param value corrected proportion
    /// @param variance of the value
    /// @param interval of the proportion; it has a width even where the variance is 0
    record Estimated(double value, double variance, Interval interval) implements CorrectedEstimate {

        public Estimated {
            if (!(value >= 0 && value <= 1) || !(variance >= 0)) {
                throw new IllegalArgumentException("value " + value + ", variance " + variance);
            }
        }

        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.of(value);
        }
    }

    /// @param reason in words, naming the stratum without a verified case where that is the cause
    record Inconclusive(String reason) implements CorrectedEstimate {
        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.empty();
        }
    }
}
