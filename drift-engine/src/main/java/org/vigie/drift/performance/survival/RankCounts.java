package org.vigie.drift.performance.survival;

/// How many cases of each rank were seen, with sums in logarithmic time (a Fenwick tree).
final class RankCounts {

    private final long[] tree;
    private long total;

    RankCounts(int ranks) {
        tree = new long[ranks + 1];
    }

    void add(int rank) {
        total++;
        for (int i = rank + 1; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }

    /// Cases seen with a smaller rank.
    long below(int rank) {
        long sum = 0;
        for (int i = rank; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    long total() {
        return total;
    }
}
