package org.vigie.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.NumericWindow;

/// What the drift of one numeric column costs: one sort of each side and every statistic from it.
///
/// Question it answers: are the statistics of a column cheaper than the sorts they need, and does a week against a
/// kept reference cost searches only? Beside them stand their floors: a copy of the current side, and the JDK's sort of
/// both.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class UnivariateDriftBenchmark {

    @Param({"1000000:1000", "100000:100000", "1000000:1000000"})
    String sizes = "";

    private double[] reference = {};
    private double[] current = {};
    private NumericWindow kept = NumericWindow.of();
    private NumericWindow week = NumericWindow.of();
    private QuantileBins bins = new QuantileBins(List.of());
    private BinnedCounts keptCounts = new BinnedCounts(bins, List.of(1L));

    @Setup
    public void drawWindows() {
        var random = new SplittableRandom(1);
        String[] words = sizes.split(":", -1);
        reference = normal(random, Integer.parseInt(words[0]));
        current = normal(random, Integer.parseInt(words[1]));
        kept = NumericWindow.of(reference);
        week = NumericWindow.of(current);
        bins = QuantileBins.fit(kept, PopulationStabilityIndex.DEFAULT_BINS);
        keptCounts = bins.count(kept);
        kept.sumAboveSmallest(0);
    }

    @Benchmark
    public double copyOfTheCurrentSideFloor() {
        return current.clone()[0];
    }

    @Benchmark
    public double jdkSortOfBothSidesFloor() {
        double[] a = reference.clone();
        double[] b = current.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        return a[0] + b[0];
    }

    @Benchmark
    public double sortOfBothSides() {
        return NumericWindow.of(reference).get(0) + NumericWindow.of(current).get(0);
    }

    /// G10: Kolmogorov–Smirnov with its p-value, Wasserstein, PSI, Jensen–Shannon and quantiles, from raw values.
    @Benchmark
    public void fiveStatisticsFromRawValues(Blackhole results) {
        NumericWindow r = NumericWindow.of(reference);
        NumericWindow c = NumericWindow.of(current);
        QuantileBins fitted = QuantileBins.fit(r, PopulationStabilityIndex.DEFAULT_BINS);
        statistics(r, c, fitted, fitted.count(r), results);
    }

    /// G13: the same, where the reference's window and its counts are kept.
    @Benchmark
    public void fiveStatisticsAgainstAKeptReference(Blackhole results) {
        statistics(kept, NumericWindow.of(current), bins, keptCounts, results);
    }

    @Benchmark
    public double kolmogorovSmirnovOfSortedWindows() {
        return KolmogorovSmirnovTest.pValue(kept, week).value();
    }

    @Benchmark
    public double wassersteinOfSortedWindows() {
        return WassersteinDistance.between(kept, week);
    }

    @Benchmark
    public double andersonDarlingOfSortedWindows() {
        return AndersonDarlingTest.pValue(kept, week, 0.001, 1).value();
    }

    private static void statistics(
            NumericWindow r, NumericWindow c, QuantileBins fitted, BinnedCounts referenceCounts, Blackhole results) {
        BinnedCounts counts = fitted.count(c);
        results.consume(KolmogorovSmirnovTest.statistic(r, c));
        results.consume(KolmogorovSmirnovTest.pValue(r, c).value());
        results.consume(WassersteinDistance.between(r, c));
        results.consume(PopulationStabilityIndex.between(referenceCounts, counts));
        results.consume(JensenShannonDistance.between(referenceCounts, counts));
        for (double p = 0.05; p < 1; p += 0.05) {
            results.consume(c.quantile(p));
        }
    }

    private static double[] normal(SplittableRandom random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
