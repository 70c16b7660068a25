package org.vigie.drift.sequential;

/// Evidence on the logarithmic scale, kept finite so that it can be stored and read back.
final class LogEvidence {

    /// `ln` of more evidence than a life's watching can gather; more is cut, which only ever weakens it.
    static final double CEILING = 1e9;

    private LogEvidence() {}

    static double clamp(double log) {
        return Math.clamp(log, -CEILING, CEILING);
    }

    /// `ln(eᵃ + eᵇ)`.
    static double logAdd(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return low == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
    }

    /// `ln Σ eˡ`; minus infinity for an empty sum.
    static double logSumExp(double[] logs) {
        double sum = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            sum = logAdd(sum, log);
        }
        return sum;
    }
}
