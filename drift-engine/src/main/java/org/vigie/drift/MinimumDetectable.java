package org.vigie.drift;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.NumericWindow;

/// The smallest change that a check of these sizes would have shown with 80 % probability: what a green
/// verdict does *not* exclude.
///
/// ## Reading the value
///
/// "No drift found; a shift of 0.4 standard deviations or more would have been found in four of five
/// cases." Smaller changes may be there.
public final class MinimumDetectable {

    /// Probability with which the change is to be found.
    public static final double POWER = 0.8;

    private static final int SIMULATIONS = 400;
    private static final double LARGEST_SHIFT = 20;
    private static final double RESOLUTION = 0.005;

    private MinimumDetectable() {}

    /// Smallest shift of all values, in standard deviations of the reference, that the
    /// Kolmogorov–Smirnov test finds with 80 % probability.
    ///
    /// Found by injection: windows are drawn from the reference with replacement (seeded, 400 times),
    /// shifted, and compared with the reference at the critical value; the shift is bisected to 0.005.
    /// Upward and downward shifts are equally hard to find, since `max |F(x) − F(x − δ)|` is the same for both.
    /// A reference of `n` is itself a sample: its noise is put into the drawn windows, which have
    /// `n·m / (n + m)` observations in place of `m`.
    ///
    /// @return nothing if the reference is empty or constant, `currentSize` is 0, or no shift of up to 20
    ///     standard deviations would be found
    /// @throws IllegalArgumentException if `currentSize` is negative or `level` is not in (0, 1)
    public static OptionalDouble meanShift(NumericWindow reference, int currentSize, double level, long seed) {
        if (currentSize < 0) {
            throw new IllegalArgumentException("currentSize " + currentSize + " < 0");
        }
        requireLevel(level);
        if (reference.isConstant() || currentSize == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble critical = KolmogorovSmirnovTest.criticalValue(reference.size(), currentSize, level);
        if (critical.isEmpty()) {
            return OptionalDouble.empty();
        }
        double effective = (double) reference.size() * currentSize / ((double) reference.size() + currentSize);
        double[][] draws = draws(reference, (int) Math.max(1, Math.rint(effective)), seed);
        double sd = reference.standardDeviation();
        double low = 0;
        double high = LARGEST_SHIFT;
        if (power(reference, draws, high * sd, critical.getAsDouble()) < POWER) {
            return OptionalDouble.empty();
        }
        while (high - low > RESOLUTION) {
            double middle = (low + high) / 2;
            if (power(reference, draws, middle * sd, critical.getAsDouble()) < POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /// Smallest drop of a proportion, below `baseline`, that an exact one-sided binomial test of `trials`
    /// finds with 80 % probability.
    ///
    /// @return nothing if not even a proportion of 0 would be found
    /// @throws IllegalArgumentException if `baseline` is not in [0, 1], `trials` is negative or `level` is
    ///     not in (0, 1)
    public static OptionalDouble drop(double baseline, int trials, double level) {
        if (!(baseline >= 0 && baseline <= 1)) {
            throw new IllegalArgumentException("baseline " + baseline + " is not in [0, 1]");
        }
        if (trials < 0) {
            throw new IllegalArgumentException("trials " + trials + " < 0");
        }
        requireLevel(level);
        BinomialDistribution expected = BinomialDistribution.of(trials, baseline);
        int critical = -1; // the most successes that speak of a drop
        while (critical + 1 < trials && expected.cumulativeProbability(critical + 1) <= level) {
            critical++;
        }
        if (critical < 0) {
            return OptionalDouble.empty();
        }
        double low = 0; // a proportion of 0 is always found
        double high = baseline;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (BinomialDistribution.of(trials, middle).cumulativeProbability(critical) >= POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(baseline - low);
    }

    private static double[][] draws(NumericWindow reference, int size, long seed) {
        var random = new SplittableRandom(seed);
        double[][] draws = new double[SIMULATIONS][size];
        for (double[] draw : draws) {
            for (int i = 0; i < size; i++) {
                draw[i] = reference.get(random.nextInt(reference.size()));
            }
            Arrays.sort(draw);
        }
        return draws;
    }

    private static double power(NumericWindow reference, double[][] draws, double shift, double critical) {
        int found = 0;
        for (double[] draw : draws) {
            found += statistic(reference, draw, shift) >= critical ? 1 : 0;
        }
        return (double) found / draws.length;
    }

    /// D of the reference and a shifted draw, looking up only the values of the draw.
    private static double statistic(NumericWindow reference, double[] draw, double shift) {
        double n = reference.size();
        double m = draw.length;
        double d = 0;
        int j = 0;
        while (j < draw.length) {
            double x = draw[j] + shift;
            int before = j;
            while (j < draw.length && draw[j] + shift == x) {
                j++;
            }
            double below = reference.countUpTo(Math.nextDown(x)) / n;
            double upTo = reference.countUpTo(x) / n;
            d = Math.max(d, Math.max(Math.abs(below - before / m), Math.abs(upTo - j / m)));
        }
        return d + 1e-12; // D is a multiple of 1/nm; do not miss the critical value by rounding
    }

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
    }
}
