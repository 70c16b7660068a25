package org.vigie.reports.weekly;

import org.jspecify.annotations.Nullable;

/// What every value of a report must keep, checked where it enters: a report never prints NaN.
final class Checks {

    private Checks() {}

    static double finite(String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s is not a finite number: %s".formatted(name, value));
        }
        return value;
    }

    static @Nullable Double finiteOrAbsent(String name, @Nullable Double value) {
        if (value != null) {
            finite(name, value);
        }
        return value;
    }

    static double proportion(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is not in [0, 1]: %s".formatted(name, value));
        }
        return value;
    }

    static @Nullable Double proportionOrAbsent(String name, @Nullable Double value) {
        if (value != null) {
            proportion(name, value);
        }
        return value;
    }

    static long count(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s is negative: %d".formatted(name, value));
        }
        return value;
    }

    static String text(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s is blank".formatted(name));
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("%s has a control character at %d".formatted(name, i));
            }
        }
        return value;
    }

    static void order(boolean ordered, String what) {
        if (!ordered) {
            throw new IllegalArgumentException(what);
        }
    }
}
