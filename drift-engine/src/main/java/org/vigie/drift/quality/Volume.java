package org.vigie.drift.quality;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigie.drift.verdict.DecisionRule;

/// Did as many observations come in this period as the reference's periods let expect?
///
/// ## Definition
///
/// ```text
/// t = (g(y) − ḡ) / √(max(s², 1/4) · (1 + 1/n)),    g(x) = √(x + 3/8)
/// ```
///
/// with the count `y` of this period, and `ḡ`, `s²` mean and variance of `g` over the `n` periods of the
/// reference. Anscombe's root has variance 1/4 for Poisson counts whatever their mean, and more when
/// counts are overdispersed, as weekly counts of a hospital are; `s²` learns by how much. The p-value is
/// two-sided from Student's distribution with `n − 1` degrees of freedom.
///
/// ## Unit and range
///
/// The value is the count of the period.
///
/// ## Reading the value
///
/// A count of 0 is a count: *expected but absent*, an event of its own. Periods must be comparable: give
/// Mondays for a Monday, and leave out no empty period of the reference.
///
/// ## Where this differs from the usual check
///
/// A constant share of the mean (such as −20 %) ignores how much counts vary; the Poisson law alone
/// gives false alarms when they vary more, as they do. Simulated with negative binomial counts of
/// variance up to five times the mean, 8 to 52 periods: false alarms 0.5 to 1.2 times the level at 5 %.
///
/// ## Sources
///
/// Anscombe, F. J. (1948). *The transformation of Poisson, binomial and negative-binomial data.*
/// Biometrika 35(3–4), 246–254. doi:10.1093/biomet/35.3-4.246
public final class Volume {

    /// Fewest periods of the reference from which the spread of counts is learnt.
    public static final int MINIMUM_PERIODS = 8;

    private static final double POISSON_VARIANCE = 0.25;

    private Volume() {}

    /// @param reference counts of the reference's periods, empty periods included
    /// @param current count of this period
    /// @throws IllegalArgumentException if a count is negative
    public static QualityFinding test(long[] reference, long current, DecisionRule rule) {
        if (current < 0 || Arrays.stream(reference).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("negative count");
        }
        int n = reference.length;
        if (n < MINIMUM_PERIODS) {
            return Findings.cannotJudge(
                    QualityCheck.VOLUME,
                    n,
                    1,
                    "the reference has " + n + " periods, " + MINIMUM_PERIODS + " are required");
        }
        double[] roots = Arrays.stream(reference).mapToDouble(Volume::root).toArray();
        double mean = Arrays.stream(roots).average().orElseThrow();
        double variance = Arrays.stream(roots).map(g -> (g - mean) * (g - mean)).sum() / (n - 1);
        double t = (root(current) - mean) / Math.sqrt(Math.max(variance, POISSON_VARIANCE) * (1 + 1.0 / n));
        double pValue = Math.min(1, 2 * TDistribution.of(n - 1.0).survivalProbability(Math.abs(t)));
        double usual = Arrays.stream(reference).average().orElseThrow();
        String reason = (current == 0 ? "expected but absent: no observation" : current + " observations")
                + " in this period, " + Findings.rounded(usual) + " are usual";
        return Findings.tested(QualityCheck.VOLUME, (double) current, pValue, rule, n, 1, List.of(), reason);
    }

    private static double root(long count) {
        return Math.sqrt(count + 0.375);
    }
}
