package org.vigie.drift.window;

import java.util.OptionalDouble;

/// The usual figures of one numeric window.
///
/// @param size observations present
/// @param missing observations that were `NaN`
/// @param standardDeviation with divisor `n − 1`; absent for a single observation
/// @param lowerQuartile of type 7, as all quantiles here
/// @param skewness third standardized moment, divisor `n`; absent for a constant
/// @param excessKurtosis fourth standardized moment less 3, divisor `n`; absent for a constant
public record NumericSummary(
        long size,
        long missing,
        double mean,
        OptionalDouble standardDeviation,
        double smallest,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double largest,
        OptionalDouble skewness,
        OptionalDouble excessKurtosis) {

    /// @throws IllegalArgumentException if the window is empty
    public static NumericSummary of(NumericWindow window) {
        double mean = window.mean();
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < window.size(); i++) {
            double difference = window.get(i) - mean;
            double square = difference * difference;
            second += square;
            third += square * difference;
            fourth += square * square;
        }
        double n = window.size();
        boolean varies = !window.isConstant() && second > 0;
        double variance = second / n;
        return new NumericSummary(
                window.size(),
                window.missing(),
                mean,
                n < 2 ? OptionalDouble.empty() : OptionalDouble.of(window.standardDeviation()),
                window.get(0),
                window.quantile(0.25),
                window.quantile(0.5),
                window.quantile(0.75),
                window.get(window.size() - 1),
                varies ? finite(third / n / (variance * Math.sqrt(variance))) : OptionalDouble.empty(),
                varies ? finite(fourth / n / (variance * variance) - 3) : OptionalDouble.empty());
    }

    /// Moments of values near the largest and smallest doubles cannot be held.
    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
