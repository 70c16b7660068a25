package org.vigie.drift.comparison;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

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
/// χ²       = (b − c)²/(b + c)                                    one degree of freedom
/// χ² corr. = (|b − c| − 1)²/(b + c)
/// ```
///
/// ## Reading the value
///
/// The exact p-value never has too many false alarms and is cautious; mid-p has about as many as stated.
/// With no discordant case both are 1 and χ² does not exist. χ² is kept to be compared with what others
/// print. Take it within the diseased and within the non-diseased: pooled, a gain in sensitivity hides a loss
/// in specificity.
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

    /// χ² without correction; absent without a discordant case.
    public OptionalDouble chiSquare() {
        return chiSquare(0);
    }

    /// χ² with continuity correction, as Edwards proposed; absent without a discordant case.
    public OptionalDouble correctedChiSquare() {
        return chiSquare(1);
    }

    /// P-value of a χ² with one degree of freedom.
    ///
    /// @throws IllegalArgumentException if `chiSquare` is negative or NaN
    public static double pValue(double chiSquare) {
        if (!(chiSquare >= 0)) {
            throw new IllegalArgumentException("chiSquare " + chiSquare);
        }
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
    }

    private OptionalDouble chiSquare(double correction) {
        double discordant = championOnly + candidateOnly;
        if (discordant == 0) {
            return OptionalDouble.empty();
        }
        double distance = Math.abs(championOnly - candidateOnly) - correction;
        return OptionalDouble.of(distance * distance / discordant);
    }
}
