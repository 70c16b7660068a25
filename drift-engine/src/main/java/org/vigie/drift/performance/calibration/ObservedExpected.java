package org.vigie.drift.performance.calibration;

import java.util.Optional;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.performance.Probabilities;

/// Observed over expected positives (O:E), calibration in the large.
///
/// ## Definition
///
/// ```text
/// O:E = Σ y / Σ p        interval: Wilson's of Σy/n, times n / Σp
/// ```
///
/// ## Unit and range
///
/// A ratio, `[0, ∞)`; 1 when as many were positive as predicted, above 1 when the model promises too little.
///
/// ## Reading the value
///
/// It sees a shifted prevalence first, and no other miscalibration. There is none without cases or when the model
/// predicted 0 for all. The interval takes the predictions as given.
///
/// ## Where this differs from the usual formula
///
/// The usual `exp(ln O:E ± z √((1 − O/n)/O))` does not exist when nobody was positive.
///
/// ## Sources
///
/// 1. Debray, T. P. A., Damen, J. A. A. G., Snell, K. I. E., et al. (2017). *A guide to systematic review and
///    meta-analysis of prediction model performance.* BMJ 356, i6460. doi:10.1136/bmj.i6460
public record ObservedExpected(double value, long observed, double expected, long cases, Interval interval) {

    /// @return nothing without cases, or when every probability is 0
    /// @throws IllegalArgumentException if the arrays differ in length, a probability is not in [0, 1] (naming its
    ///     index), or `confidence` is not in (0, 1)
    public static Optional<ObservedExpected> of(double[] probabilities, boolean[] reference, double confidence) {
        Probabilities.check(probabilities, reference);
        Interval.requireConfidence(confidence);
        double expected = 0;
        long observed = 0;
        for (int i = 0; i < probabilities.length; i++) {
            expected += probabilities[i];
            observed += reference[i] ? 1 : 0;
        }
        if (expected == 0) {
            return Optional.empty();
        }
        int n = probabilities.length;
        Interval share = new Proportion(observed, n).interval(ProportionInterval.WILSON, confidence);
        return Optional.of(new ObservedExpected(
                observed / expected,
                observed,
                expected,
                n,
                new Interval(share.lower() * n / expected, share.upper() * n / expected, confidence)));
    }
}
