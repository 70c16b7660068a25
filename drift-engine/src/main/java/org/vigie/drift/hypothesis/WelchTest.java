package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Welch's t test: has the mean of one numeric variable changed, whatever its spread?
///
/// ## Definition
///
/// ```text
/// t = (x̄r − x̄c) / √(sr²/n + sc²/m)
///
/// x̄, s   mean and standard deviation (divisor n − 1) of the reference and of the current window
/// ```
///
/// ## Unit and range
///
/// Dimensionless, any number; negative when the mean has risen. Shifting or scaling both windows leaves it as it is.
///
/// ## Reading the value
///
/// The effect size is Hedges' g, the rise of the mean in pooled standard deviations, corrected for small windows \[2].
/// The test knows means only, and a few outliers can hide a shift; for any change see [AndersonDarlingTest].
///
/// ## P-value
///
/// Two-sided, from Student's t with Satterthwaite's degrees of freedom \[1]: a limit for variables that are not
/// normal. Two constants have no t: p is 1 if they agree, and `2 / C(n + m, n)`, the exact probability of such a
/// separation, if they differ.
///
/// ## Sources
///
/// 1. Welch, B. L. (1947). *The generalization of "Student's" problem when several different population variances are
///    involved.* Biometrika 34(1–2), 28–35. doi:10.1093/biomet/34.1-2.28
/// 2. Hedges, L. V. (1981). *Distribution theory for Glass's estimator of effect size and related estimators.* Journal
///    of Educational Statistics 6(2), 107–128. doi:10.3102/10769986006002107
public final class WelchTest {

    public static final String NAME = "Welch t";

    private WelchTest() {}

    /// The statistic t; absent when a window has one observation only, or both are constant and differ.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static OptionalDouble statistic(NumericWindow reference, NumericWindow current) {
        PooledGroups.requireObservations(reference.size(), current.size());
        if (reference.size() < 2 || current.size() < 2) {
            return OptionalDouble.empty();
        }
        double difference = reference.mean() - current.mean();
        double error = Math.sqrt(squaredError(reference) + squaredError(current));
        if (error == 0) {
            return difference == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        return OptionalDouble.of(difference / error);
    }

    /// P-value; absent when a window has one observation only.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<PValue> pValue(NumericWindow reference, NumericWindow current) {
        OptionalDouble t = statistic(reference, current);
        int n = reference.size();
        int m = current.size();
        if (n < 2 || m < 2) {
            return Optional.empty();
        }
        double a = squaredError(reference);
        double b = squaredError(current);
        if (a + b == 0) {
            double p = t.isPresent() ? 1 : Math.min(1, KolmogorovSmirnovTest.smallestPValue(n, m));
            return Optional.of(new PValue(p, PValueMethod.EXACT));
        }
        double share = a / (a + b);
        double degrees = 1 / (share * share / (n - 1) + (1 - share) * (1 - share) / (m - 1));
        double p = 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t.orElseThrow()));
        return Optional.of(new PValue(Math.min(1, p), PValueMethod.LIMIT));
    }

    /// The test with its verdict; without a value where both windows are constant and differ.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.withMinimumObservations(Math.max(2, rule.minimumObservations()))
                .onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        OptionalDouble t = statistic(reference, current);
        DriftResult result = DriftResult.of(
                NAME,
                t.orElse(0),
                pValue(reference, current).orElseThrow(),
                hedgesG(reference, current),
                sizes,
                rule,
                OptionalDouble.empty());
        return t.isPresent() ? result : Undefined.valueOf(result);
    }

    /// Hedges' g: the rise of the mean in pooled standard deviations; absent when these are 0 and the means differ, or
    /// there are fewer than three observations.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<EffectSize> hedgesG(NumericWindow reference, NumericWindow current) {
        PooledGroups.requireObservations(reference.size(), current.size());
        double degrees = (double) reference.size() + current.size() - 2;
        double pooled = Math.sqrt((squares(reference) + squares(current)) / degrees);
        double difference = current.mean() - reference.mean();
        double g = difference == 0 ? 0 : (1 - 3 / (4 * degrees - 1)) * difference / pooled;
        if (degrees < 1 || !Double.isFinite(g)) {
            return Optional.empty();
        }
        return Optional.of(new EffectSize("Hedges' g", g, "rise of the mean, in standard deviations"));
    }

    private static double squaredError(NumericWindow window) {
        double sd = window.standardDeviation();
        return sd * sd / window.size();
    }

    private static double squares(NumericWindow window) {
        double sd = window.standardDeviation();
        return sd * sd * (window.size() - 1);
    }
}
