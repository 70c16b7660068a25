package org.vigie.drift.comparison;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.interval.TangoScore;

/// Cases and power for two models on the same cases of one kind (all diseased, or all healthy).
///
/// ## Definition
///
/// With discordance `ψ` (share of cases on which they differ), difference `δ` (candidate minus champion),
/// margin `M` and normal quantiles `zₐ` (level) and `zᵦ` (power):
///
/// ```text
/// superiority, Connor       n = (zₐ √ψ + zᵦ √(ψ − δ²))² / δ²                       level two-sided
/// superiority, Miettinen    n = (zₐ ψ + zᵦ √(ψ² − δ²(3 + ψ)/4))² / (ψ δ²)          level two-sided
/// non-inferiority           n = (zₐ + zᵦ)² (ψ − δ²) / (M + δ)²                     level one-sided
/// exact                     sum over the discordant cases, binomial(n, ψ), of the power of exact McNemar
/// ```
///
/// ## Reading the value
///
/// What decides is the discordance, which nobody knows beforehand: give a high one. Cases are positives for
/// sensitivity, negatives for specificity; divide by the prevalence for studies. Connor is cautious, Miettinen
/// sits nearer to McNemar's χ²; the exact test needs a few more than either. Tango's score needs about a tenth
/// more cases than the formula for non-inferiority says: see [#exactNonInferiorityPower].
///
/// ## Sources
///
/// 1. Connor, R. J. (1987). *Sample size for testing differences in proportions for the paired-sample design.*
///    Biometrics 43(1), 207–211. doi:10.2307/2531961
/// 2. Miettinen, O. S. (1968). *The matched pairs design in the case of all-or-none responses.* Biometrics
///    24(2), 339–352. doi:10.2307/2528039
/// 3. Liu, J. P., Hsueh, H. M., Hsieh, E., & Chen, J. J. (2002). *Tests for equivalence or non-inferiority for
///    paired binary data.* Statistics in Medicine 21(2), 231–245. doi:10.1002/sim.1012
public final class PairedSampleSize {

    private PairedSampleSize() {}

    /// Cases to see a difference, after Connor.
    ///
    /// @throws IllegalArgumentException if not `0 < |difference| ≤ discordance ≤ 1`, or `level` or `power` is not
    ///     in (0, 1)
    public static long connor(double discordance, double difference, double level, double power) {
        requireDifference(discordance, difference, level, power);
        double spread = StandardNormal.upper(level / 2) * Math.sqrt(discordance)
                + StandardNormal.upper(1 - power) * Math.sqrt(discordance - difference * difference);
        return SampleSizes.up(spread * spread / (difference * difference));
    }

    /// Cases to see a difference, after Miettinen.
    ///
    /// @throws IllegalArgumentException as for [#connor]
    public static long miettinen(double discordance, double difference, double level, double power) {
        requireDifference(discordance, difference, level, power);
        double squared = difference * difference;
        double conditional = discordance * discordance - squared * (3 + discordance) / 4;
        double spread = StandardNormal.upper(level / 2) * discordance
                + StandardNormal.upper(1 - power) * Math.sqrt(Math.max(0, conditional));
        return SampleSizes.up(spread * spread / (discordance * squared));
    }

    /// Cases to show non-inferiority.
    ///
    /// @param difference what is expected, mostly 0
    /// @param level one-sided
    /// @throws IllegalArgumentException if `discordance` is not in (0, 1], `|difference|` exceeds it, `margin` is
    ///     not in (0, 1), `margin + difference` is not positive, or `level` or `power` is not in (0, 1)
    public static long forNonInferiority(
            double discordance, double difference, double margin, double level, double power) {
        requireDiscordance(discordance, difference);
        SampleSizes.requireShare("margin", margin);
        SampleSizes.requireErrors(level, power);
        if (!(margin + difference > 0)) {
            throw new IllegalArgumentException("expected loss " + -difference + " reaches the margin " + margin);
        }
        double z = StandardNormal.upper(level) + StandardNormal.upper(1 - power);
        double distance = margin + difference;
        return SampleSizes.up(z * z * (discordance - difference * difference) / (distance * distance));
    }

