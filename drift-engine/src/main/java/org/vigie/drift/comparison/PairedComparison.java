package org.vigie.drift.comparison;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.PairedDifferenceInterval;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.interval.TangoScore;

/// Candidate against champion on the same cases of one kind: all diseased (sensitivity) or all healthy
/// (specificity).
///
/// ## Reading the value
///
/// The verdict is that of the interval and the margin, which must stand before the cases are seen. With
/// [PairedDifferenceInterval#TANGO] it agrees with `nonInferiorityPValue` at half of `1 − confidence`.
/// `McNemarTest` tells whether there is any difference; a large p-value is **not** non-inferiority.
///
/// @param table first: champion, second: candidate
/// @param difference candidate minus champion; absent without cases
/// @param interval of the difference
/// @param method of the interval
/// @param margin largest loss that still counts as non-inferior
/// @param mcNemar test of no difference
/// @param nonInferiorityPValue one-sided, of a loss of the margin or more (Tango's score)
/// @param verdict the conclusion
/// @param casesForVerdict cases, these included, at which non-inferiority would be shown with 80 % power if the
///     two were equally good and differed as often as here; empty unless the verdict is `NOT_ENOUGH_DATA`, and
///     where they never differed or the margin is 0
public record PairedComparison(
        PairedProportions table,
        OptionalDouble difference,
        Interval interval,
        PairedDifferenceInterval method,
        double margin,
        McNemarTest mcNemar,
        double nonInferiorityPValue,
        ComparisonVerdict verdict,
        OptionalLong casesForVerdict) {

    private static final double POWER = 0.8;

    /// @param table first: champion, second: candidate
    /// @throws IllegalArgumentException if `margin` is not in [0, 1) or `confidence` not in (0, 1)
    public static PairedComparison of(
            PairedProportions table, double margin, PairedDifferenceInterval method, double confidence) {
        Interval interval = method.of(table, confidence);
        ComparisonVerdict verdict = ComparisonVerdict.of(interval, margin);
        if (table.cases() == 0) {
            verdict = ComparisonVerdict.NOT_ENOUGH_DATA;
        }
        return new PairedComparison(
                table,
                table.difference(),
                interval,
                method,
                margin,
                McNemarTest.of(table.firstOnly(), table.secondOnly()),
                TangoScore.nonInferiorityPValue(table, margin),
                verdict,
                verdict == ComparisonVerdict.NOT_ENOUGH_DATA
                        ? casesForVerdict(table, margin, confidence)
                        : OptionalLong.empty());
    }

    private static OptionalLong casesForVerdict(PairedProportions table, double margin, double confidence) {
        if (table.discordant() == 0 || margin == 0) {
            return OptionalLong.empty();
        }
        double discordance = (double) table.discordant() / table.cases();
        return OptionalLong.of(PairedSampleSize.forNonInferiority(discordance, 0, margin, (1 - confidence) / 2, POWER));
    }
}
