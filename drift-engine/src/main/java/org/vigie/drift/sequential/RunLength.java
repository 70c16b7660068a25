package org.vigie.drift.sequential;

/// How long a watch should last, on average, until its first false alarm.
///
/// @param length in `unit`; at least 1
/// @param unit what is counted
public record RunLength(double length, Unit unit) {

    /// What is counted.
    public enum Unit {
        /// Cases that count for the proportion: for sensitivity the diseased ones.
        CASES,
        /// Looks, however many cases each brings.
        CHECKS
    }

    /// @throws IllegalArgumentException if `length` is below 1 or not finite
    public RunLength {
        if (!(length >= 1 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("run length " + length + " is below 1 or not finite");
        }
    }

    public static RunLength ofCases(double cases) {
        return new RunLength(cases, Unit.CASES);
    }

    public static RunLength ofChecks(double checks) {
        return new RunLength(checks, Unit.CHECKS);
    }
}
