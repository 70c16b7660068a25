package org.vigie.benchmarks;

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
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.NumericWindow;

/// What comparing one stream costs, from the raw values on: sort both windows, then one pass.
///
/// Question it answers: how many (model × stream × scanner) comparisons can one core make in a minute?
/// The floor is the sort of the reference window, measured beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DriftCheckBenchmark {

    @Param({"2000", "100000"})
    int referenceSize;

    private double[] reference = {};
    private double[] current = {};

    @Setup
    public void drawWindows() {
        var random = new SplittableRandom(1);
        reference = random.doubles(referenceSize).toArray();
        current = random.doubles(referenceSize / 10).toArray();
    }

    @Benchmark
    public double sortOfTheReferenceAlone() {
        double[] sorted = reference.clone();
        java.util.Arrays.sort(sorted);
        return sorted[0];
    }

    @Benchmark
    public double kolmogorovSmirnov() {
        return KolmogorovSmirnovTest.statistic(NumericWindow.of(reference), NumericWindow.of(current));
    }

    @Benchmark
    public double populationStabilityIndex() {
        NumericWindow before = NumericWindow.of(reference);
        QuantileBins bins = QuantileBins.fit(before, PopulationStabilityIndex.DEFAULT_BINS);
        return PopulationStabilityIndex.between(bins.count(before), bins.count(NumericWindow.of(current)));
    }
}
