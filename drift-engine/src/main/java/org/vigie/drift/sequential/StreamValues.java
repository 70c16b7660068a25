package org.vigie.drift.sequential;

/// What the detectors can read.
final class StreamValues {

    private StreamValues() {}

    static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value + " is not finite");
        }
    }

    static boolean requireError(double value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("value " + value + " is neither 0 nor 1");
        }
        return value == 1;
    }

    static double requireShare(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value " + value + " is not in [0, 1]");
        }
        return value;
    }
}
