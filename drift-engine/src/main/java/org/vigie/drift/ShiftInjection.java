package org.vigie.drift;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.window.NumericWindow;

/// Shifts injected into a reference, to see how large one must be to be found by the Anderson–Darling test.
///
/// The current window is the reference, shifted; the difference of the cumulative shares has the noise of both
/// windows, seeded draws of a Brownian bridge. A² is then the weighted mean square of the difference over 64
/// quantiles of the reference and the same quantiles shifted. The cost does not grow with the windows.
///
/// ```text
/// A² = n·m/(n + m) · ∫ (F − G + noise)² / (H(1 − H)) dH     F, G: reference, current; H: both
/// ```
final class ShiftInjection {

    private static final int DRAWS = 200;
    private static final int POINTS = 64;
    private static final double LARGEST_SHIFT = 20;
    private static final double RESOLUTION = 0.005;

    private final NumericWindow reference;
    private final double currentPart;
    private final double effective;
    private final double critical;
    private final double[] points = new double[POINTS];
    private final double[] shares = new double[POINTS];
    private final double[][] bridges = new double[DRAWS][POINTS];

    private ShiftInjection(NumericWindow reference, double current, double critical, long seed) {
        double n = reference.size();
        this.reference = reference;
        this.currentPart = current / (n + current);
        this.effective = n * currentPart;
        this.critical = critical;
        for (int k = 0; k < POINTS; k++) {
            points[k] = reference.get((int) ((k + 0.5) / POINTS * n));
            shares[k] = share(points[k]);
        }
        var random = new SplittableRandom(seed);
        for (double[] bridge : bridges) {
            double end = 0;
            for (int k = 0; k < POINTS; k++) {
                end += random.nextGaussian() * (k == 0 ? Math.sqrt(0.5) : 1);
                bridge[k] = end;
            }
            end += random.nextGaussian() * Math.sqrt(0.5);
            for (int k = 0; k < POINTS; k++) {
                bridge[k] = (bridge[k] - end * (k + 0.5) / POINTS) / Math.sqrt(POINTS);
            }
        }
    }

    /// In standard deviations of the reference.
    static OptionalDouble smallestShift(NumericWindow reference, int currentSize, double level, long seed) {
        if (reference.isConstant() || currentSize == 0) {
            return OptionalDouble.empty();
        }
        double critical = AndersonDarlingTest.criticalValue(reference.size(), currentSize, level);
        return new ShiftInjection(reference, currentSize, critical, seed).smallest();
    }

    private OptionalDouble smallest() {
        double sd = reference.standardDeviation();
        double low = 0;
        // A² grows by about half of the effective number of observations times the squared shift
        double high = Math.min(LARGEST_SHIFT, 2 * Math.sqrt(2 * critical / effective));
        while (power(high * sd) < MinimumDetectable.POWER) {
            if (high >= LARGEST_SHIFT) {
                return OptionalDouble.empty();
            }
            low = high;
            high = Math.min(LARGEST_SHIFT, 2 * high);
        }
        while (high - low > Math.min(RESOLUTION, 0.02 * high)) {
            double middle = (low + high) / 2;
            if (power(middle * sd) < MinimumDetectable.POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /// Share of the reference below `x`, and half of what equals it.
    private double share(double x) {
        return (reference.countUpTo(Math.nextDown(x)) + reference.countUpTo(x)) / 2.0 / reference.size();
    }

    private double power(double shift) {
        double[] differences = new double[2 * POINTS];
        double[] scales = new double[2 * POINTS];
        int[] places = new int[2 * POINTS];
        for (int k = 0; k < POINTS; k++) {
            place(k, shares[k], share(points[k] - shift), 1 - currentPart, differences, scales, places);
            place(k + POINTS, share(points[k] + shift), shares[k], currentPart, differences, scales, places);
        }
        int found = 0;
        for (double[] bridge : bridges) {
            double sum = 0;
            for (int k = 0; k < differences.length; k++) {
                double difference = differences[k] + scales[k] * bridge[places[k]];
                sum += difference * difference;
            }
            found += sum >= critical ? 1 : 0;
        }
        return (double) found / DRAWS;
    }

    /// One point of the integral, its weight in the scale of difference and noise.
    private void place(
            int k, double before, double now, double part, double[] differences, double[] scales, int[] places) {
        double smallest = 0.5 / (reference.size() / (1 - currentPart));
        double both = Math.clamp((1 - currentPart) * before + currentPart * now, smallest, 1 - smallest);
        scales[k] = Math.sqrt(part / POINTS / (both * (1 - both)));
        differences[k] = Math.sqrt(effective) * (before - now) * scales[k];
        // the noise is mostly that of the smaller window, at its own share
        double noisy = currentPart * before + (1 - currentPart) * now;
        places[k] = (int) Math.clamp(noisy * POINTS, 0.0, POINTS - 1.0);
    }
}
