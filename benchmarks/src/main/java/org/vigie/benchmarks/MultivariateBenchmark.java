package org.vigie.benchmarks;

import java.util.ArrayList;
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
import org.vigie.drift.multivariate.DomainClassifierTest;
import org.vigie.drift.multivariate.FeatureDriftTest;
import org.vigie.drift.multivariate.HotellingTest;
import org.vigie.drift.multivariate.LinearTimeMmd;
import org.vigie.drift.multivariate.MaximumMeanDiscrepancy;
import org.vigie.drift.multivariate.ReconstructionErrorTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.window.FeatureWindow;

/// What one question about whole vectors costs, verdict included.
///
/// Question it answers: can a table of 100,000 rows and 50 columns on each side, or a week of 256 deep features,
/// be judged within a second at a held level? The floor is one pass over the numbers of both windows. With no
/// drift relabelling stops early; `shift` 0.05 makes it go on to the end, which is the most it costs at 5 %.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MultivariateBenchmark {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    /// Reference cases, current cases, dimensions.
    @Param({"100000x100000x50", "1000x200x256"})
    String size = "";

    @Param({"0", "0.05"})
    double shift;

    private FeatureWindow reference = FeatureWindow.of(List.of());
    private FeatureWindow current = FeatureWindow.of(List.of());

    @Setup
    public void drawWindows() {
        String[] sizes = size.split("x", -1);
        int dimensions = Integer.parseInt(sizes[2]);
        reference = draw(Integer.parseInt(sizes[0]), dimensions, 0, 1);
        current = draw(Integer.parseInt(sizes[1]), dimensions, shift, 2);
    }

    @Benchmark
    public double onePassAlone() {
        return sum(reference) + sum(current);
    }

    @Benchmark
    public DriftResult featureDrift() {
        return FeatureDriftTest.test(reference, current, RULE);
    }

    @Benchmark
    public DriftResult mmdOfASample() {
        return MaximumMeanDiscrepancy.test(reference, current, RULE);
    }

    @Benchmark
    public DriftResult mmdInLinearTime() {
        return LinearTimeMmd.test(reference, current, RULE);
    }

    @Benchmark
    public DriftResult reconstructionError() {
        return ReconstructionErrorTest.test(reference, current, RULE);
    }

    @Benchmark
    public DriftResult hotelling() {
        return HotellingTest.test(reference, current, RULE);
    }

    @Benchmark
    public DriftResult domainClassifier() {
        return DomainClassifierTest.test(reference, current, RULE).drift();
    }

    private static double sum(FeatureWindow window) {
        double sum = 0;
        for (int i = 0; i < window.size(); i++) {
            for (int k = 0; k < window.dimensions(); k++) {
                sum += window.get(i, k);
            }
        }
        return sum;
    }

    private static FeatureWindow draw(int cases, int dimensions, double mean, long seed) {
        var random = new SplittableRandom(seed);
        List<float[]> vectors = new ArrayList<>(cases);
        for (int i = 0; i < cases; i++) {
            double shared = random.nextGaussian();
            float[] vector = new float[dimensions];
            for (int k = 0; k < dimensions; k++) {
                vector[k] = (float) (mean + 0.5 * shared + random.nextGaussian());
            }
            vectors.add(vector);
        }
        return FeatureWindow.of(vectors);
    }
}
