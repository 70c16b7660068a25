package org.vigie.drift.performance;

import java.util.OptionalDouble;

/// Brier score: mean squared difference between a predicted probability and what was the case.
///
/// ## Definition
///
/// ```text
/// B = mean of (pᵢ − yᵢ)²      yᵢ = 1 for a positive case, 0 for a negative one
/// ```
///
/// ## Unit and range
///
/// Dimensionless, in `[0, 1]`, 0 for certain and right predictions. Always answering the prevalence `π`
/// gives `π(1 − π)`.
///
/// ## Reading the value
///
/// It mixes calibration and discrimination and depends on the prevalence: compare it only among models on
/// the same cases. There is none without cases.
///
/// ## Sources
///
/// 1. Brier, G. W. (1950). *Verification of forecasts expressed in terms of probability.* Monthly Weather
///    Review 78(1), 1–3. doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2
public final class BrierScore {

    private BrierScore() {}

    /// @throws IllegalArgumentException if the arrays differ in length or a probability is not in [0, 1],
    ///     naming its index
    public static OptionalDouble of(double[] probabilities, boolean[] reference) {
        Probabilities.check(probabilities, reference);
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double error = probabilities[i] - (reference[i] ? 1 : 0);
            sum += error * error;
        }
        return probabilities.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / probabilities.length);
    }
}
