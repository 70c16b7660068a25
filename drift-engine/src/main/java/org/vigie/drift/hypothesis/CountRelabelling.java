package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.drift.verdict.PValue;

/// P-value of a statistic of two windows counted over the same bins, by random relabelling.
///
/// All observations are pooled and dealt anew to windows of the same sizes; the p-value is that of
/// [SequentialMonteCarlo]. When nothing drifted, `P(p ≤ α) ≤ α` for every α, whatever the counts.
public final class CountRelabelling {

    private CountRelabelling() {}

    /// A statistic of two rows of counts; large values speak of drift.
    @FunctionalInterface
    public interface CountStatistic {
        double of(long[] reference, long[] current);
    }

    /// The smallest p-value that resampling at this level can give.
    public static double smallestPValue(double level) {
        return SequentialMonteCarlo.smallestPValue(level);
    }

    /// @throws IllegalArgumentException if the rows differ in length, or hold more than 2³¹ − 1 observations
    public static PValue pValue(CountStatistic statistic, long[] reference, long[] current, double level, long seed) {
        if (reference.length != current.length) {
            throw new IllegalArgumentException(reference.length + " and " + current.length + " bins");
        }
        var deal = new Deal(reference, current, new SplittableRandom(seed));
        return SequentialMonteCarlo.pValue(
                statistic.of(reference, current),
                () -> {
                    deal.next();
                    return statistic.of(deal.reference, deal.current);
                },
                level);
    }

    /// Deals the pooled observations to two windows; only the smaller one is drawn, the other is what is left.
    private static final class Deal {

        private final long[] pooled;
        private final int[] cards;
        private final int hand;
        private final SplittableRandom random;
        private final long[] drawn;
        private final long[] left;
        final long[] reference;
        final long[] current;

        Deal(long[] reference, long[] current, SplittableRandom random) {
            pooled = new long[reference.length];
            long n = 0;
            long m = 0;
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] = Math.addExact(reference[i], current[i]);
                n += reference[i];
                m += current[i];
            }
            if (n + m > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(n + m + " observations are too many to relabel");
            }
            cards = new int[(int) (n + m)];
            int next = 0;
            for (int i = 0; i < pooled.length; i++) {
                for (long c = 0; c < pooled[i]; c++) {
                    cards[next++] = i;
                }
            }
            hand = (int) Math.min(n, m);
            drawn = new long[pooled.length];
            left = new long[pooled.length];
            this.reference = n <= m ? drawn : left;
            this.current = n <= m ? left : drawn;
            this.random = random;
        }

        void next() {
            Arrays.fill(drawn, 0);
            for (int i = 0; i < hand; i++) {
                int j = random.nextInt(i, cards.length);
                int card = cards[j];
                cards[j] = cards[i];
                cards[i] = card;
                drawn[card]++;
            }
            for (int i = 0; i < pooled.length; i++) {
                left[i] = pooled[i] - drawn[i];
            }
        }
    }
}
