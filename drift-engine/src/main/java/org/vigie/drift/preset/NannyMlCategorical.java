package org.vigie.drift.preset;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.window.CategoricalWindow;

/// The values of NannyML for a category.
final class NannyMlCategorical {

    static final double CHI_SQUARE_LEVEL = 0.05;

    private NannyMlCategorical() {}

    /// χ² and its p-value.
    record ChiSquare(double statistic, double pValue) {}

    static double value(NannyMlMethod method, CategoricalWindow reference, CategoricalWindow current) {
        return switch (method) {
            case JENSEN_SHANNON, HELLINGER -> {
                long[] r = reference.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                long[] c = reference.counts().keySet().stream()
                        .mapToLong(current::count)
                        .toArray();
                yield distance(method, withRest(r, (double) reference.size(), c, (double) current.size()));
            }
            case L_INFINITY -> Tally.of(reference, current).shares().supremum();
            case CHI_SQUARE -> chiSquare(Tally.of(reference, current)).statistic();
            case KOLMOGOROV_SMIRNOV, WASSERSTEIN ->
                throw new IllegalArgumentException(method.key() + " is for numbers");
        };
    }

    static double distance(NannyMlMethod method, Shares shares) {
        return method == NannyMlMethod.HELLINGER ? shares.hellinger() : shares.jensenShannon() / Math.sqrt(Math.log(2));
    }

    /// Shares over the reference's bins, and one more bin for the current observations outside of them.
    static Shares withRest(long[] reference, double n, long[] current, double m) {
        long rest = (long) m - Arrays.stream(current).sum();
        if (rest == 0) {
            return Shares.of(reference, current, n, m);
        }
        long[] r = Arrays.copyOf(reference, reference.length + 1);
        long[] c = Arrays.copyOf(current, current.length + 1);
        c[current.length] = rest;
        return Shares.of(r, c, n, m);
    }

    /// Two-sample χ²; for two categories each difference is lessened by up to one half (Yates).
    static ChiSquare chiSquare(Tally tally) {
        if (tally.size() == 1) {
            return new ChiSquare(0, 1);
        }
        double n = tally.n();
        double m = tally.m();
        double sum = 0;
        for (int i = 0; i < tally.size(); i++) {
            double both = (double) tally.reference()[i] + tally.current()[i];
            double expected = both * n / (n + m);
            double difference = Math.abs(tally.reference()[i] - expected);
            if (tally.size() == 2) {
                difference -= Math.min(0.5, difference);
            }
            sum += difference * difference / expected + difference * difference / (both - expected);
        }
        return new ChiSquare(sum, ChiSquaredDistribution.of(tally.size() - 1).survivalProbability(sum));
    }
}
