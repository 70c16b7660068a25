package org.vigie.drift.sequential;

/// Page–Hinkley test and CUSUM of stream mining: sums of what exceeds the running mean.
///
/// ```text
/// CUSUM           S ← max(0, S + x − mean − δ)
/// Page–Hinkley    S ← max(0, 0.9999 S + x − mean − δ)          change when S > limit
/// ```
///
/// The mean is that of all values since the start, the newest included; nothing is said before 30 values. Usual
/// `δ = 0.005` and limit 50, in the unit of the values: for zeros and ones that is fifty excess errors, for minutes
/// fifty excess minutes.
///
/// Hinkley's own test subtracts the least of the sum instead of cutting it at 0; with a memory of 1 the two are
/// the same.
///
/// Page, E. S. (1954). *Continuous inspection schemes.* Biometrika 41(1/2), 100–115. doi:10.1093/biomet/41.1-2.100;
/// Hinkley, D. V. (1971). *Inference about the change-point from cumulative sum tests.* Biometrika 58(3), 509–523.
/// doi:10.1093/biomet/58.3.509
public final class PageHinkley implements StreamDetector {

    private static final double TOLERANCE = 0.005;
    private static final double LIMIT = 50;
    private static final double MEMORY = 0.9999;
    private static final int MINIMUM = 30;

    private final double memory;
    private final double tolerance;
    private final double limit;
    private long count;
    private double mean;
    private double sum;

    private PageHinkley(double memory, double tolerance, double limit) {
        if (!(tolerance >= 0 && limit > 0)) {
            throw new IllegalArgumentException("tolerance " + tolerance + ", limit " + limit);
        }
        this.memory = memory;
        this.tolerance = tolerance;
        this.limit = limit;
    }

    public static PageHinkley pageHinkley() {
        return pageHinkley(TOLERANCE, LIMIT);
    }

    /// @throws IllegalArgumentException if `tolerance` is negative or `limit` not positive
    public static PageHinkley pageHinkley(double tolerance, double limit) {
        return new PageHinkley(MEMORY, tolerance, limit);
    }

    public static PageHinkley cusum() {
        return cusum(TOLERANCE, LIMIT);
    }

    /// @throws IllegalArgumentException if `tolerance` is negative or `limit` not positive
    public static PageHinkley cusum(double tolerance, double limit) {
        return new PageHinkley(1, tolerance, limit);
    }

    @Override
    public State update(double value) {
        StreamValues.requireFinite(value);
        count++;
        mean += (value - mean) / count;
        double excess = value - mean - tolerance;
        sum = Math.max(0, memory * sum + excess);
        if (count < MINIMUM || sum <= limit) {
            return State.NONE;
        }
        restart();
        return State.CHANGE;
    }

    private void restart() {
        count = 0;
        mean = 0;
        sum = 0;
    }
}
