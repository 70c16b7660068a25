package org.vigie.drift.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes values one by one and gives their [NumericProfile] at any time. For one thread.
///
/// Values gather in a buffer, which is sorted and reduced when full; sixteen reduced buffers are merged
/// into one of the next level, sixteen of those again. Memory: the buffer and `16 · capacity` points for
/// each level.
public final class NumericProfileBuilder {

    private static final int BUFFER = 65_536;
    private static final int FAN = 16;
    private static final double LARGEST = 1e150;

    private final int capacity;
    private final List<List<RankSummary>> levels = new ArrayList<>();
    private double[] buffer = new double[256];
    private int buffered;
    private Moments moments = Moments.NONE;
    private long missing;
    private long positiveInfinities;
    private long negativeInfinities;

    NumericProfileBuilder(int capacity) {
        this.capacity = capacity;
    }

    public NumericProfileBuilder add(double value) {
        if (Math.abs(value) <= LARGEST) {
            if (buffered == buffer.length) {
                makeRoom();
            }
            buffer[buffered++] = value + 0.0; // turns -0.0 into 0.0
        } else if (Double.isNaN(value)) {
            missing++;
        } else if (value > 0) {
            positiveInfinities++;
        } else {
            negativeInfinities++;
        }
        return this;
    }

    public NumericProfileBuilder addAll(double... values) {
        for (double value : values) {
            add(value);
        }
        return this;
    }

    /// The profile of all values so far.
    public NumericProfile build() {
        double[] rest = Arrays.copyOf(buffer, buffered);
        Arrays.sort(rest);
        var parts = new ArrayList<RankSummary>();
        levels.forEach(parts::addAll);
        if (rest.length > 0) {
            // reduced once, together with the others
            parts.add(RankSummary.ofSorted(rest, rest.length, Integer.MAX_VALUE));
        }
        return new NumericProfile(
                capacity,
                RankSummary.merged(parts, capacity),
                moments.plus(Moments.ofSorted(rest, rest.length)),
                missing,
                positiveInfinities,
                negativeInfinities);
    }

    private void makeRoom() {
        if (buffer.length < BUFFER) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
            return;
        }
        Arrays.sort(buffer);
        moments = moments.plus(Moments.ofSorted(buffer, buffered));
        rise(0, RankSummary.ofSorted(buffer, buffered, capacity));
        buffered = 0;
    }

    private void rise(int level, RankSummary summary) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<RankSummary> same = levels.get(level);
        same.add(summary);
        if (same.size() == FAN) {
            RankSummary merged = RankSummary.merged(same, capacity);
            same.clear();
            rise(level + 1, merged);
        }
    }
}
