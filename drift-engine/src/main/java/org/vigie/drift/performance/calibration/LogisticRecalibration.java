package org.vigie.drift.performance.calibration;

import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.performance.Probabilities;

/// Calibration slope and intercept: the logistic regression of the outcome on the logit of the prediction.
///
/// ## Definition
///
/// ```text
/// logit P(y = 1) = intercept + slope · logit(p)           slope and intercept, both fitted
/// logit P(y = 1) = inTheLarge + logit(p)                  calibration in the large, slope held at 1
///
/// intervals   estimate ± z · standard error               from the inverse of the information (Wald)
/// ```
///
/// ## Unit and range
///
/// Slope in `(−∞, ∞)`, 1 when calibrated; below 1 the predictions are too extreme, above 1 too timid, at 0 they say
/// nothing. Intercepts in log odds, 0 when calibrated; above 0 the predictions are too low.
///
/// ## Reading the value
///
/// Fewer than about 100 positives and 100 negatives give intervals too wide to act upon \[2].
///
/// ## Where this differs from the usual formula
///
/// Maximum likelihood has no answer when one kind of case is missing, when all predictions are the same, or when a
/// cut of the predictions separates the two kinds (also where they touch in one value): [NotDefined] then says
/// which. Others print a slope of hundreds there. A probability of 0 or 1 has no logit; it is refused rather than
/// moved by a constant that would decide the slope.
///
/// ## Sources
///
/// 1. Cox, D. R. (1958). *Two further applications of a model for binary regression.* Biometrika 45(3/4), 562–565.
///    doi:10.1093/biomet/45.3-4.562
/// 2. Van Calster, B., McLernon, D. J., van Smeden, M., et al. (2019). *Calibration: the Achilles heel of
///    predictive analytics.* BMC Medicine 17, 230. doi:10.1186/s12916-019-1466-7
/// 3. Albert, A., & Anderson, J. A. (1984). *On the existence of maximum likelihood estimates in logistic
///    regression models.* Biometrika 71(1), 1–10. doi:10.1093/biomet/71.1.1
public sealed interface LogisticRecalibration {

    /// @param inTheLarge intercept with the slope held at 1
    record Fitted(
            double slope,
            Interval slopeInterval,
            double intercept,
            Interval interceptInterval,
            double inTheLarge,
            Interval inTheLargeInterval)
            implements LogisticRecalibration {}

    /// @param reason in words, for the reader of a report
    record NotDefined(String reason) implements LogisticRecalibration {}

    /// @throws IllegalArgumentException if the arrays differ in length, a probability is not in [0, 1] (naming its
    ///     index), or `confidence` is not in (0, 1)
    static LogisticRecalibration of(double[] probabilities, boolean[] reference, double confidence) {
        Probabilities.check(probabilities, reference);
        double z = StandardNormal.twoSided(confidence);
        double[] x = new double[probabilities.length];
        double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < x.length; i++) {
            if (probabilities[i] == 0 || probabilities[i] == 1) {
                return new NotDefined("probabilities[" + i + "] is " + probabilities[i] + " and has no logit");
            }
            x[i] = Math.log(probabilities[i]) - Math.log1p(-probabilities[i]);
            int kind = reference[i] ? 1 : 0;
            lowest[kind] = Math.min(lowest[kind], x[i]);
            highest[kind] = Math.max(highest[kind], x[i]);
        }
        if (lowest[0] > highest[0] || lowest[1] > highest[1]) {
            return new NotDefined(lowest[1] > highest[1] ? "no positive case" : "no negative case");
        }
        if (Math.min(lowest[0], lowest[1]) == Math.max(highest[0], highest[1])) {
            return new NotDefined("all predictions are the same");
        }
        if (lowest[1] >= highest[0] || lowest[0] >= highest[1]) {
            return new NotDefined("the predictions separate positive from negative cases");
        }
        LogisticFit both = LogisticFit.of(x, reference, true);
        LogisticFit large = LogisticFit.of(x, reference, false);
        return new Fitted(
                both.slope(),
                around(both.slope(), z * both.slopeError(), confidence),
                both.intercept(),
                around(both.intercept(), z * both.interceptError(), confidence),
                large.intercept(),
                around(large.intercept(), z * large.interceptError(), confidence));
    }

    private static Interval around(double value, double half, double confidence) {
        return new Interval(value - half, value + half, confidence);
    }
}
