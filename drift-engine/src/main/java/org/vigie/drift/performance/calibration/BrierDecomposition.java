package org.vigie.drift.performance.calibration;

import java.util.Optional;

/// What the Brier score is made of (Murphy), with the two terms that binning adds (Stephenson).
///
/// ## Definition
///
/// ```text
/// Brier = reliability − resolution + uncertainty + within-bin variance − within-bin covariance
///
/// reliability   Σ nₖ/n (pₖ − oₖ)²       resolution   Σ nₖ/n (oₖ − o)²       uncertainty   o(1 − o)
/// within-bin    Σ nₖ/n var(p)                        2 Σ nₖ/n cov(p, y)     within bin k
/// ```
///
/// ## Unit and range
///
/// All but the covariance term in `[0, 1]`. The equation is exact, up to rounding. Where every bin holds one
/// predicted value, the last two terms are 0 and it is Murphy's; otherwise the first three are exact for the
/// predictions replaced by their bin's mean.
///
/// ## Reading the value
///
/// Small reliability: calibrated. Large resolution: the model tells cases apart. Uncertainty is the prevalence's
/// alone. Reliability is biased upwards with few cases a bin.
///
/// ## Sources
///
/// 1. Murphy, A. H. (1973). *A new vector partition of the probability score.* Journal of Applied Meteorology
///    12(4), 595–600. doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2
/// 2. Stephenson, D. B., Coelho, C. A. S., & Jolliffe, I. T. (2008). *Two extra components in the Brier score
///    decomposition.* Weather and Forecasting 23(4), 752–757. doi:10.1175/2007WAF2006116.1
///
/// @param withinBinCovariance already doubled
public record BrierDecomposition(
        double reliability,
        double resolution,
        double uncertainty,
        double withinBinVariance,
        double withinBinCovariance) {

    /// @return nothing without cases
    public static Optional<BrierDecomposition> of(ProbabilityBins bins) {
        if (bins.cases() == 0) {
            return Optional.empty();
        }
        double n = bins.cases();
        double positives = 0;
        for (ProbabilityBins.Bin bin : bins.bins()) {
            positives += bin.positives();
        }
        double overall = positives / n;
        double reliability = 0;
        double resolution = 0;
        double variance = 0;
        double covariance = 0;
        for (ProbabilityBins.Bin bin : bins.bins()) {
            double weight = bin.cases() / n;
            double gap = bin.meanProbability() - bin.observed();
            double lift = bin.observed() - overall;
            reliability += weight * gap * gap;
            resolution += weight * lift * lift;
            variance += weight * bin.probabilityVariance();
            covariance += 2 * weight * bin.probabilityCovariance();
        }
        return Optional.of(
                new BrierDecomposition(reliability, resolution, overall * (1 - overall), variance, covariance));
    }

    /// The Brier score of the cases.
    public double score() {
        return binnedScore() + withinBinVariance - withinBinCovariance;
    }

    /// The Brier score with each prediction replaced by its bin's mean.
    public double binnedScore() {
        return reliability - resolution + uncertainty;
    }
}
