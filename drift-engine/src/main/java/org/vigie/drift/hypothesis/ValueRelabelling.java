package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.drift.verdict.PValue;

/// P-value of a statistic of two numeric windows by random relabelling, given the ties.
///
/// Every draw makes a random set of the pooled observations the smaller window. The p-value is that of
/// [SequentialMonteCarlo]: when nothing drifted, `P(p ≤ α) ≤ α` for every α, whatever the values.
final class ValueRelabelling {

    /// A statistic that needs only the members of the smaller window; large values speak of drift.
    @FunctionalInterface
    interface Statistic {
        /// @param groups indices of the distinct values with members, ascending, of which `count` are used
        /// @param members how many members each has
        double of(int[] groups, int[] members, int count);
    }

    private final Statistic statistic;
    private final int[] groupOf;
    private final int hand;
    private final SplittableRandom random;
    private final int[] drawn;
    private final int[] groups;
    private final int[] members;

    private ValueRelabelling(Statistic statistic, PooledGroups pooled, long seed) {
        this.statistic = statistic;
        this.hand = Math.min(pooled.n(), pooled.m());
        this.random = new SplittableRandom(seed);
        if (pooled.total() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(pooled.total() + " observations are too many to relabel");
        }
        groupOf = new int[(int) pooled.total()];
        int next = 0;
        for (int j = 0; j < pooled.size(); j++) {
            Arrays.fill(groupOf, next, next + pooled.both(j), j);
            next += pooled.both(j);
        }
        drawn = new int[hand];
        groups = new int[hand];
        members = new int[hand];
    }

    static PValue pValue(Statistic statistic, PooledGroups pooled, double level, long seed) {
        return SequentialMonteCarlo.pValue(
                observed(statistic, pooled), new ValueRelabelling(statistic, pooled, seed)::draw, level);
    }

    /// The statistic of the windows as they are.
    static double observed(Statistic statistic, PooledGroups pooled) {
        int[] counts = pooled.n() <= pooled.m() ? pooled.reference() : pooled.current();
        int hand = Math.min(pooled.n(), pooled.m());
        int[] groups = new int[hand];
        int[] members = new int[hand];
        int count = 0;
        for (int j = 0; j < pooled.size(); j++) {
            if (counts[j] > 0) {
                groups[count] = j;
                members[count++] = counts[j];
            }
        }
        return statistic.of(groups, members, count);
    }

    private double draw() {
        for (int i = 0; i < hand; i++) {
            int j = random.nextInt(i, groupOf.length);
            int group = groupOf[j];
            groupOf[j] = groupOf[i];
            groupOf[i] = group;
            drawn[i] = group;
        }
        Arrays.sort(drawn);
        int count = 0;
        for (int i = 0; i < hand; ) {
            int group = drawn[i];
            int from = i;
            while (i < hand && drawn[i] == group) {
                i++;
            }
            groups[count] = group;
            members[count++] = i - from;
        }
        return statistic.of(groups, members, count);
    }
}
