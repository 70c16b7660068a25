package org.vigie.drift.interval;

import java.util.OptionalDouble;

/// Two yes-or-no answers to each of the same cases, such as those of two models, or of a model and a reader.
///
/// ```text
///                  second right    second wrong
/// first right      both            firstOnly
/// first wrong      secondOnly      neither
/// ```
public record PairedProportions(long both, long firstOnly, long secondOnly, long neither) {

    public PairedProportions {
        if (both < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
            throw new IllegalArgumentException(
                    "negative count in " + both + ", " + firstOnly + ", " + secondOnly + ", " + neither);
        }
    }

    /// @throws IllegalArgumentException if the arrays differ in length
    public static PairedProportions of(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first and " + second.length + " second answers");
        }
        long[] counts = new long[4];
        for (int i = 0; i < first.length; i++) {
            counts[(first[i] ? 0 : 2) + (second[i] ? 0 : 1)]++;
        }
        return new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
    }

    public long cases() {
        return both + firstOnly + secondOnly + neither;
    }

    /// Cases on which the two differ.
    public long discordant() {
        return firstOnly + secondOnly;
    }

    public Proportion first() {
        return new Proportion(both + firstOnly, cases());
    }

    public Proportion second() {
        return new Proportion(both + secondOnly, cases());
    }

    /// Second minus first; absent without cases.
    public OptionalDouble difference() {
        return cases() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (secondOnly - firstOnly) / cases());
    }

    /// The same cases with the roles exchanged.
    public PairedProportions exchanged() {
        return new PairedProportions(both, /* firstOnly= */ secondOnly, /* secondOnly= */ firstOnly, neither);
    }
}
