package org.vigie.drift.performance;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// McNemar's test: do two models decide rightly equally often on the same cases?
///
/// ## Definition
///
/// Only discordant cases count: `b` that the champion alone got right, `c` that the candidate alone did.
/// If neither is better, `b` is binomial with `b + c` trials and probability ½.
///
/// ```text
/// exact p  = min(1, 2 P(X ≤ min(b, c)))
/// mid-p    = min(1, 2 P(X < min(b, c)) + P(X = min(b, c)))       1 when b = c
/// ```
///
/// ## Reading the value
///
/// The exact p-value never has too many false alarms and is cautious; mid-p has about as many as stated.
/// With no discordant case both are 1.
///
/// ## Sources
///
/// 1. McNemar, Q. (1947). *Note on the sampling error of the difference between correlated proportions or
///    percentages.* Psychometrika 12(2), 153–157. doi:10.1007/BF02295996
/// 2. Fagerland, M. W., Lydersen, S., & Laake, P. (2013). *The McNemar test for binary matched-pairs data:
///    mid-p and asymptotic are better than exact conditional.* BMC Medical Research Methodology 13, 91.
///    doi:10.1186/1471-2288-13-91
///
/// @param championOnly cases the champion alone got right
/// @param candidateOnly cases the candidate alone got right
/// @param exactPValue two-sided
/// @param midPValue two-sided
public record McNemarTest(long championOnly, long candidateOnly, double exactPValue, double midPValue) {

    /// @throws IllegalArgumentException if a count is negative, or together they exceed 2³¹ − 1
    public static McNemarTest of(long championOnly, long candidateOnly) {
        if (championOnly < 0 || candidateOnly < 0) {
            throw new IllegalArgumentException("discordant cases " + championOnly + " and " + candidateOnly);
        }
        if (championOnly + candidateOnly > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(championOnly + candidateOnly + " discordant cases are too many");
        }
        int fewer = (int) Math.min(championOnly, candidateOnly);
        BinomialDistribution binomial = BinomialDistribution.of((int) (championOnly + candidateOnly), 0.5);
        double exact = Math.min(1, 2 * binomial.cumulativeProbability(fewer));
        double mid = championOnly == candidateOnly
                ? 1
                : Math.min(1, 2 * binomial.cumulativeProbability(fewer) - binomial.probability(fewer));
        return new McNemarTest(championOnly, candidateOnly, exact, mid);
    }
}
