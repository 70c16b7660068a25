package org.vigie.drift.quality;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.verdict.DecisionRule;

/// One value repeated more often than the reference makes likely, in a row or in all.
///
/// ## Definition
///
/// ```text
/// in a row   P ≤ β + (m − k + 1) · q^(k − 1)
/// in all     P = v · P(K ≥ c),   K hypergeometric
/// ```
///
/// `k` is the longest run of one value among the `m` present, in the order handed in; `q` the upper
/// Clopper–Pearson limit, of error `β`, for the share of the reference's commonest value. A run no longer
/// than the reference's own longest is never a finding. `c` counts the commonest value now; under no
/// change its share of the pooled `r + c` occurrences follows from the sizes, and `v` different values
/// could have been the commonest. The finding's p-value is twice the smaller, at most 1.
///
/// ## Unit and range
///
/// The value is the longest run when that is the finding, the count of the commonest value otherwise.
///
/// ## Reading the value
///
/// A probe that sends its last value, a score that fell back to a default, a form's preset. Whole numbers
/// and categories repeat anyway: their `q` is large and long runs are expected.
///
/// ## Where this differs from the usual check
///
/// Usual checks fail on a fixed number of repetitions, or on a variance of 0. Here one setting, the level,
/// serves rounded ages and twelve-digit scores alike. Successive values are taken as independent; a
/// series that moves slowly has long runs in its reference too, which raise the bar.
public final class StuckValues {

    private StuckValues() {}

    /// @param reference in the order observed; `NaN` is missing and left out, infinities too
    /// @param current in the order observed
    public static QualityFinding test(double[] reference, double[] current, DecisionRule rule) {
        double[] r = Infinities.observations(reference);
        double[] c = Infinities.observations(current);
        int n = r.length;
        int m = c.length;
        if (Math.min(n, m) < rule.minimumObservations()) {
            return Findings.cannotJudge(
                    QualityCheck.STUCK,
                    n,
                    m,
                    "windows of " + n + " and " + m + " observations; " + rule.minimumObservations() + " are required");
        }
        int[] run = longestRun(c);
        double inARow = run[1] <= longestRun(r)[1] ? 1 : inARow(r, run[1], m, rule.level() / 4);
        Commonest commonest = Commonest.of(c);
        double inAll = inAll(r, commonest, m);
        boolean isRun = inARow <= rule.level() / 2 || inARow <= inAll;
        String reason = isRun
                ? "one value " + run[1] + " times in a row"
                : Findings.counted(commonest.count, m, "have one and the same value");
        return Findings.tested(
                QualityCheck.STUCK,
                isRun ? run[1] : commonest.count,
                Math.min(1, 2 * Math.min(inARow, inAll)),
                rule,
                n,
                m,
                isRun ? List.of("[" + positionOf(current, run[0]) + "]") : List.of(),
                reason);
    }

    private static double inARow(double[] reference, int length, int m, double error) {
        int n = reference.length;
        double q = ProportionInterval.CLOPPER_PEARSON
                .of(Commonest.of(reference).count, n, 1 - 2 * error)
                .upper();
        return error + (m - length + 1) * Math.pow(q, length - 1.0);
    }

    private static double inAll(double[] reference, Commonest commonest, int m) {
        int before =
                (int) Arrays.stream(reference).filter(x -> x == commonest.value).count();
        int total = Math.addExact(reference.length, m);
        double p = HypergeometricDistribution.of(total, before + commonest.count, m)
                .survivalProbability(commonest.count - 1);
        return Math.min(1, p * commonest.different);
    }

    /// Start and length of the first longest run of equal values.
    private static int[] longestRun(double[] values) {
        int start = 0;
        int best = 0;
        int longest = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != values[start]) {
                start = i;
            }
            if (i - start + 1 > longest) {
                longest = i - start + 1;
                best = start;
            }
        }
        return new int[] {best, longest};
    }

    /// Where the observation of this number stands among all values handed in.
    private static int positionOf(double[] values, int observation) {
        int seen = -1;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) <= Infinities.LARGEST && ++seen == observation) {
                return i;
            }
        }
        throw new IllegalStateException("no observation " + observation);
    }

    private record Commonest(double value, int count, int different) {

        static Commonest of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double value = sorted[0];
            int count = 0;
            int different = 0;
            for (int i = 0; i < sorted.length; ) {
                int end = i;
                while (end < sorted.length && sorted[end] == sorted[i]) {
                    end++;
                }
                if (end - i > count) {
                    count = end - i;
                    value = sorted[i];
                }
                different++;
                i = end;
            }
            return new Commonest(value, count, different);
        }
    }
}
