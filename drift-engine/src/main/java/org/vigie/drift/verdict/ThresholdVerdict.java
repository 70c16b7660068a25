package org.vigie.drift.verdict;

import java.util.OptionalLong;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;

/// Whether a proportion keeps a declared minimum, judged by its interval and never by its estimate.
///
/// `PASS` when the lower limit is at or above the minimum, `FAIL` when the upper limit is below it,
/// `INCONCLUSIVE` otherwise and when there were no trials.
///
/// @param observed what was seen
/// @param minimum the least the proportion may be
/// @param interval of the proportion
/// @param method of the interval
/// @param settledBy how many trials more, with the observed proportion staying as it is, would turn
///     an inconclusive verdict into another; empty when it is settled, when there were no trials, or when
///     more than a thousand million would be needed, as when the proportion equals the minimum
/// @param onlyABound the observed proportion is 1: a perfect record says only that the true value lies
///     above the lower limit
public record ThresholdVerdict(
        Outcome outcome,
        Proportion observed,
        double minimum,
        Interval interval,
        ProportionInterval method,
        OptionalLong settledBy,
        boolean onlyABound) {

    private static final long MOST_TRIALS = 1_000_000_000;

    /// The three values.
    public enum Outcome {
        PASS,
        FAIL,
        INCONCLUSIVE;

        /// Of any value that may not fall below a minimum, such as a predictive value at a declared prevalence.
        public static Outcome of(Interval interval, double minimum) {
            if (interval.lower() >= minimum) {
                return PASS;
            }
            return interval.upper() < minimum ? FAIL : INCONCLUSIVE;
        }
    }

    /// @throws IllegalArgumentException if `minimum` is not in [0, 1] or `confidence` not in (0, 1)
    public static ThresholdVerdict of(
            Proportion observed, double minimum, ProportionInterval method, double confidence) {
        if (!(minimum >= 0 && minimum <= 1)) {
            throw new IllegalArgumentException("minimum " + minimum + " is not in [0, 1]");
        }
        Interval interval = observed.interval(method, confidence);
        Outcome outcome = observed.trials() == 0 ? Outcome.INCONCLUSIVE : Outcome.of(interval, minimum);
        return new ThresholdVerdict(
                outcome,
                observed,
                minimum,
                interval,
                method,
                outcome == Outcome.INCONCLUSIVE
                        ? settledBy(observed, minimum, method, confidence)
                        : OptionalLong.empty(),
                observed.isPerfect());
    }

    private static OptionalLong settledBy(
            Proportion observed, double minimum, ProportionInterval method, double confidence) {
        if (observed.trials() == 0) {
            return OptionalLong.empty();
        }
        double share = observed.estimate().orElseThrow();
        long low = observed.trials();
        long high = low;
        do {
            if (high > MOST_TRIALS) {
                return OptionalLong.empty();
            }
            low = high;
            high *= 2;
        } while (Outcome.of(method.of(share * high, (double) high, confidence), minimum) == Outcome.INCONCLUSIVE);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (Outcome.of(method.of(share * middle, (double) middle, confidence), minimum) == Outcome.INCONCLUSIVE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(high - observed.trials());
    }
}
