package org.vigie.drift.performance.survival;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Harrell's concordance index: how often the case with the higher predicted risk has its event first.
///
/// ## Definition
///
/// ```text
/// C = (concordant + ½ tied in risk) / comparable
/// ```
///
/// A pair is comparable when the shorter time ends with an event, or both times are equal and exactly one of
/// them is an event (the other is known to have lived on). Two events at the same time are not comparable.
///
/// ## Unit and range
///
/// A probability in `[0, 1]`; 0.5 for risks that say nothing. Without censoring and with a yes-or-no outcome it
/// is the AUROC.
///
/// ## Reading the value
///
/// It judges the order over the whole follow-up, not the risk within, say, two years; for that take the AUROC
/// or the calibration of the event within two years among those followed so long. It depends on how censoring
/// falls \[2]. There is none without a comparable pair. Intervals: [org.vigie.drift.interval.PatientBootstrap].
///
/// Computed in `O(n log n)`.
///
/// ## Sources
///
/// 1. Harrell, F. E., Califf, R. M., Pryor, D. B., Lee, K. L., & Rosati, R. A. (1982). *Evaluating the yield of
///    medical tests.* JAMA 247(18), 2543–2546. doi:10.1001/jama.1982.03320430047030
/// 2. Uno, H., Cai, T., Pencina, M. J., D'Agostino, R. B., & Wei, L. J. (2011). *On the C-statistics for evaluating
///    overall adequacy of risk prediction procedures with censored survival data.* Statistics in Medicine 30(10),
///    1105–1117. doi:10.1002/sim.4154
public record ConcordanceIndex(long concordant, long discordant, long tiedInRisk) {

    /// @param risks higher for an earlier event
    /// @param times to event or to the end of follow-up, in any unit
    /// @param events whether the time ended with the event
    /// @throws IllegalArgumentException if the arrays differ in length, a risk is not finite or a time is not
    ///     finite or negative, naming its index
    public static ConcordanceIndex of(double[] risks, double[] times, boolean[] events) {
        check(risks, times, events);
        int n = risks.length;
        int[] rank = ranks(risks);
        long[] order = new long[n];
        int[] timeRank = ranks(times);
        for (int i = 0; i < n; i++) {
            // latest first; at one time the censored before the events, which they outlived
            order[i] = ((long) (n - timeRank[i]) << 33) | (events[i] ? 1L << 32 : 0) | i;
        }
        Arrays.sort(order);
        var seen = new RankCounts(n);
        long concordant = 0;
        long discordant = 0;
        long tied = 0;
        int start = 0;
        while (start < n) {
            int end = start;
            while (end < n && order[end] >>> 32 == order[start] >>> 32) {
                end++;
            }
            // events of one time see all that lasted longer, not each other
            for (int k = start; k < end; k++) {
                int i = (int) order[k];
                if (events[i]) {
                    long lower = seen.below(rank[i]);
                    long same = seen.below(rank[i] + 1) - lower;
                    concordant += lower;
                    tied += same;
                    discordant += seen.total() - lower - same;
                }
            }
            for (int k = start; k < end; k++) {
                seen.add(rank[(int) order[k]]);
            }
            start = end;
        }
        return new ConcordanceIndex(concordant, discordant, tied);
    }

    public long comparable() {
        return concordant + discordant + tiedInRisk;
    }

    /// Absent without a comparable pair.
    public OptionalDouble value() {
        return comparable() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((concordant + tiedInRisk / 2.0) / comparable());
    }

    private static void check(double[] risks, double[] times, boolean[] events) {
        if (risks.length != times.length || risks.length != events.length) {
            throw new IllegalArgumentException(
                    risks.length + " risks, " + times.length + " times and " + events.length + " events");
        }
        for (int i = 0; i < risks.length; i++) {
            if (!Double.isFinite(risks[i])) {
                throw new IllegalArgumentException("risks[" + i + "] is " + risks[i]);
            }
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("times[" + i + "] is " + times[i]);
            }
        }
    }

    /// Ranks from 0; equal values share one.
    private static int[] ranks(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[i] + 0.0; // −0 and 0 are one value
        }
        double[] plain = sorted.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        int[] ranks = new int[plain.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(sorted, 0, distinct, plain[i]);
        }
        return ranks;
    }
}
