package org.vigie.drift.interval;

import java.util.Optional;
import java.util.OptionalDouble;

/// What a bootstrap says about a statistic.
///
/// @param value of the statistic on all rows; absent where it has none
/// @param interval absent where the bootstrap cannot give one, for the reason
/// @param patients drawn from
/// @param withoutValue replicates in which the statistic had no value
/// @param reason why there is no interval; empty if there is one
public record BootstrapEstimate(
        OptionalDouble value, Optional<Interval> interval, int patients, int withoutValue, String reason) {

    static BootstrapEstimate none(OptionalDouble value, int patients, int withoutValue, String reason) {
        return new BootstrapEstimate(value, Optional.empty(), patients, withoutValue, reason);
    }
}
