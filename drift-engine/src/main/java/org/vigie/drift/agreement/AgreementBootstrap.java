package org.vigie.drift.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.vigie.drift.interval.Interval;

/// Percentile bootstrap over cases, for any coefficient of agreement.
///
/// Cases are drawn with replacement and with all their answers; the readers stay the same. Samples in which the
/// coefficient is not defined (all answers alike) are left out; when they are more than one in ten there is no
/// interval.
///
/// ## Sources
///
/// 1. Efron, B., & Tibshirani, R. J. (1993). *An Introduction to the Bootstrap.* Chapman & Hall, chapter 13.
public final class AgreementBootstrap {

    private static final double FEWEST_DEFINED = 0.9;

    private AgreementBootstrap() {}

    /// @param coefficient such as `KrippendorffAlpha.ORDINAL::of`
    /// @param replicates bootstrap samples, at least 100
    /// @param seed the same seed gives the same interval
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1), or `replicates` is below 100
    public static Optional<Interval> interval(
            Ratings ratings,
            Function<? super Ratings, ? extends Agreement> coefficient,
            double confidence,
            int replicates,
            long seed) {
        Interval.requireConfidence(confidence);
        if (replicates < 100) {
            throw new IllegalArgumentException("replicates " + replicates + " < 100");
        }
        if (coefficient.apply(ratings).estimate().isEmpty()) {
            return Optional.empty();
        }
        var random = new SplittableRandom(seed);
        double[] values = new double[replicates];
        int defined = 0;
        int[] draws = new int[ratings.size()];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Arrays.setAll(draws, i -> random.nextInt(draws.length));
            var value = coefficient.apply(ratings.drawn(draws)).estimate();
            if (value.isPresent()) {
                values[defined++] = value.getAsDouble();
            }
        }
        if (defined < FEWEST_DEFINED * replicates) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        return Optional.of(new Interval(
                quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2), confidence));
    }

    private static double quantile(double[] sorted, double level) {
        double position = level * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
