package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.FDistribution;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Levene's test with medians (Brown–Forsythe): has the spread of one numeric variable changed?
///
/// ## Definition
///
/// ```text
/// W = (N − 2) · n m / N · (z̄r − z̄c)² / (Σ (zr − z̄r)² + Σ (zc − z̄c)²)      N = n + m
///
/// zr, zc   distance of an observation from the median of its own window
/// ```
///
/// ## Unit and range
///
/// Dimensionless, not negative. Shifting either window, or scaling both, leaves it as it is.
///
/// ## Reading the value
///
/// The effect size is the ratio of the mean distances from the median, current to reference: 1 when the spread has
/// stayed. A change of position is not seen.
///
/// ## P-value
///
/// From F with 1 and `N − 2` degrees of freedom \[1]. Where no distance differs from its mean W is not defined: p is 1
/// if the mean distances agree; if they differ there is no p-value, and the verdict is inconclusive.
///
/// ## Sources
///
/// 1. Brown, M. B., & Forsythe, A. B. (1974). *Robust tests for the equality of variances.* Journal of the American
///    Statistical Association 69(346), 364–367. doi:10.1080/01621459.1974.10482955
public final class LeveneTest {

    public static final String NAME = "Levene W";

    private LeveneTest() {}

    /// The statistic W; absent when no distance from a median differs from its mean, or there are fewer than three
    /// observations.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static OptionalDouble statistic(NumericWindow reference, NumericWindow current) {
        Distances r = Distances.of(reference, current.size());
        Distances c = Distances.of(current, reference.size());
        double total = (double) reference.size() + current.size();
        double within = r.squares() + c.squares();
        if (total < 3 || !(within > 0)) {
            return OptionalDouble.empty();
        }
        double difference = r.mean() - c.mean();
        return OptionalDouble.of(
                (total - 2) * reference.size() * current.size() / total * difference / within * difference);
    }

    /// P-value; absent where the statistic is and the spreads differ.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<PValue> pValue(NumericWindow reference, NumericWindow current) {
        OptionalDouble w = statistic(reference, current);
        if (w.isEmpty()) {
            boolean alike = Distances.of(reference, 1).mean()
                    == Distances.of(current, 1).mean();
            return alike ? Optional.of(new PValue(1, PValueMethod.EXACT)) : Optional.empty();
        }
        double degrees = (double) reference.size() + current.size() - 2;
        return Optional.of(
                new PValue(FDistribution.of(1, degrees).survivalProbability(w.getAsDouble()), PValueMethod.LIMIT));
    }

    /// The test with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.withMinimumObservations(Math.max(2, rule.minimumObservations()))
                .onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        Optional<PValue> pValue = pValue(reference, current);
        if (pValue.isEmpty()) {
            long fewest = Math.min(sizes.reference(), sizes.current());
            var undefined = new DriftVerdict.Inconclusive(
                    "all distances from the median are equal within each window and differ between them: W is infinite",
                    fewest,
                    fewest);
            return DriftResult.inconclusive(NAME, undefined, sizes, rule);
        }
        return DriftResult.of(
                NAME,
                statistic(reference, current).orElse(0),
                pValue.get(),
                ratio(reference, current),
                sizes,
                rule,
                OptionalDouble.empty());
    }

    /// Mean distance from the median, current to reference; absent when the reference has none.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<EffectSize> ratio(NumericWindow reference, NumericWindow current) {
        double ratio =
                Distances.of(current, 1).mean() / Distances.of(reference, 1).mean();
        return Double.isFinite(ratio)
                ? Optional.of(new EffectSize(
                        "ratio of spreads",
                        ratio,
                        "mean distance from the median, current to reference; 1 when it has stayed"))
                : Optional.empty();
    }

    /// Mean distance from the median, and the sum of squares of the distances about it.
    private record Distances(double mean, double squares) {

        static Distances of(NumericWindow window, int otherSize) {
            PooledGroups.requireObservations(window.size(), otherSize);
            double median = window.quantile(0.5);
            double sum = 0;
            for (int i = 0; i < window.size(); i++) {
                sum += Math.abs(window.get(i) - median);
            }
            double mean = sum / window.size();
            double squares = 0;
            for (int i = 0; i < window.size(); i++) {
                double difference = Math.abs(window.get(i) - median) - mean;
                squares += difference * difference;
            }
            return new Distances(mean, squares);
        }
    }
}
