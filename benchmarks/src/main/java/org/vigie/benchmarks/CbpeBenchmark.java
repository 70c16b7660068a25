package org.vigie.benchmarks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
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
import org.vigie.drift.estimation.Cbpe;
import org.vigie.drift.estimation.CbpeMetric;
import org.vigie.drift.estimation.EstimatedPerformance;

/// What estimating performance without labels costs: learn from as many reference cases, then AUROC, sensitivity and
/// specificity of the window with their intervals.
///
/// Question it answers: does a week's estimate keep within half a second for a million cases? The floor is the
/// sort of the scores, measured beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CbpeBenchmark {

    private static final EnumSet<CbpeMetric> METRICS =
            EnumSet.of(CbpeMetric.AUROC, CbpeMetric.SENSITIVITY, CbpeMetric.SPECIFICITY);

    @Param({"10000", "1000000"})
    int cases;

    private double[] reference = {};
    private boolean[] truth = {};
    private double[] scores = {};
    private boolean[] decisions = {};
    private Cbpe fitted = Cbpe.fit(new double[] {0, 1}, new boolean[] {false, true});

    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        reference = random.doubles(cases).map(u -> u * u).toArray();
        scores = random.doubles(cases).map(u -> u * u).toArray();
        truth = new boolean[cases];
        decisions = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            truth[i] = random.nextDouble() < reference[i];
            decisions[i] = scores[i] >= 0.5;
        }
        fitted = Cbpe.fit(reference, truth);
    }

    @Benchmark
    public double sortOfTheScoresAlone() {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[0];
    }

    @Benchmark
    public Cbpe fit() {
        return Cbpe.fit(reference, truth);
    }

    @Benchmark
    public Map<CbpeMetric, EstimatedPerformance> estimate() {
        return fitted.estimate(scores, decisions, METRICS, 0.95);
    }

    @Benchmark
    public Map<CbpeMetric, EstimatedPerformance> fitAndEstimate() {
        return Cbpe.fit(reference, truth).estimate(scores, decisions, METRICS, 0.95);
    }
}
