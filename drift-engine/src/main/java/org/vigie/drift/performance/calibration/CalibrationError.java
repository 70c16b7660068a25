package org.vigie.drift.performance.calibration;

import java.util.Optional;

/// Expected calibration error (ECE) over bins, with what it would be if the predictions were right.
///
/// ## Definition
///
/// ```text
/// ECE = Σ nₖ/n |oₖ − pₖ|        largest = max |oₖ − pₖ|
///
/// oₖ  share of positives, pₖ mean prediction of the nₖ cases of bin k
///
/// expected when calibrated ≈ Σ nₖ/n √(2/π) √(Σ p(1 − p))/nₖ        sum over the cases of the bin
/// ```
///
/// ## Unit and range
///
/// In probability, `[0, 1]`; 0 for perfect agreement in each bin.
///
/// ## Reading the value
///
/// ECE is never 0 in a finite sample and depends on the bins: an ECE of 0.05 over 100 cases is what a *perfectly*
/// calibrated model gives. Compare it with `expectedWhenCalibrated` (a normal approximation), and only with values
/// of the same bins and a similar number of cases.
///
/// ## Sources
///
/// 1. Naeini, M. P., Cooper, G. F., & Hauskrecht, M. (2015). *Obtaining well calibrated probabilities using
///    Bayesian binning.* AAAI, 2901–2907. doi:10.1609/aaai.v29i1.9602
/// 2. Roelofs, R., Cain, N., Shlens, J., & Mozer, M. C. (2022). *Mitigating bias in calibration error estimation.*
///    AISTATS, 4036–4054. <https://proceedings.mlr.press/v151/roelofs22a.html>
///
/// @param value ECE
/// @param largest of the bins (MCE)
/// @param expectedWhenCalibrated mean ECE of a model whose probabilities are right
/// @param bins that it was computed over
public record CalibrationError(double value, double largest, double expectedWhenCalibrated, ProbabilityBins bins) {

    /// @return nothing without cases
    public static Optional<CalibrationError> of(ProbabilityBins bins) {
        if (bins.cases() == 0) {
            return Optional.empty();
        }
        double sum = 0;
        double largest = 0;
        double expected = 0;
        for (ProbabilityBins.Bin bin : bins.bins()) {
            double gap = Math.abs(bin.observed() - bin.meanProbability());
            sum += gap * bin.cases() / bins.cases();
            largest = Math.max(largest, gap);
            expected += Math.sqrt(2 / Math.PI * bin.bernoulliVariance()) / bins.cases();
        }
        return Optional.of(new CalibrationError(sum, largest, expected, bins));
    }
}
