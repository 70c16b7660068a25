package org.vigie.drift.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Weighted values in ascending order that stand for many more, and by how much their ranks can be wrong.
///
/// For every x, the number of observations `≤ x` differs from the weight of the values `≤ x` by at most
/// `error`: a fact, not a probability. While no more than `capacity` different values were seen, all of
/// them are kept and the error is 0. Beyond that the ranks are cut into `capacity` runs of equal length
/// and each run is represented by the value in its middle, so one reduction adds `n / 2·capacity` at most;
/// what it really added is measured and kept. Merging adds the weights and the errors of its parts.
///
/// No chance is involved, and the points of a merge do not depend on the order of its parts.
final class RankSummary {

    static final RankSummary EMPTY = new RankSummary(new double[0], new long[0], 0);

    private final double[] values;
    private final long[] upTo; // weight of this value and all below
    private final long error;

    private RankSummary(double[] values, long[] upTo, long error) {
        this.values = values;
        this.upTo = upTo;
        this.error = error;
    }

    /// Of points as they were stored; `weights` become the summary's.
    static RankSummary ofPoints(double[] values, long[] weights, long error) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.addExact(sum, weights[i]);
            weights[i] = sum;
        }
        return new RankSummary(values, weights, error);
    }

    /// Of the first `size` values, which must be in ascending order.
    static RankSummary ofSorted(double[] sorted, int size, int capacity) {
        double[] values = new double[size];
        long[] upTo = new long[size];
        int points = 0;
        for (int i = 0; i < size; i++) {
            if (points == 0 || sorted[i] != values[points - 1]) {
                values[points++] = sorted[i];
            }
            upTo[points - 1] = i + 1L;
        }
        return new RankSummary(Arrays.copyOf(values, points), Arrays.copyOf(upTo, points), 0).reduced(capacity);
    }

    /// All parts together, reduced once.
    static RankSummary merged(List<RankSummary> parts, int capacity) {
        if (parts.isEmpty()) {
            return EMPTY;
        }
        List<RankSummary> round = parts;
        while (round.size() > 1) {
            var next = new ArrayList<RankSummary>();
            for (int i = 0; i + 1 < round.size(); i += 2) {
                next.add(round.get(i).plus(round.get(i + 1)));
            }
            if (round.size() % 2 == 1) {
                next.add(round.getLast());
            }
            round = next;
        }
        return round.getFirst().reduced(capacity);
    }

    int points() {
        return values.length;
    }

    double value(int point) {
        return values[point];
    }

    /// Weight of this point and all below.
    long upTo(int point) {
        return upTo[point];
    }

    long weight(int point) {
        return point == 0 ? upTo[0] : upTo[point] - upTo[point - 1];
    }

    long size() {
        return values.length == 0 ? 0 : upTo[values.length - 1];
    }

    long error() {
        return error;
    }

    /// Weight of the points `≤ x`.
    long countUpTo(double x) {
        int found = Arrays.binarySearch(values, x);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : upTo[last];
    }

    /// The value of this rank, counted from 0.
    double atRank(long rank) {
        int found = Arrays.binarySearch(upTo, rank + 1);
        return values[Math.min(found >= 0 ? found : -found - 1, values.length - 1)];
    }

    private RankSummary plus(RankSummary other) {
        double[] union = new double[Math.addExact(values.length, other.values.length)];
        long[] weights = new long[union.length];
        int points = 0;
        int i = 0;
        int j = 0;
        while (i < values.length || j < other.values.length) {
            double x = i == values.length
                    ? other.values[j]
                    : j == other.values.length ? values[i] : Math.min(values[i], other.values[j]);
            if (i < values.length && values[i] == x) {
                i++;
            }
            if (j < other.values.length && other.values[j] == x) {
                j++;
            }
            union[points] = x;
            weights[points++] = Math.addExact(i == 0 ? 0 : upTo[i - 1], j == 0 ? 0 : other.upTo[j - 1]);
        }
        return new RankSummary(
                Arrays.copyOf(union, points), Arrays.copyOf(weights, points), Math.addExact(error, other.error));
    }

    private RankSummary reduced(int capacity) {
        if (values.length <= capacity) {
            return this;
        }
        long n = size();
        double[] kept = new double[capacity];
        long[] keptUpTo = new long[capacity];
        int points = 0;
        int at = 0;
        for (int run = 0; run < capacity; run++) {
            long start = start(run, n, capacity);
            long end = start(run + 1, n, capacity);
            long middle = start + (end - start - 1) / 2;
            while (upTo[at] <= middle) {
                at++;
            }
            if (points == 0 || values[at] != kept[points - 1]) {
                kept[points++] = values[at];
            }
            keptUpTo[points - 1] = end;
        }
        var summary = new RankSummary(Arrays.copyOf(kept, points), Arrays.copyOf(keptUpTo, points), 0);
        return new RankSummary(summary.values, summary.upTo, Math.addExact(error, farthest(summary)));
    }

    /// `⌊run · n / runs⌋` without overflow.
    private static long start(int run, long n, int runs) {
        return run * (n / runs) + run * (n % runs) / runs;
    }

    /// Largest difference of the two cumulative weights.
    private long farthest(RankSummary other) {
        long farthest = 0;
        int j = 0;
        for (int i = 0; i < values.length; i++) {
            while (j < other.values.length && other.values[j] <= values[i]) {
                j++;
            }
            farthest = Math.max(farthest, Math.abs(upTo[i] - (j == 0 ? 0 : other.upTo[j - 1])));
        }
        return farthest;
    }
}
