package org.vigie.drift.estimation;

import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.interval.StandardNormal;

/// Expected value of a metric with its two variances.
///
/// @param relevant expected number of cases that the metric is a share of
record Expectation(double value, double samplingVariance, double calibrationVariance, double relevant) {

    /// Interval of a share: Wilson's, with the number of cases that would give this variance.
    Interval shareInterval(double confidence) {
        double share = Math.clamp(value, 0, 1);
        double variance = samplingVariance + calibrationVariance;
        double cases = relevant;
        if (share > 0 && share < 1 && variance > 0) {
            cases = share * (1 - share) / variance;
        } else if (variance > 0 && relevant > 0) {
            double near = 1 / (2 * Math.max(1, relevant));
            cases = Math.min(relevant, near * (1 - near) / variance);
        }
        return ProportionInterval.WILSON.of(Math.min(share * cases, cases), cases, confidence);
    }

    /// Interval of a quantity without limits.
    Interval normalInterval(double confidence) {
        double half = StandardNormal.twoSided(confidence) * Math.sqrt(samplingVariance + calibrationVariance);
        return new Interval(value - half, value + half, confidence);
    }

    EstimatedPerformance estimated(
            String metric, boolean share, double confidence, long cases, long missing, String assumption) {
        return new EstimatedPerformance.Estimated(
                metric,
                value,
                Math.sqrt(samplingVariance),
                Math.sqrt(calibrationVariance),
                share ? shareInterval(confidence) : normalInterval(confidence),
                cases,
                missing,
                assumption);
    }
}