    /// Power of that many cases to show non-inferiority.
    ///
    /// @throws IllegalArgumentException as for [#forNonInferiority], or if `cases < 1`
    public static double nonInferiorityPower(
            long cases, double discordance, double difference, double margin, double level) {
        requireDiscordance(discordance, difference);
        SampleSizes.requireShare("margin", margin);
        SampleSizes.requireShare("level", level);
        requireCases(cases);
        double variance = (discordance - difference * difference) / cases;
        double distance = margin + difference;
        return variance == 0
                ? distance > 0 ? 1 : 0
                : StandardNormal.survival(StandardNormal.upper(level) - distance / Math.sqrt(variance));
    }

    /// Power of Tango's score to show non-inferiority, over all outcomes.
    ///
    /// @throws IllegalArgumentException if `cases` is not in [1, 10000], or as for [#forNonInferiority]
    public static double exactNonInferiorityPower(
            int cases, double discordance, double difference, double margin, double level) {
        requireDiscordance(discordance, difference);
        SampleSizes.requireShare("margin", margin);
        SampleSizes.requireShare("level", level);
        requireCases(cases);
        if (cases > 10_000) {
            throw new IllegalArgumentException("cases " + cases + " > 10000");
        }
        double z = StandardNormal.upper(level);
        double candidateOnly = Math.clamp((1 + difference / discordance) / 2, 0, 1);
        BinomialDistribution discordant = BinomialDistribution.of(cases, discordance);
        double power = 0;
        for (int m = 0; m <= cases; m++) {
            double weight = discordant.probability(m);
            if (weight > 1e-12) {
                // the score grows with the candidate's share: the fewest that suffice decide
                int fewest = fewest(cases, m, margin, z);
                power += weight * BinomialDistribution.of(m, candidateOnly).survivalProbability(fewest - 1);
            }
        }
        return Math.min(1, power);
    }

    private static int fewest(int cases, int discordant, double margin, double z) {
        int low = -1;
        int high = discordant + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            var table = new PairedProportions((long) cases - discordant, (long) discordant - middle, middle, 0);
            if (TangoScore.of(table, -margin) > z) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// Power of McNemar's exact two-sided test to see a difference, over all numbers of discordant cases.
    ///
    /// @throws IllegalArgumentException if `cases` is not in [1, 100000], or as for [#connor]
    public static double exactPower(int cases, double discordance, double difference, double level) {
        requireDiscordance(discordance, difference);
        SampleSizes.requireShare("level", level);
        requireCases(cases);
        if (cases > 100_000) {
            throw new IllegalArgumentException("cases " + cases + " > 100000");
        }
        double candidateOnly = Math.clamp((1 + difference / discordance) / 2, 0, 1);
        BinomialDistribution discordant = BinomialDistribution.of(cases, discordance);
        double spread = 9 * Math.sqrt(cases * discordance * (1 - discordance)) + 20;
        int from = (int) Math.max(0, cases * discordance - spread);
        int to = (int) Math.min(cases, cases * discordance + spread);
        double power = 0;
        for (int m = from; m <= to; m++) {
            power += discordant.probability(m) * conditionalPower(m, candidateOnly, level);
        }
        return Math.min(1, power);
    }

    private static double conditionalPower(int discordant, double candidateOnly, double level) {
        BinomialDistribution none = BinomialDistribution.of(discordant, 0.5);
        int limit = none.inverseCumulativeProbability(level / 2);
        while (limit >= 0 && none.cumulativeProbability(limit) > level / 2) {
            limit--;
        }
        if (limit < 0) {
            return 0;
        }
        BinomialDistribution actual = BinomialDistribution.of(discordant, candidateOnly);
        return actual.cumulativeProbability(limit) + actual.survivalProbability(discordant - limit - 1);
    }

    private static void requireDifference(double discordance, double difference, double level, double power) {
        requireDiscordance(discordance, difference);
        SampleSizes.requireErrors(level, power);
        if (difference == 0) {
            throw new IllegalArgumentException("difference is 0: no number of cases shows it");
        }
    }

    private static void requireDiscordance(double discordance, double difference) {
        if (!(discordance > 0 && discordance <= 1)) {
            throw new IllegalArgumentException("discordance " + discordance + " is not in (0, 1]");
        }
        if (!(Math.abs(difference) <= discordance)) {
            throw new IllegalArgumentException(
                    "difference " + difference + " is larger than the discordance " + discordance);
        }
    }

    private static void requireCases(long cases) {
        if (cases < 1) {
            throw new IllegalArgumentException("cases " + cases + " < 1");
        }
    }
}
