package org.vigie.drift.preset;

import org.vigie.drift.window.NumericWindow;

/// Moments of a window with divisor `n`.
record PopulationMoments(double mean, double deviation, double skewness) {

    static PopulationMoments of(NumericWindow window) {
        int n = window.size();
        double mean = window.mean();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double d = window.get(i) - mean;
            squares += d * d;
        }
        double deviation = window.isConstant() ? 0 : Math.sqrt(squares / n);
        double cubes = 0;
        for (int i = 0; i < n && deviation > 0; i++) {
            double z = (window.get(i) - mean) / deviation;
            cubes += z * z * z;
        }
        return new PopulationMoments(mean, deviation, cubes / n);
    }
}
