package org.vigie.drift.sequential;

/// What a count of successes and a stream of observations must look like.
final class Counts {

    private Counts() {}

    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`
    static void require(long successes, long trials) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
    }

    /// @throws IllegalArgumentException if a value is missing or outside [0, 1], naming its index
    static void requireShares(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException("values[" + i + "] is " + values[i] + ", not in [0, 1]");
            }
        }
    }
}
