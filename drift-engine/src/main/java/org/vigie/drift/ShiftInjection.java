package org.vigie.drift;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.NumericWindow;

/// Shifts injected into seeded windows of a reference, to see how large one must be to be found.
///
/// The noise of both windows is put into the drawn one, which has `n·m / (n + m)` observations: up to 128 of
/// them are drawn one by one; beyond that their cumulative shares are the reference's plus a Brownian
/// bridge. What is drawn, and where the cumulative share of the reference is looked up, are at most 1,024 of
/// its observations, evenly spaced in rank.
final class ShiftInjection {

    private static final int DRAWN_UP_TO = 128;
    private static final int DRAWS = 400;
    private static final int BRIDGES = 200;
    private static final int BRIDGE_POINTS = 128;
    private static final int KNOTS = 1_024;
    private static final double LARGEST_SHIFT = 20;
    private static final double RESOLUTION = 0.005;

    private final NumericWindow reference;
    private final double critical;
    private final double sd;
    private final Noise noise;

    /// Cumulative shares with noise, compared with the critical value.
    private interface Noise {
        double power(double shift);
    }

    private ShiftInjection(NumericWindow reference, double effective, double critical, long seed) {
        this.reference = reference;
        this.critical = critical;
        this.sd = reference.standardDeviation();
        var random = new SplittableRandom(seed);
        this.noise = effective <= DRAWN_UP_TO
                ? new Drawn((int) Math.max(1, Math.rint(effective)), random)
                : new Bridged(effective, random);
    }

    /// In standard deviations of the reference.
    static OptionalDouble smallestShift(NumericWindow reference, int currentSize, double level, long seed) {
        if (reference.isConstant() || currentSize == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble critical = KolmogorovSmirnovTest.criticalValue(reference.size(), currentSize, level);
        if (critical.isEmpty()) {
            return OptionalDouble.empty();
        }
        double n = reference.size();
        double effective = n * currentSize / (n + currentSize);
        // D is a multiple of 1/nm; do not miss the critical value by rounding
        return new ShiftInjection(reference, effective, critical.getAsDouble() - 1e-12, seed).smallest(effective);
    }

    private OptionalDouble smallest(double effective) {
        // a shift of δ moves at most about 0.4 δ of normal values across a point
        double guess = Math.min(LARGEST_SHIFT, 2 * (critical + 0.5 / Math.sqrt(effective)) / 0.4);
        double low = 0;
        double high = guess;
        while (noise.power(high * sd) < MinimumDetectable.POWER) {
            if (high >= LARGEST_SHIFT) {
                return OptionalDouble.empty();
            }
            low = high;
            high = Math.min(LARGEST_SHIFT, 2 * high);
        }
        while (high - low > Math.max(RESOLUTION, 0.01 * high)) {
            double middle = (low + high) / 2;
            if (noise.power(middle * sd) < MinimumDetectable.POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /// Observation of the reference at a place in its ranks, `0 ≤ place < 1`.
    private double atRank(double place) {
        return reference.get((int) (place * reference.size()));
    }

    private double shareUpTo(double x) {
        return (double) reference.countUpTo(x) / reference.size();
    }

    /// Windows drawn value by value; equal values are one step.
    private final class Drawn implements Noise {

        private final double[] values;
        private final int[][] draws;

        Drawn(int size, SplittableRandom random) {
            int knots = Math.min(KNOTS, reference.size());
            double[] all = new double[knots];
            for (int k = 0; k < knots; k++) {
                all[k] = atRank((k + 0.5) / knots);
            }
            values = Arrays.stream(all).distinct().toArray();
            int[] step = new int[knots];
            for (int k = 1; k < knots; k++) {
                step[k] = step[k - 1] + (all[k] > all[k - 1] ? 1 : 0);
            }
            draws = new int[DRAWS][size];
            for (int[] draw : draws) {
                for (int i = 0; i < size; i++) {
                    draw[i] = step[random.nextInt(knots)];
                }
                Arrays.sort(draw);
            }
        }

        @Override
        public double power(double shift) {
            double[] below = new double[values.length];
            double[] upTo = new double[values.length];
            for (int v = 0; v < values.length; v++) {
                double x = values[v] + shift;
                below[v] = shareUpTo(Math.nextDown(x));
                upTo[v] = shareUpTo(x);
            }
            int found = 0;
            for (int[] draw : draws) {
                found += isFound(draw, below, upTo) ? 1 : 0;
            }
            return (double) found / draws.length;
        }

        private boolean isFound(int[] draw, double[] below, double[] upTo) {
            double m = draw.length;
            int j = 0;
            while (j < draw.length) {
                int step = draw[j];
                if (Math.abs(below[step] - j / m) >= critical) {
                    return true;
                }
                while (j < draw.length && draw[j] == step) {
                    j++;
                }
                if (Math.abs(upTo[step] - j / m) >= critical) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Large windows: the noise of the cumulative shares is a Brownian bridge.
    private final class Bridged implements Noise {

        private final double[] points = new double[BRIDGE_POINTS];
        private final double[] shares = new double[BRIDGE_POINTS];
        private final double[][] bridges = new double[BRIDGES][BRIDGE_POINTS];

        Bridged(double effective, SplittableRandom random) {
            for (int k = 0; k < BRIDGE_POINTS; k++) {
                points[k] = atRank((k + 0.5) / BRIDGE_POINTS);
                shares[k] = shareUpTo(points[k]);
            }
            for (double[] bridge : bridges) {
                double sum = 0;
                for (int k = 0; k < BRIDGE_POINTS; k++) {
                    sum += random.nextGaussian();
                    bridge[k] = sum;
                }
                double end = sum + random.nextGaussian();
                double scale = Math.sqrt(effective * (BRIDGE_POINTS + 1));
                for (int k = 0; k < BRIDGE_POINTS; k++) {
                    bridge[k] = (bridge[k] - end * (k + 1) / (BRIDGE_POINTS + 1)) / scale;
                }
            }
        }

        @Override
        public double power(double shift) {
            double[] difference = new double[BRIDGE_POINTS];
            for (int k = 0; k < BRIDGE_POINTS; k++) {
                difference[k] = shares[k] - shareUpTo(points[k] - shift);
            }
            int found = 0;
            for (double[] bridge : bridges) {
                double largest = 0;
                for (int k = 0; k < BRIDGE_POINTS; k++) {
                    largest = Math.max(largest, Math.abs(difference[k] + bridge[k]));
                }
                found += largest >= critical ? 1 : 0;
            }
            return (double) found / bridges.length;
        }
    }
}
