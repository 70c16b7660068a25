package org.vigie.drift.comparison;

/// Checks and searches that the sample sizes share.
final class SampleSizes {

    /// Beyond this no clinical study goes.
    static final long MOST = 1_000_000_000;

    private SampleSizes() {}

    static double requireShare(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(name + " " + share + " is not in (0, 1)");
        }
        return share;
    }

    static void requireErrors(double level, double power) {
        requireShare("level", level);
        requireShare("power", power);
        if (power <= level) {
            throw new IllegalArgumentException("power " + power + " is not above the level " + level);
        }
    }

    /// A whole number of cases, rounded up.
    static long up(double cases) {
        if (!(cases <= MOST)) {
            throw new IllegalArgumentException("more than " + MOST + " cases would be needed");
        }
        return Math.max(1, (long) Math.ceil(cases - 1e-9));
    }

    /// Whether a number of cases is enough.
    @FunctionalInterface
    interface Enough {
        boolean at(long cases);
    }

    /// Fewest cases that are enough, where more are enough too.
    static long fewest(Enough enough) {
        long high = 1;
        while (!enough.at(high)) {
            high *= 2;
            if (high > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " cases would be needed");
            }
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (enough.at(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
