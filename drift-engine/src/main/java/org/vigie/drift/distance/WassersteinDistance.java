package org.vigie.drift.distance;

import java.util.Optional;
import org.vigie.drift.verdict.EffectSize;
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
/// With no drift W₁ is not 0 but of the order of `sd · √(1/n + 1/m)`. It says how much has moved;
/// whether that could be chance is a question for [org.vigie.drift.hypothesis.KolmogorovSmirnovTest].
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
        double area = 0;
        double previous = Math.min(reference.get(0), current.get(0));
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            boolean fromReference = j == m || (i < n && reference.get(i) <= current.get(j));
            double x = fromReference ? reference.get(i) : current.get(j);
            // |i/n − j/m| in whole numbers, so that equal shares cancel exactly
            area += Math.abs((long) i * m - (long) j * n) * (x - previous);
            previous = x;
            if (fromReference) {
                i++;
            } else {
                j++;
            }
        }
        return area / ((double) n * m);
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
}
