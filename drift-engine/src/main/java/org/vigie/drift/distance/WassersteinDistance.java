package org.vigie.drift.distance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.hypothesis.CumulativeArea;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Wasserstein distance of order 1: how far, on average, the values of one window would have to be
/// moved to become those of the other.
///
/// ## Definition
///
/// ```text
/// W₁ = ∫ |F(x) − G(x)| dx
///
/// F, G   share of the reference and of the current observations that are ≤ x
/// ```
///
/// ## Unit and range
///
/// The unit of the variable, in `[0, ∞)`; a metric. Divided by the standard deviation of the
/// reference ([#scaled]) it has no unit: a shift of all values by δ standard deviations gives δ.
///
/// ## Reading the value
///
/// With no drift W₁ is not 0 but of the order of `sd · √(1/n + 1/m)`. It says how much has moved; whether that
/// could be chance [#test] answers by relabelling. A kept reference serves many current windows: where one
/// window is 32 times the other, the distance costs searches and prefix sums in place of a pass.
///
/// ## Where this differs from the usual formula
///
/// The standard deviation has divisor `n − 1` and no lower limit: a constant reference has no scale, so
/// its scaled distance is absent (0 if nothing moved) instead of divided by an invented constant.
///
/// ## Sources
///
/// 1. Vallender, S. S. (1974). *Calculation of the Wasserstein distance between probability
///    distributions on the line.* Theory of Probability & Its Applications 18(4), 784–786.
///    doi:10.1137/1118101
public final class WassersteinDistance {

    public static final String NAME = "Wasserstein distance";

    private WassersteinDistance() {}

    /// Distance in the unit of the variable.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double between(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException((n == 0 ? "reference" : "current") + " window is empty");
        }
        return WassersteinArea.between(reference, current);
    }

    /// Distance in standard deviations of the reference; absent when a constant reference was left.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<EffectSize> scaled(NumericWindow reference, NumericWindow current) {
        double distance = between(reference, current);
        double sd = reference.standardDeviation();
        if (distance > 0 && !(distance / sd <= Double.MAX_VALUE)) {
            return Optional.empty();
        }
        return Optional.of(new EffectSize(
                "Wasserstein distance in reference standard deviations",
                distance == 0 ? 0 : distance / sd,
                "mean way a value has moved, in standard deviations of the reference"));
    }

    /// The test of the distance with its verdict; its p-value comes from seeded relabelling
    /// ([CumulativeArea#ofAbsolute]), which costs the size of the smaller window for each draw.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        var refusal = RelabelledDistance.refusal(sizes, rule);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), sizes, rule);
        }
        return DriftResult.of(
                NAME,
                between(reference, current),
                CumulativeArea.ofAbsolute(reference, current, rule.level(), rule.seed()),
                scaled(reference, current),
                sizes,
                rule,
                OptionalDouble.empty());
    }
}
