package org.vigie.drift.quality;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.window.NumericWindow;

/// Values outside a declared range, or outside the range that the reference has shown.
///
/// ## Definition
///
/// ```text
/// share = values below the lower or above the upper end / values present
/// ```
///
/// Against a declared range: one-sided Clopper–Pearson limits of the share against what is allowed; with
/// nothing allowed a single value fails. Against the reference's range: without any change, a new value
/// of a continuous variable lies outside the range of `n` others with probability `2 / (n + 1)`, so
/// `m` values are expected to have `2m / (n + 1)` outside, and
///
/// ```text
/// P(K ≥ k) = P(at most 1 reference value among k + 1 drawn from all n + m without replacement)
/// ```
///
/// exactly: the values outside are those in two of the `n + 1` gaps that the ordered reference leaves,
/// and all gaps are alike. With ties the p-value is too large, never too small.
///
/// ## Unit and range
///
/// A share in `[0, 1]`.
///
/// ## Where this differs from the usual check
///
/// A check that fails on the first value outside the reference's minimum and maximum raises a false alarm
/// nearly every week: 1,000 values against a reference of 1,000 have two outside on average.
///
/// ## Sources
///
/// Wilks, S. S. (1941). *Determination of sample sizes for setting tolerance limits.* Annals of
/// Mathematical Statistics 12(1), 91–96. doi:10.1214/aoms/1177731788
public final class OutOfRange {

    private OutOfRange() {}

    /// Against a declared range, both ends included.
    ///
    /// @param allowed greatest share outside; 0 when values outside are impossible
    /// @throws IllegalArgumentException if `lower` is not at or below `upper`, or `allowed` not in [0, 1]
    public static QualityFinding declared(
            double[] current, double lower, double upper, double allowed, DecisionRule rule) {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower " + lower + " is not at or below upper " + upper);
        }
        int[] outside = IntStream.range(0, current.length)
                .filter(i -> current[i] < lower || current[i] > upper)
                .toArray();
        long present = IntStream.range(0, current.length)
                .filter(i -> !Double.isNaN(current[i]))
                .count();
        return Findings.againstLimit(
                QualityCheck.OUT_OF_RANGE,
                outside.length,
                present,
                allowed,
                rule,
                Positions.of(outside),
                "outside [" + lower + ", " + upper + "]");
    }

    /// Against the range from the smallest to the largest value of the reference.
    public static QualityFinding test(NumericWindow reference, double[] current, DecisionRule rule) {
        int n = reference.size();
        int m = Math.toIntExact(IntStream.range(0, current.length)
                .filter(i -> !Double.isNaN(current[i]))
                .count());
        if (Math.min(n, m) < rule.minimumObservations()) {
            return Findings.cannotJudge(
                    QualityCheck.OUT_OF_RANGE,
                    n,
                    m,
                    "windows of " + n + " and " + m + " observations; " + rule.minimumObservations() + " are required");
        }
        double lowest = reference.get(0);
        double highest = reference.get(n - 1);
        int[] outside = IntStream.range(0, current.length)
                .filter(i -> current[i] < lowest || current[i] > highest)
                .toArray();
        return Findings.tested(
                QualityCheck.OUT_OF_RANGE,
                (double) outside.length / m,
                pValue(n, m, outside.length),
                rule,
                n,
                m,
                Positions.of(outside),
                Findings.counted(outside.length, m, "outside the range of the reference; ")
                        + Findings.rounded(expected(n, m)) + " are expected without a change");
    }

    /// How many of `m` values lie outside the range of `n` others, on average, when nothing changed.
    ///
    /// @throws IllegalArgumentException if a size is not positive
    public static double expected(long n, long m) {
        if (n < 1 || m < 1) {
            throw new IllegalArgumentException("sizes " + n + " and " + m + " are not both positive");
        }
        return n == 1 ? m : 2.0 * m / (n + 1.0);
    }

    /// Probability that at least `outside` of `m` values lie outside the range of `n` others when nothing changed.
    static double pValue(int n, int m, int outside) {
        return beyond(n, m, outside, 2);
    }

    /// Probability that at least `outside` of `m` values lie in given `gaps` of the `n + 1` that the ordered
    /// reference leaves.
    static double beyond(int n, int m, int outside, int gaps) {
        if (outside == 0) {
            return 1;
        }
        if (n < gaps) {
            return 1;
        }
        int drawn = outside + gaps - 1;
        return HypergeometricDistribution.of(Math.addExact(n, m), n, drawn).cumulativeProbability(gaps - 1);
    }
}
