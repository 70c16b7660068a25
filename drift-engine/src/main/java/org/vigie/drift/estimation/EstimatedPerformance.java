package org.vigie.drift.estimation;

import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;

/// A metric estimated without labels, or the reason why it could not be. Neither is ever a measurement.
public sealed interface EstimatedPerformance {

    /// What CBPE takes for granted; part of each of its results.
    String SAME_RISK =
            "Estimated without labels: right only while cases with the same score have the condition as often as"
                    + " in the reference. It cannot see a change of that relation (concept drift).";

    /// What DLE takes for granted; part of each of its results.
    String SAME_LOSS =
            "Estimated without labels: right only while cases with the same inputs and prediction are missed by as"
                    + " much as in the reference. It cannot see a change of that relation (concept drift).";

    String metric();

    /// The estimate; absent when there is none.
    OptionalDouble estimate();

    /// @param value expected value of the metric
    /// @param samplingError standard deviation of the realised metric in windows of this size
    /// @param calibrationError standard error that comes from the finite reference
    /// @param interval covers the metric of the population, and the one that the labels of this window would show
    /// @param cases it rests on
    /// @param missing cases left out because the score was missing
    /// @param assumption that the reader of a report has to be told
    record Estimated(
            String metric,
            double value,
            double samplingError,
            double calibrationError,
            Interval interval,
            long cases,
            long missing,
            String assumption)
            implements EstimatedPerformance {

        public Estimated {
            if (!Double.isFinite(value) || !(samplingError >= 0) || !(calibrationError >= 0)) {
                throw new IllegalArgumentException(
                        metric + " is " + value + ", errors " + samplingError + " and " + calibrationError);
            }
        }

        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.of(value);
        }
    }

    /// @param reason in words, for the reader of a report
    record NotEstimable(String metric, String reason) implements EstimatedPerformance {
        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.empty();
        }
    }
}
