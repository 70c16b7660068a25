package org.vigie.drift.preset;

import org.vigie.drift.window.NumericWindow;

/// The values of NannyML for a number, fitted on a reference window that is not empty.
sealed interface NannyMlNumeric {

    int BINS = 10_000;
    int FEWEST_ROWS_FOR_BINS = 10_000;

    /// How a distance of distribution functions is computed.
    enum Computation {
        /// Exact below 10,000 reference rows.
        AUTO,
        EXACT,
        /// Over 10,000 bins of equal width.
        ESTIMATED;

        boolean isExact(NumericWindow reference) {
            return this == EXACT || (this == AUTO && reference.size() < FEWEST_ROWS_FOR_BINS);
        }
    }

    /// The value for a current window that is not empty.
    double of(NumericWindow current);

    static NannyMlNumeric fit(NannyMlMethod method, Computation computation, NumericWindow reference) {
        boolean exact = computation.isExact(reference);
        return switch (method) {
            case JENSEN_SHANNON, HELLINGER -> Binned.fit(method, reference);
            case KOLMOGOROV_SMIRNOV, WASSERSTEIN ->
                exact ? new Exact(method, reference) : Estimated.fit(method, reference);
            case CHI_SQUARE, L_INFINITY -> throw new IllegalArgumentException(method.key() + " is for categories");
        };
    }

    /// Over Doane's bins of the reference and one more for what lies outside of them.
    record Binned(NannyMlMethod method, Histogram bins, long[] counts, int rows) implements NannyMlNumeric {

        static Binned fit(NannyMlMethod method, NumericWindow reference) {
            Histogram bins = Histogram.doane(reference);
            return new Binned(method, bins, bins.count(reference), reference.size());
        }

        @Override
        public double of(NumericWindow current) {
            return NannyMlCategorical.distance(
                    method, NannyMlCategorical.withRest(counts, rows, bins.count(current), current.size()));
        }
    }

    /// From all observations.
    record Exact(NannyMlMethod method, NumericWindow reference) implements NannyMlNumeric {

        @Override
        public double of(NumericWindow current) {
            Tally tally = Tally.of(reference, current);
            return method == NannyMlMethod.WASSERSTEIN ? EvidentlyScores.wasserstein(tally) : tally.supremum();
        }
    }

    /// From the counts over 10,000 bins of equal width between the least and the greatest reference value.
    record Estimated(NannyMlMethod method, Histogram bins, double[] cumulative) implements NannyMlNumeric {

        static Estimated fit(NannyMlMethod method, NumericWindow reference) {
            double least = reference.get(0);
            double greatest = reference.get(reference.size() - 1);
            Histogram bins = Histogram.equal(least, greatest, BINS);
            return new Estimated(method, bins, cumulative(bins.count(reference), 0, reference.size()));
        }

        @Override
        public double of(NumericWindow current) {
            int below = current.countUpTo(Math.nextDown(bins.first()));
            long[] counts = bins.count(current);
            return method == NannyMlMethod.WASSERSTEIN
                    ? wasserstein(current, below, counts)
                    : supremum(cumulative(counts, below, current.size()));
        }

        private double supremum(double[] other) {
            double greatest = 0;
            for (int i = 0; i < other.length; i++) {
                greatest = Math.max(greatest, Math.abs(cumulative[i] - other[i]));
            }
            return greatest;
        }

        /// Values beyond the reference are weighed one too many on each side, as NannyML does.
        private double wasserstein(NumericWindow current, int below, long[] counts) {
            int size = current.size();
            int above = size - current.countUpTo(bins.last());
            double distance = 0;
            for (int i = 0; i < below; i++) {
                distance += (i + 1.0) / size * ((i + 1 < below ? current.get(i + 1) : bins.first()) - current.get(i));
            }
            for (int i = 0; i < above; i++) {
                double from = i == 0 ? bins.last() : current.get(size - above + i - 1);
                distance += (double) (above - i) / size * (current.get(size - above + i) - from);
            }
            double[] other = cumulative(counts, below > 0 ? below + 1 : 0, size);
            double width = bins.edges()[1] - bins.first();
            for (int i = 0; i < other.length; i++) {
                distance += Math.abs(cumulative[i] - other[i]) * width;
            }
            return distance;
        }

        private static double[] cumulative(long[] counts, long below, double n) {
            double[] cumulative = new double[counts.length];
            long sum = below;
            for (int i = 0; i < counts.length; i++) {
                sum += counts[i];
                cumulative[i] = sum / n;
            }
            return cumulative;
        }
    }
}
