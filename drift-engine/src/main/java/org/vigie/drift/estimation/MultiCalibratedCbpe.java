package org.vigie.drift.estimation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// CBPE calibrated on the reference cases that resemble the current ones (M-CBPE, PAPE).
///
/// ## Definition
///
/// A [DensityRatio] of the features weighs each labelled reference case by how much more often its like occurs now;
/// the isotonic calibration is fitted with these weights and [Cbpe] goes on from there, its calibration error
/// with the effective number of cases in each block.
///
/// ## Reading the value
///
/// Plain CBPE is wrong when the same score means another risk in another part of the input space (a score that is too
/// low for one scanner) and that part becomes more frequent. This form follows such a shift, as long as the features
/// show it and the reference holds such cases. Fewer than 30 effective cases are too few: the answer is not
/// estimable.
///
/// ## Where this differs from the usual formula
///
/// NannyML's form is in its paid edition; this is our own after \[1], with a cross-fitted random forest and clipped
/// weights. It is always calibrated.
///
/// ## Sources
///
/// 1. Białek, J., Kuberski, W., Perrakis, N., & Bifet, A. (2024). *Estimating model performance under covariate shift
///    without labels.* arXiv:2401.08348
public final class MultiCalibratedCbpe {

    static final double FEWEST_EFFECTIVE = 30;

    private static final String ASSUMPTION =
            "Estimated without labels: right only while cases with the same inputs have the condition as often as in the"
                    + " reference. It cannot see a change of that relation (concept drift).";

    private final Cbpe cbpe;
    private final DensityRatio ratio;

    private MultiCalibratedCbpe(Cbpe cbpe, DensityRatio ratio) {
        this.cbpe = cbpe;
        this.ratio = ratio;
    }

    /// Learns what scores mean among reference cases like the current ones.
    ///
    /// @param seed of the random forest
    /// @throws IllegalArgumentException if there are fewer than 10 cases on a side, arrays differ in length,
    ///     or a score or feature is not finite
    public static MultiCalibratedCbpe fit(
            double[] scores, boolean[] truth, double[][] features, double[][] currentFeatures, long seed) {
        if (scores.length != features.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + features.length + " cases' features");
        }
        DensityRatio ratio = DensityRatio.of(features, currentFeatures, seed);
        Optional<String> refusal = ratio.effectiveNumber() < FEWEST_EFFECTIVE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the current inputs lie where the reference has the worth of only %.1f cases, %.0f are required",
                        ratio.effectiveNumber(),
                        FEWEST_EFFECTIVE))
                : Optional.empty();
        return new MultiCalibratedCbpe(Cbpe.fitWeighted(scores, truth, ratio.weights(), refusal, ASSUMPTION), ratio);
    }

    /// The weights the reference cases were given.
    public DensityRatio ratio() {
        return ratio;
    }

    /// Expected metrics of the current window; see [Cbpe#estimate(double[], boolean[], Collection, double)].
    public Map<CbpeMetric, EstimatedPerformance> estimate(
            double[] scores, boolean[] decisions, Collection<CbpeMetric> metrics, double confidence) {
        return cbpe.estimate(scores, decisions, metrics, confidence);
    }
}
