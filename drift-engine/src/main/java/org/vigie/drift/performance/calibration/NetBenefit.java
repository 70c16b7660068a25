package org.vigie.drift.performance.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.performance.Probabilities;

/// Net benefit of acting on predictions at or above a threshold probability: one point of a decision curve.
///
/// ## Definition
///
/// ```text
/// NB(t)  = TP/n − FP/n · t/(1 − t)
/// treat all: π − (1 − π) t/(1 − t)        treat none: 0
/// ```
///
/// ## Unit and range
///
/// True positives per case, in `(−∞, π]`. `t/(1 − t)` is how many needless actions one missed case is worth.
///
/// ## Reading the value
///
/// A model is worth using at `t` if its net benefit is above both 0 and that of treating all. The interval is the
/// normal one of a mean over independent cases; take [org.vigie.drift.interval.PatientBootstrap] for cases of the
/// same patients or fewer than about 30 positives.
///
/// ## Sources
///
/// 1. Vickers, A. J., & Elkin, E. B. (2006). *Decision curve analysis: a novel method for evaluating prediction
///    models.* Medical Decision Making 26(6), 565–574. doi:10.1177/0272989X06295361
///
/// @param threshold probability from which one acts
/// @param value of the model
/// @param treatAll of acting on every case
/// @param standardError of the value; 0 where all cases contribute alike, which then says nothing about its truth
public record NetBenefit(double threshold, double value, double treatAll, double standardError) {

    /// @return nothing without cases
    /// @throws IllegalArgumentException if the arrays differ in length, a probability is not in [0, 1] (naming its
    ///     index), or `threshold` is not in (0, 1)
    public static Optional<NetBenefit> of(double[] probabilities, boolean[] reference, double threshold) {
        Probabilities.check(probabilities, reference);
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not in (0, 1)");
        }
        double n = probabilities.length;
        if (n == 0) {
            return Optional.empty();
        }
        double odds = threshold / (1 - threshold);
        double right = 0;
        double wrong = 0;
        double positives = 0;
        for (int i = 0; i < probabilities.length; i++) {
            positives += reference[i] ? 1 : 0;
            if (probabilities[i] >= threshold) {
                right += reference[i] ? 1 : 0;
                wrong += reference[i] ? 0 : 1;
            }
        }
        double value = (right - wrong * odds) / n;
        double variance = Math.max(0, (right + wrong * odds * odds) / n - value * value);
        return Optional.of(
                new NetBenefit(threshold, value, (positives - (n - positives) * odds) / n, Math.sqrt(variance / n)));
    }

    /// The decision curve over several thresholds; empty without cases.
    ///
    /// @throws IllegalArgumentException as for [#of]
    public static List<NetBenefit> curve(double[] probabilities, boolean[] reference, double... thresholds) {
        List<NetBenefit> curve = new ArrayList<>();
        for (double threshold : thresholds) {
            of(probabilities, reference, threshold).ifPresent(curve::add);
        }
        return List.copyOf(curve);
    }

    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval interval(double confidence) {
        double half = StandardNormal.twoSided(confidence) * standardError;
        return new Interval(value - half, value + half, confidence);
    }
}
