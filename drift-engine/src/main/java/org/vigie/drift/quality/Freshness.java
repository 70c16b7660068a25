package org.vigie.drift.quality;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

/// Is the newest observation recent enough at a stated instant?
///
/// The instant is an argument: the same data give the same verdict whenever they are looked at. Times are
/// whole numbers in one unit of the caller's choice, such as milliseconds since 1970. The value is the age
/// of the newest observation. No observation at all fails: nothing is newer than the limit. An
/// observation after the instant fails too, since its clock cannot be right.
public final class Freshness {

    private Freshness() {}

    /// @param at instant at which the data are looked at
    /// @param limit greatest age of the newest observation that is allowed
    /// @throws IllegalArgumentException if `limit` is negative
    public static QualityFinding check(long[] observedAt, long at, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit + " < 0");
        }
        if (observedAt.length == 0) {
            return Findings.decided(
                    QualityCheck.STALE,
                    Outcome.FAIL,
                    (double) limit,
                    (double) limit,
                    0,
                    List.of(),
                    "expected but absent: no observation");
        }
        long newest = Arrays.stream(observedAt).max().orElseThrow();
        long age = Math.subtractExact(at, newest);
        String reason = age < 0
                ? "the newest observation lies " + Math.negateExact(age) + " after the instant of the check"
                : "the newest observation is " + age + " old; " + limit + " is allowed";
        Outcome verdict = age < 0 || age > limit ? Outcome.FAIL : Outcome.PASS;
        return Findings.decided(
                QualityCheck.STALE, verdict, (double) age, (double) limit, observedAt.length, List.of(), reason);
    }

    /// Median time between two observations that follow each other: a limit can be a multiple of it.
    /// Absent when there are fewer than two.
    public static OptionalDouble usualGap(long[] observedAt) {
        if (observedAt.length < 2) {
            return OptionalDouble.empty();
        }
        long[] times = observedAt.clone();
        Arrays.sort(times);
        long[] gaps = new long[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.subtractExact(times[i + 1], times[i]);
        }
        Arrays.sort(gaps);
        int middle = gaps.length / 2;
        return OptionalDouble.of(
                gaps.length % 2 == 1
                        ? (double) gaps[middle]
                        : (double) gaps[middle - 1] + (gaps[middle] - gaps[middle - 1]) / 2.0);
    }
}
