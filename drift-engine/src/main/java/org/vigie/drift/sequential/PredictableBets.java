package org.vigie.drift.sequential;

/// The bets of the predictable plug-in: how much is staked on the next value, from what came before it.
///
/// ```text
/// λₜ = √(2 ln(1/α) / (t ln(1 + t) σ²ₜ₋₁))
/// σ²ₜ = (1/4 + Σ (xᵢ − μᵢ)²) / (t + 1),    μₜ = (1/2 + Σ xᵢ) / (t + 1)
/// ```
///
/// Waudby-Smith and Ramdas (2024), equation 26, doi:10.1093/jrsssb/qkad009.
final class PredictableBets {

    private final double logInverseAlpha;
    private long t;
    private double sum;
    private double squares;

    PredictableBets(double alpha) {
        logInverseAlpha = -Math.log(alpha);
    }

    /// The bet on the next value.
    double next() {
        double variance = (0.25 + squares) / (t + 1);
        return Math.sqrt(2 * logInverseAlpha / ((t + 1) * Math.log1p(t + 1.0) * variance));
    }

    void observe(double value) {
        t++;
        sum += value;
        double deviation = value - (0.5 + sum) / (t + 1);
        squares += deviation * deviation;
    }
}
