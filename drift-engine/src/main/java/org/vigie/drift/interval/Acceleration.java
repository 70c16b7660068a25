package org.vigie.drift.interval;

import java.util.Arrays;

/// Which quantiles of the replicates the bias-corrected and accelerated interval takes.
final class Acceleration {

    private Acceleration() {}

    static double[] ranks(double[] replicates, double observed, double[] leaveOneOut, double tail) {
        double below = 0;
        for (double each : replicates) {
            below += each < observed ? 1 : each == observed ? 0.5 : 0;
        }
        // half a replicate away from the edges, so that z₀ stays finite
        double share = Math.clamp(below / replicates.length, 0.5 / replicates.length, 1 - 0.5 / replicates.length);
        double bias = StandardNormal.quantile(share);
        double acceleration = acceleration(leaveOneOut);
        double z = StandardNormal.upper(tail);
        return new double[] {rank(bias, acceleration, -z), rank(bias, acceleration, z)};
    }

    private static double rank(double bias, double acceleration, double z) {
        double sum = bias + z;
        double scale = 1 - acceleration * sum;
        // beyond its pole the transformation turns round; the last replicate is then the limit
        return scale > 0 ? StandardNormal.cumulative(bias + sum / scale) : sum > 0 ? 1 : 0;
    }

    private static double acceleration(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double each : values) {
            double d = mean - each;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }
}
