package org.vigie.drift;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.verdict.WindowSizes;
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

    /// That [org.vigie.drift.multivariate.FeatureDriftTest] asks at once.
    private static final int FEATURE_QUESTIONS = 5;

    private MinimumDetectable() {}

    /// The smallest change of one stream that the test which decides it finds at this level.
    ///
    /// | stream | change |
    /// | --- | --- |
    /// | numbers | all values shift, [#meanShift] |
    /// | labels | cases leave the commonest label for the others, in proportion |
    /// | a single label | cases get a label that the reference does not have |
    /// | feature vectors | one dimension shifts; by calculation, as one of five questions in as many dimensions |
    ///
    /// @return nothing if a window is empty, or no change would be found
    /// @throws IllegalArgumentException if `level` is not in (0, 1)
    public static Optional<SmallestChange> of(StreamComparison stream, double level, long seed) {
        requireLevel(level);
        if (stream.sizes().reference() == 0 || stream.sizes().current() == 0) {
            return Optional.empty();
        }
        return switch (stream) {
            case StreamComparison.Numeric numeric ->
                change(
                        SmallestChange.Measure.SHIFT_IN_STANDARD_DEVIATIONS,
                        ShiftInjection.smallestShift(
                                numeric.reference(), numeric.current().size(), level, seed),
                        level);
            case StreamComparison.Categorical labels ->
                ofCounts(
                        labels.reference().counts().values().stream()
                                .mapToLong(Long::longValue)
                                .toArray(),
                        labels.current().size(),
                        SmallestChange.Measure.SHARE_LEAVING_THE_COMMONEST_LABEL,
                        SmallestChange.Measure.SHARE_OF_A_NEW_LABEL,
                        level,
                        seed);
            case StreamComparison.Features features -> ofFeatures(features, level);
        };
    }

    /// The smallest change of the share of missing values that is found at this level: when values are
    /// missing already, a change of that share either way; when none is, their share.
    ///
    /// @throws IllegalArgumentException if `level` is not in (0, 1)
    public static Optional<SmallestChange> ofMissingness(WindowSizes sizes, double level, long seed) {
        requireLevel(level);
        long now = sizes.current() + sizes.missingCurrent();
        if (sizes.reference() + sizes.missingReference() == 0 || now == 0) {
            return Optional.empty();
        }
        long[] counts = {sizes.reference(), sizes.missingReference()};
        var measure = SmallestChange.Measure.SHARE_MISSING;
        return ofCounts(counts, now, measure, measure, level, seed);
    }

    private static Optional<SmallestChange> ofCounts(
            long[] counts,
            long currentSize,
            SmallestChange.Measure leaving,
            SmallestChange.Measure fresh,
            double level,
            long seed) {
        boolean single = Arrays.stream(counts).filter(count -> count > 0).count() == 1;
        return single
                ? change(
                        fresh,
                        ShareInjection.smallestNewShare(Arrays.stream(counts).sum(), currentSize, level),
                        level)
                : change(leaving, ShareInjection.smallestChange(counts, currentSize, level, seed), level);
    }

    /// The normal score of one dimension shifts: a z-test, its level shared among the dimensions and questions.
    private static Optional<SmallestChange> ofFeatures(StreamComparison.Features features, double level) {
        int dimensions = features.reference().dimensions();
        if (dimensions == 0) {
            return Optional.empty();
        }
        double n = features.reference().size();
        double m = features.current().size();
        double found =
                StandardNormal.upper(level / (2.0 * FEATURE_QUESTIONS * dimensions)) + StandardNormal.quantile(POWER);
        return Optional.of(new SmallestChange(
                SmallestChange.Measure.SHIFT_OF_ONE_DIMENSION, found / Math.sqrt(n * m / (n + m)), level));
    }

    private static Optional<SmallestChange> change(SmallestChange.Measure measure, OptionalDouble value, double level) {
        return value.isPresent()
                ? Optional.of(new SmallestChange(measure, value.getAsDouble(), level))
                : Optional.empty();
    }

    /// Smallest shift of all values, in standard deviations of the reference, that the Anderson–Darling test
    /// finds with 80 % probability.
    ///
    /// Found by injection: the reference, shifted, is compared with itself at the critical value under 200 seeded
    /// draws of the noise that windows of these sizes have; the shift is bisected to 0.005 or 2 %. The reference is
    /// itself a sample, whose noise counts as well.
    ///
    /// @return nothing if the reference is empty or constant, `currentSize` is 0, or no shift of up to 20
    ///     standard deviations would be found
    /// @throws IllegalArgumentException if `currentSize` is negative or `level` is not in (0, 1)
    public static OptionalDouble meanShift(NumericWindow reference, int currentSize, double level, long seed) {
        if (currentSize < 0) {
            throw new IllegalArgumentException("currentSize " + currentSize + " < 0");
        }
        requireLevel(level);
        return ShiftInjection.smallestShift(reference, currentSize, level, seed);
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

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
    }
}
