package org.vigie.drift.comparison;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.interval.StandardNormal;

/// Cases that one proportion needs: for an interval of a width, for a limit above a minimum, for a test against
/// a minimum; and cases for two proportions on different cases.
///
/// ## Definition
///
/// ```text
/// textbook half-width h     n = z² p(1 − p)/h²
/// two proportions           power(n) = Φ(h √(n/2) − z) + Φ(−h √(n/2) − z)     h = 2 asin √p₁ − 2 asin √p₂
/// ```
///
/// The others search the very interval or the very binomial test that will be used.
///
/// ## Sources
///
/// 1. Cohen, J. (1988). *Statistical power analysis for the behavioral sciences* (2nd ed.), chapter 6.
/// 2. Chernick, M. R., & Liu, C. Y. (2002). *The saw-toothed behavior of power versus sample size and software
///    solutions.* The American Statistician 56(2), 149–155. doi:10.1198/000313002317572835
public final class ProportionSampleSize {

    private ProportionSampleSize() {}

    /// Cases for a textbook (Wald) interval of a half-width, not rounded.
    ///
    /// @throws IllegalArgumentException if an argument is not in (0, 1)
    public static double forWaldHalfWidth(double share, double halfWidth, double confidence) {
        SampleSizes.requireShare("share", share);
        SampleSizes.requireShare("halfWidth", halfWidth);
        double z = StandardNormal.twoSided(confidence);
        return z * z * share * (1 - share) / (halfWidth * halfWidth);
    }

    /// Fewest cases at which the interval of a share, rounded to whole successes, is no wider than twice the
    /// half-width. Rounding makes the width saw-toothed: some larger numbers are a little wider.
    ///
    /// @throws IllegalArgumentException if `share` is not in [0, 1], another argument not in (0, 1), or more than
    ///     a thousand million cases would be needed
    public static long forHalfWidth(ProportionInterval method, double share, double halfWidth, double confidence) {
        requireClosedShare(share);
        SampleSizes.requireShare("halfWidth", halfWidth);
        double outwards = share < 0.5 ? -0.5 : 0.5;
        long from = SampleSizes.fewest(n ->
                interval(method, share * n + outwards, (double) n, confidence).width() <= 2 * halfWidth);
        return scan(
                from,
                n -> interval(method, Math.rint(share * n), (double) n, confidence)
                                .width()
                        <= 2 * halfWidth);
    }

    /// Fewest cases at which the lower limit of a share, rounded to whole successes, reaches a minimum.
    ///
    /// @throws IllegalArgumentException if `share` is not in [0, 1] or not above `minimum`, or more than a
    ///     thousand million cases would be needed
    public static long forLowerLimit(ProportionInterval method, double share, double minimum, double confidence) {
        requireClosedShare(share);
        if (!(share > minimum)) {
            throw new IllegalArgumentException("share " + share + " is not above the minimum " + minimum);
        }
        long from = SampleSizes.fewest(
                n -> interval(method, share * n + 0.5, (double) n, confidence).lower() >= minimum);
        return scan(
                from,
                n -> interval(method, Math.rint(share * n), (double) n, confidence)
                                .lower()
                        >= minimum);
    }

    private static Interval interval(ProportionInterval method, double successes, double trials, double confidence) {
        return method.of(Math.clamp(successes, 0, trials), trials, confidence);
    }

    private static long scan(long from, SampleSizes.Enough enough) {
        long n = from;
        while (!enough.at(n)) {
            n++;
        }
        return n;
    }

    /// An exact one-sided test that a share fell.
    ///
    /// @param cases to observe
    /// @param alarmAt successes at or below which the fall is declared
    /// @param level probability of that without a fall
    /// @param power probability of that with it
    public record ExactTest(long cases, long alarmAt, double level, double power) {}

    /// Fewest cases at which the exact test of `from` detects a fall to `to`. Power is saw-toothed: some larger
    /// numbers have a little less.
    ///
    /// @throws IllegalArgumentException if not `0 < to < from < 1`, `level` or `power` is not in (0, 1), or more
    ///     than 100,000 cases would be needed
    public static ExactTest forExactFall(double from, double to, double level, double power) {
        SampleSizes.requireShare("from", from);
        SampleSizes.requireShare("to", to);
        SampleSizes.requireErrors(level, power);
        if (!(to < from)) {
            throw new IllegalArgumentException("to " + to + " is not below from " + from);
        }
        for (int n = 1; n <= 100_000; n++) {
            ExactTest test = exactTest(n, from, to, level);
            if (test.power() >= power) {
                return test;
            }
        }
        throw new IllegalArgumentException("more than 100000 cases would be needed");
    }

    /// The exact one-sided test of `from` with `cases`; `alarmAt` is −1 and its power 0 where no outcome is rare
    /// enough.
    public static ExactTest exactTest(int cases, double from, double to, double level) {
        BinomialDistribution usual = BinomialDistribution.of(cases, from);
        int limit = usual.inverseCumulativeProbability(level);
        while (limit >= 0 && usual.cumulativeProbability(limit) > level) {
            limit--;
        }
        return new ExactTest(
                cases,
                limit,
                limit < 0 ? 0 : usual.cumulativeProbability(limit),
                limit < 0 ? 0 : BinomialDistribution.of(cases, to).cumulativeProbability(limit));
    }

    /// Power of the two-sided comparison of two proportions with `each` cases a side.
    public static double power(double first, double second, double each, double level) {
        double effect = 2 * (Math.asin(Math.sqrt(first)) - Math.asin(Math.sqrt(second))) * Math.sqrt(each / 2);
        double z = StandardNormal.upper(level / 2);
        return StandardNormal.survival(z - effect) + StandardNormal.survival(z + effect);
    }

    /// Cases on each side for that power, not rounded.
    ///
    /// @throws IllegalArgumentException if a share is not in (0, 1), both are equal, or `level` or `power` is not
    ///     in (0, 1)
    public static double forTwoProportions(double first, double second, double level, double power) {
        SampleSizes.requireShare("first", first);
        SampleSizes.requireShare("second", second);
        SampleSizes.requireErrors(level, power);
        if (first == second) {
            throw new IllegalArgumentException("both shares are " + first);
        }
        double high = 1;
        while (power(first, second, high, level) < power) {
            high *= 2;
        }
        double low = 0;
        while (high - low > 1e-12 * high) {
            double middle = low + (high - low) / 2;
            if (power(first, second, middle, level) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static void requireClosedShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not in [0, 1]");
        }
    }
}
