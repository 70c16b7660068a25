package org.vigie.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.drift.profile.NumericProfile;
import org.vigie.drift.profile.ProfileComparison;
import org.vigie.drift.profile.ProfileDistance;
import org.vigie.drift.profile.ProfileDrift;
import org.vigie.drift.verdict.DecisionRule;

/// What it costs to summarise a million values, to merge the summaries of twenty sites, to compare two.
///
/// Question it answers: can a site profile each night's columns without being noticed, and can a centre
/// compare all sites while somebody waits? The floor of building is one pass over the values; a KLL sketch
/// of DataSketches stands beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProfileBenchmark {

    private static final int ROWS = 1_000_000;

    private double[] values = {};
    private List<NumericProfile> sites = List.of();
    private NumericProfile reference = NumericProfile.of();
    private NumericProfile current = NumericProfile.of();
    private byte[] bytes = {};

    @Setup
    public void drawWindows() {
        var random = new SplittableRandom(1);
        values =
                IntStream.range(0, ROWS).mapToDouble(i -> random.nextGaussian()).toArray();
        sites = IntStream.range(0, 20)
                .mapToObj(site -> NumericProfile.of(IntStream.range(0, 50_000)
                        .mapToDouble(i -> random.nextGaussian())
                        .toArray()))
                .toList();
        reference = NumericProfile.of(values);
        current = NumericProfile.merge(sites);
        bytes = reference.toBytes();
    }

    @Benchmark
    public double onePassAlone() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    public NumericProfile buildOfAMillion() {
        return NumericProfile.of(values);
    }

    @Benchmark
    public KllDoublesSketch dataSketchesKllOfAMillion() {
        KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance(NumericProfile.DEFAULT_CAPACITY);
        for (double value : values) {
            sketch.update(value);
        }
        return sketch;
    }

    @Benchmark
    public NumericProfile mergeOfTwenty() {
        return NumericProfile.merge(sites);
    }

    @Benchmark
    public ProfileDrift kolmogorovSmirnovOfTwo() {
        return ProfileComparison.kolmogorovSmirnov(reference, current, DecisionRule.atLevel(0.01));
    }

    @Benchmark
    public double wassersteinStabilityAndJensenShannonOfTwo() {
        return ProfileDistance.wasserstein(reference, current).value()
                + ProfileDistance.populationStability(reference, current, 10).value()
                + ProfileDistance.jensenShannon(reference, current, 10).value();
    }

    @Benchmark
    public NumericProfile readFromBytes() {
        return NumericProfile.fromBytes(bytes);
    }
}
