package org.vigie.drift.quality;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.vigie.drift.verdict.DecisionRule;

/// Are more, or fewer, values missing than in the reference, or more than a stated limit allows?
///
/// ## Definition
///
/// ```text
/// share = missing / (missing + present)
/// ```
///
/// Against the reference: Fisher's exact test, two-sided, of the 2 × 2 table of missing and present in
/// both windows; above a million observations its χ² law with one degree of freedom. Against a limit:
/// the Clopper–Pearson limits of the current share, with an error of at most `level` on each side.
///
/// ## Unit and range
///
/// A share in `[0, 1]`.
///
/// ## Reading the value
///
/// A window in which all is missing has share 1 and is judged like any other: missing values are
/// observations of this check, so that a column cannot go quiet by vanishing.
///
/// ## Where this differs from the usual check
///
/// Other tools drop missing values first, or compare the share with a constant whatever the sizes.
///
/// ## Sources
///
/// 1. Fisher, R. A. (1922). *On the interpretation of χ² from contingency tables, and the calculation
///    of P.* Journal of the Royal Statistical Society 85(1), 87–94. doi:10.2307/2340521
/// 2. Clopper, C. J., & Pearson, E. S. (1934). *The use of confidence or fiducial limits illustrated in
///    the case of the binomial.* Biometrika 26(4), 404–413. doi:10.1093/biomet/26.4.404
public final class MissingShare {

    private static final long EXACT_UP_TO = 1_000_000;

    private MissingShare() {}

    /// The current share against that of the reference.
    ///
    /// @throws IllegalArgumentException if a count is negative
    public static QualityFinding test(
            long missingReference, long presentReference, long missingCurrent, long presentCurrent, DecisionRule rule) {
        long n = size(missingReference, presentReference);
        long m = size(missingCurrent, presentCurrent);
        if (Math.min(n, m) < rule.minimumObservations()) {
            return Findings.cannotJudge(
                    QualityCheck.MISSING,
                    n,
                    m,
                    "windows of " + n + " and " + m + " observations, missing ones included; "
                            + rule.minimumObservations() + " are required");
        }
        double share = (double) missingCurrent / m;
        return Findings.tested(
                QualityCheck.MISSING,
                share,
                twoSided(missingReference, presentReference, missingCurrent, presentCurrent),
                rule,
                n,
                m,
                List.of(),
                Findings.counted(missingCurrent, m, "missing; in the reference ") + missingReference + " of " + n);
    }

    /// The current share against the greatest that is allowed.
    ///
    /// @throws IllegalArgumentException if a count is negative or `limit` not in [0, 1]
    public static QualityFinding within(long missing, long present, double limit, DecisionRule rule) {
        return Findings.againstLimit(
                QualityCheck.MISSING, missing, size(missing, present), limit, rule, List.of(), "missing");
    }

    /// Two-sided p-value of equal shares of `a` in `a + b` and `c` in `c + d`.
    static double twoSided(long a, long b, long c, long d) {
        if (a + c == 0 || b + d == 0) {
            return 1;
        }
        if (a + b + c + d <= EXACT_UP_TO) {
            int[][] table = {{(int) a, (int) b}, {(int) c, (int) d}};
            return FisherExactTest.withDefaults().test(table).getPValue();
        }
        double n = (double) a + b;
        double m = (double) c + d;
        double difference = a / n - c / m;
        double pooled = ((double) a + c) / (n + m);
        double chiSquare = difference * difference / (pooled * (1 - pooled) * (1 / n + 1 / m));
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
    }

    private static long size(long missing, long present) {
        if (missing < 0 || present < 0) {
            throw new IllegalArgumentException(missing + " missing and " + present + " present");
        }
        return missing + present;
    }
}
