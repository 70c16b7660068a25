package org.vigie.drift.interval;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// Quantile of the beta distribution to the last digits, even near 0.
final class BetaQuantile {

    private BetaQuantile() {}

    /// Bisection around the library's own inverse, which stops at an absolute error.
    static double of(double a, double b, double p) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double start = beta.inverseCumulativeProbability(p);
        double low = 0;
        double high = 1;
        if (beta.cumulativeProbability(start * (1 + 1e-6)) >= p) {
            high = Math.min(1, start * (1 + 1e-6));
        }
        if (beta.cumulativeProbability(start * (1 - 1e-6)) < p) {
            low = start * (1 - 1e-6);
        }
        for (int i = 0; i < 200 && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (beta.cumulativeProbability(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
