package org.vigie.drift.hypothesis;

import java.util.SplittableRandom;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;

/// P-value of a statistic of two windows counted over the same bins, by random relabelling.
///
/// ## Definition
///
/// All observations are pooled and dealt anew to windows of the same sizes, `l` times. With `h` of
/// the dealt values at least as large as the observed one,
///
/// ```text
/// p = h / l               stopped as soon as h = 20 (sequential Monte Carlo \[1])
/// p = (h + 1) / (l + 1)   when the most relabellings L are reached
/// ```
///
/// Both are valid: when nothing drifted, `P(p ≤ α) ≤ α` for every α. Values within `1e-12`
/// (relative) of the observed one count as at least as large, so that rounding cannot lower p.
///
/// `L` is ten times the inverse of the level, at least 9,999 and at most 999,999. A level below
/// `1 / (L + 1)` could never be reached, see [#smallestPValue].
///
/// ## Sources
///
/// 1. Besag, J., & Clifford, P. (1991). *Sequential Monte Carlo p-values.* Biometrika 78(2),
///    301–304. doi:10.1093/biomet/78.2.301
/// 2. Phipson, B., & Smyth, G. K. (2010). *Permutation p-values should never be zero.* Statistical
///    Applications in Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585
public final class TwoSampleResampling {

    private static final int EXCEEDANCES_ENOUGH = 20;
    private static final int FEWEST_RELABELLINGS = 9_999;
    private static final int MOST_RELABELLINGS = 999_999;
    private static final double ROUNDING = 1e-12;

    private TwoSampleResampling() {}

    /// A statistic of two rows of counts; large values speak of drift.
    @FunctionalInterface
    public interface CountStatistic {
        double of(long[] reference, long[] current);
    }

    /// The smallest p-value that resampling at this level can give.
    public static double smallestPValue(double level) {
        return 1.0 / (relabellings(level) + 1);
    }

    /// @throws IllegalArgumentException if the rows differ in length, or hold more than 2³¹ − 1 observations
    public static PValue pValue(CountStatistic statistic, long[] reference, long[] current, double level, long seed) {
        if (reference.length != current.length) {
            throw new IllegalArgumentException(reference.length + " and " + current.length + " bins");
        }
        double observed = statistic.of(reference, current);
        double limit = observed - Math.abs(observed) * ROUNDING;
        var deal = new Deal(reference, current, new SplittableRandom(seed));
        int most = relabellings(level);
        int exceedances = 0;
        for (int l = 1; l <= most; l++) {
            deal.next();
            if (statistic.of(deal.reference, deal.current) >= limit && ++exceedances == EXCEEDANCES_ENOUGH) {
                return new PValue((double) exceedances / l, PValueMethod.RESAMPLED);
            }
        }
        return new PValue((exceedances + 1.0) / (most + 1.0), PValueMethod.RESAMPLED);
    }

    private static int relabellings(double level) {
        return (int) Math.clamp(Math.ceil(10 / level), FEWEST_RELABELLINGS, MOST_RELABELLINGS);
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
            java.util.Arrays.fill(drawn, 0);
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
