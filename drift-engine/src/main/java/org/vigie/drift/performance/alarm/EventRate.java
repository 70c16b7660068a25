package org.vigie.drift.performance.alarm;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.interval.Interval;

/// Events over time watched, with Garwood's exact Poisson interval.
///
/// ## Definition
///
/// ```text
/// lower = χ²(α/2; 2k)/2T        upper = χ²(1 − α/2; 2k + 2)/2T
/// ```
///
/// ## Unit and range
///
/// Per day, `[0, ∞)`. Lower is 0 without an event. Without time there is no rate and the interval is `[0, ∞]`.
///
/// ## Reading the value
///
/// It takes events as independent; alarms of one patient come in bursts, for which
/// [org.vigie.drift.interval.PatientBootstrap] is the honest interval.
///
/// ## Sources
///
/// 1. Garwood, F. (1936). *Fiducial limits for the Poisson distribution.* Biometrika 28(3/4), 437–442.
///    doi:10.1093/biomet/28.3-4.437
public record EventRate(long count, double days) {

    public EventRate {
        if (count < 0 || !(days >= 0 && days < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(count + " events in " + days + " days");
        }
    }

    public OptionalDouble perDay() {
        return days == 0 ? OptionalDouble.empty() : OptionalDouble.of(count / days);
    }

    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval interval(double confidence) {
        double tail = (1 - Interval.requireConfidence(confidence)) / 2;
        if (days == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY, confidence);
        }
        double lower =
                count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(tail) / (2 * days);
        double upper = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(tail) / (2 * days);
        return new Interval(lower, upper, confidence);
    }
}
