package org.vigie.drift.distance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.hypothesis.CumulativeArea;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Energy distance of two windows of one numeric variable.
///
/// ## Definition
///
/// ```text
/// E² = 2 E|X − Y| − E|X − X′| − E|Y − Y′| = 2 ∫ (F(x) − G(x))² dx
///
/// X, X′ and Y, Y′   observations drawn from the reference and from the current window
/// ```
///
/// The integral needs no pairs: one pass over the sorted windows.
///
/// ## Unit and range
///
/// E² has the unit of the variable, E ([#between]) its root; both are in `[0, ∞)` and 0 only when all shares agree.
/// E is a metric.
///
/// ## Reading the value
///
/// Divided by the standard deviation of the reference E² has no unit ([#scaled]): about `δ²/√π` for a shift of δ
/// standard deviations of a normal variable, as long as δ is small. Large differences of share count more than in
/// [WassersteinDistance].
///
/// ## P-value
///
/// From the limit given the values, or by seeded relabelling: [CumulativeArea#ofSquares].
///
/// ## Sources
///
/// 1. Székely, G. J., & Rizzo, M. L. (2013). *Energy statistics: A class of statistics based on distances.* Journal
///    of Statistical Planning and Inference 143(8), 1249–1272. doi:10.1016/j.jspi.2013.03.018
public final class EnergyDistance {

    public static final String NAME = "energy distance";

    private EnergyDistance() {}

    /// The distance E, in the root of the variable's unit.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double between(NumericWindow reference, NumericWindow current) {
        return Math.sqrt(squared(reference, current));
    }

    /// E², in the unit of the variable.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double squared(NumericWindow reference, NumericWindow current) {
        return 2 * CumulativeArea.squares(reference, current);
    }

    /// E² in standard deviations of the reference; absent when a constant reference was left.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static Optional<EffectSize> scaled(NumericWindow reference, NumericWindow current) {
        double squared = squared(reference, current);
        double scaled = squared == 0 ? 0 : squared / reference.standardDeviation();
        return Double.isFinite(scaled)
                ? Optional.of(new EffectSize(
                        "squared energy distance in reference standard deviations",
                        scaled,
                        "0 when all shares agree; about 0.56 times the square of a small shift in standard deviations"))
                : Optional.empty();
    }

    /// The test of E with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        var refusal = RelabelledDistance.refusal(sizes, rule);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), sizes, rule);
        }
        return DriftResult.of(
                NAME,
                between(reference, current),
                CumulativeArea.ofSquares(reference, current, rule.level(), rule.seed()),
                scaled(reference, current),
                sizes,
                rule,
                OptionalDouble.empty());
    }
}
