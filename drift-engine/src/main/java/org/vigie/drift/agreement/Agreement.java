package org.vigie.drift.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;

/// What a coefficient of agreement says, or the reason why there is none.
public sealed interface Agreement {

    /// Name of the coefficient.
    String coefficient();

    /// The coefficient; absent when it is not defined.
    OptionalDouble estimate();

    /// @param value of the coefficient; 1 is full agreement, 0 what chance alone would give
    /// @param observed share of agreement (weighted where the coefficient is)
    /// @param expected share of agreement by chance, in the sense of this coefficient
    /// @param standardError analytic; absent where none is classical
    /// @param interval of the coefficient, where there is a standard error
    /// @param cases rated by at least two readers
    record Estimated(
            String coefficient,
            double value,
            double observed,
            double expected,
            OptionalDouble standardError,
            Optional<Interval> interval,
            int cases)
            implements Agreement {

        public Estimated {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(coefficient + " is " + value);
            }
        }

        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.of(value);
        }
    }

    /// @param reason in words, for the reader of a report
    record Undefined(String coefficient, String reason) implements Agreement {
        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.empty();
        }
    }
}
