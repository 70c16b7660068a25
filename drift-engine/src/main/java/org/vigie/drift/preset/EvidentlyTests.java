package org.vigie.drift.preset;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;
import org.vigie.drift.window.NumericWindow;

/// The p-values of Evidently.
final class EvidentlyTests {

    private static final int MOST_ROWS_FOR_EXACT = 10_000;
    private static final int FEW_ROWS = 8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private EvidentlyTests() {}

    /// Exact, as if there were no ties, up to 10,000 rows; beyond by the one-sample law of `nm / (n + m)` rows.
    static double kolmogorovSmirnov(Tally tally, NumericWindow reference, NumericWindow current) {
        if (Math.min(reference.size(), current.size()) == 1) {
            return kolmogorovSmirnovOfOne(tally, Math.max(reference.size(), current.size()));
        }
        boolean exact = Math.max(reference.size(), current.size()) <= MOST_ROWS_FOR_EXACT;
        return KolmogorovSmirnovTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(reference.sorted(), current.sorted())
                .getPValue();
    }

    /// One observation against `m`: without drift it has each of the m + 1 places with equal probability, and at place
    /// k the statistic is `max(k, m − k) / m`.
    private static double kolmogorovSmirnovOfOne(Tally tally, int m) {
        long observed = Math.round(tally.supremum() * m);
        long places = IntStream.rangeClosed(0, m)
                .filter(k -> Math.max(k, m - k) >= observed)
                .count();
        return places / (m + 1.0);
    }

    /// P that the reference lies so far below the current window: exact for at most 8 rows without ties, else normal
    /// with correction for ties and continuity.
    static double mannWhitney(Tally tally, NumericWindow reference, NumericWindow current) {
        boolean ties = tally.size() < reference.size() + current.size();
        if (tally.size() == 1) {
            return 1;
        }
        boolean exact = Math.min(reference.size(), current.size()) <= FEW_ROWS && !ties;
        return MannWhitneyUTest.withDefaults()
                .with(AlternativeHypothesis.LESS_THAN)
                .with(ContinuityCorrection.ENABLED)
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(reference.sorted(), current.sorted())
                .getPValue();
    }

    static Score student(NumericWindow reference, NumericWindow current) {
        if (reference.size() < 2 || current.size() < 2) {
            return new Score.Undefined("the t-test needs two observations in each window, there are "
                    + Math.min(reference.size(), current.size()));
        }
        if (reference.isConstant() && current.isConstant()) {
            return reference.get(0) == current.get(0)
                    ? new Score.Undefined("both windows hold one value only, " + reference.get(0))
                    : Score.of(0);
        }
        return Score.of(TTest.withDefaults()
                .with(DataDispersion.HOMOSCEDASTIC)
                .test(reference.sorted(), current.sorted())
                .getPValue());
    }

    /// One-sample χ²: the reference's shares count as exact; a value that it never had makes p 0.
    static Score chiSquare(Tally tally) {
        double scale = (double) tally.m() / tally.n();
        double sum = 0;
        for (int i = 0; i < tally.size(); i++) {
            double expected = tally.reference()[i] * scale;
            double difference = tally.current()[i] - expected;
            sum += difference * difference / expected; // infinite where nothing was expected
        }
        return upperTail(sum, tally.size());
    }

    /// Likelihood ratio against the reference's counts, which it does not scale to the current window.
    static Score logLikelihood(Tally tally) {
        if (tally.n() != tally.m()) {
            return new Score.Undefined(
                    "the G-test needs windows of equal size, there are " + tally.n() + " and " + tally.m());
        }
        double sum = 0;
        for (int i = 0; i < tally.size(); i++) {
            double observed = tally.current()[i];
            sum += observed == 0 ? 0 : observed * Math.log(observed / tally.reference()[i]);
        }
        return upperTail(2 * sum, tally.size());
    }

    /// Two proportions, those of all values but the smallest, with pooled variance.
    static double proportions(Tally tally) {
        if (tally.size() == 1) {
            return 1;
        }
        double n = tally.n();
        double m = tally.m();
        double p = (n - tally.reference()[0]) / n;
        double q = (m - tally.current()[0]) / m;
        double pooled = (p * n + q * m) / (n + m);
        double z = (p - q) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        return 2 * (1 - NORMAL.cumulativeProbability(Math.abs(z)));
    }

    static Score fisher(Tally tally) {
        if (tally.size() > 2) {
            return new Score.Undefined("Fisher's test needs at most two values, there are " + tally.size());
        }
        if (tally.n() != tally.m()) {
            return new Score.Undefined(
                    "Fisher's test needs windows of equal size, there are " + tally.n() + " and " + tally.m());
        }
        if (tally.size() == 1) {
            return Score.of(1);
        }
        int[][] table = new int[2][];
        for (int i = 0; i < 2; i++) {
            table[i] = new int[] {Math.toIntExact(tally.reference()[i]), Math.toIntExact(tally.current()[i])};
        }
        return Score.of(FisherExactTest.withDefaults().test(table).getPValue());
    }

    private static Score upperTail(double statistic, int values) {
        if (values < 2) {
            return new Score.Undefined("one value only: nothing to test");
        }
        return Score.of(
                Double.isInfinite(statistic)
                        ? 0
                        : ChiSquaredDistribution.of(values - 1).survivalProbability(statistic));
    }
}
