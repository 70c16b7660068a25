package org.vigie.drift.performance.regression;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;

/// Bland–Altman limits: between which 95 % of the differences of predicted and measured numbers lie.
///
/// ## Definition
///
/// With mean `d` and standard deviation `s` (divisor `n − 1`) of the differences:
///
/// ```text
/// limits              d ± 1.96 s
/// interval of d       d ± t s/√n
/// interval of a limit limit ± t s √(1/n + 1.96²/(2(n − 1)))        t with n − 1 degrees of freedom
/// ```
///
/// ## Unit and range
///
/// The unit of the measurement.
///
/// ## Reading the value
///
/// Compare the limits, and the outer ends of their intervals, with the difference that would harm a patient. They
/// assume differences that are about normal and do not grow with the size measured.
///
/// ## Sources
///
/// 1. Bland, J. M., & Altman, D. G. (1986). *Statistical methods for assessing agreement between two methods of
///    clinical measurement.* The Lancet 327(8476), 307–310. doi:10.1016/S0140-6736(86)90837-8
/// 2. Bland, J. M., & Altman, D. G. (1999). *Measuring agreement in method comparison studies.* Statistical
///    Methods in Medical Research 8(2), 135–160. doi:10.1177/096228029900800204
///
/// @param bias mean of predicted minus measured
/// @param deviation standard deviation of the differences
public record BlandAltman(
        double bias,
        double deviation,
        double lower,
        double upper,
        Interval biasInterval,
        Interval lowerInterval,
        Interval upperInterval,
        long cases) {

    /// @return nothing with fewer than two cases
    /// @throws IllegalArgumentException if the arrays differ in length, a number is not finite (naming its
    ///     index), or `confidence` is not in (0, 1)
    public static Optional<BlandAltman> of(double[] predicted, double[] measured, double confidence) {
        double[] differences = RegressionError.differences(predicted, measured);
        Interval.requireConfidence(confidence);
        int n = differences.length;
        if (n < 2) {
            return Optional.empty();
        }
        double bias = 0;
        for (double d : differences) {
            bias += d / n;
        }
        double squares = 0;
        for (double d : differences) {
            squares += (d - bias) * (d - bias);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        double z = StandardNormal.twoSided(0.95);
        double t = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2);
        double ofBias = t * deviation / Math.sqrt(n);
        double ofLimit = t * deviation * Math.sqrt(1.0 / n + z * z / (2.0 * (n - 1)));
        double lower = bias - z * deviation;
        double upper = bias + z * deviation;
        return Optional.of(new BlandAltman(
                bias,
                deviation,
                lower,
                upper,
                new Interval(bias - ofBias, bias + ofBias, confidence),
                new Interval(lower - ofLimit, lower + ofLimit, confidence),
                new Interval(upper - ofLimit, upper + ofLimit, confidence),
                n));
    }
}
