package org.vigie.drift.sequential;

import java.util.Optional;
import org.vigie.drift.interval.Interval;

/// What remains of the proportion when every interval seen so far must hold.
///
/// A confidence sequence holds at all looks together, so the intersection of its intervals holds as well, and
/// it only ever narrows. An empty intersection says that the proportion did change: with the stated confidence
/// no single value agrees with all looks.
///
/// @param lower highest lower limit so far
/// @param upper lowest upper limit so far; below `lower` when no value agrees with all looks
/// @param confidence of the sequence
public record RunningIntersection(double lower, double upper, double confidence) {

    public RunningIntersection {
        Interval.requireConfidence(confidence);
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new IllegalArgumentException("limits " + lower + " and " + upper);
        }
    }

    /// Before the first look: all of [0, 1].
    public static RunningIntersection start(double confidence) {
        return new RunningIntersection(0, 1, confidence);
    }

    /// After one look more.
    ///
    /// @throws IllegalArgumentException if the interval's confidence is another
    public RunningIntersection and(Interval look) {
        if (look.confidence() != confidence) {
            throw new IllegalArgumentException("confidence " + look.confidence() + " is not " + confidence);
        }
        return new RunningIntersection(Math.max(lower, look.lower()), Math.min(upper, look.upper()), confidence);
    }

    /// The interval; empty when no value agrees with all looks.
    public Optional<Interval> interval() {
        return lower <= upper ? Optional.of(new Interval(lower, upper, confidence)) : Optional.empty();
    }
}
