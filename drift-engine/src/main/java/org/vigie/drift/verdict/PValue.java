package org.vigie.drift.verdict;

/// A p-value and where it comes from.
public record PValue(double value, PValueMethod method) {

    public PValue {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("p-value " + value + " is not in [0, 1]");
        }
    }
}
