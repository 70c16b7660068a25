package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.vigie.drift.interval.DifferenceInterval;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.PairedDifferenceInterval;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.AurocComparison;
import org.vigie.drift.verification.BeggGreenes;
import org.vigie.drift.verification.CorrectedEstimate;

/// How often the other 95 % intervals hold the true value.
final class ComparisonCoverage {

    private static final int REPETITIONS = 3_000;
    private static final double CONFIDENCE = 0.95;

    private ComparisonCoverage() {}

    /// One made-up sample: whether the interval held the truth; empty when there was none.
    private interface Draw {
        Optional<Boolean> held(RandomGenerator random);
    }

    static void write(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (int cases : new int[] {20, 50, 200, 1_000}) {
            for (DifferenceInterval method : DifferenceInterval.values()) {
                rows.add(row("difference of 0.90 and 0.80, " + method.name(), cases, random -> {
                    Interval interval = method.of(
                            new Proportion(successes(random, cases, 0.9), cases),
                            new Proportion(successes(random, cases, 0.8), cases),
                            CONFIDENCE);
                    return Optional.of(interval.contains(0.9 - 0.8));
                }));
            }
            for (PairedDifferenceInterval method : PairedDifferenceInterval.values()) {
                rows.add(row("paired difference of −0.05, 15 % discordant, " + method.name(), cases, random -> {
                    long[] counts = new long[4];
                    for (int i = 0; i < cases; i++) {
                        double u = random.nextDouble();
                        counts[u < 0.75 ? 0 : u < 0.85 ? 1 : u < 0.90 ? 2 : 3]++;
                    }
                    var pairs = new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
                    return Optional.of(method.of(pairs, CONFIDENCE).contains(-0.05)); // second minus first
                }));
            }
            for (double auroc : new double[] {0.8, 0.95}) {
                rows.add(row("AUROC of " + auroc + ", half positive, DeLong on the logit scale", cases, random -> {
                    boolean[] truth = alternating(cases);
                    double[] scores = scores(random, truth, auroc);
                    return Auroc.of(scores, truth)
                            .map(found -> found.interval(CONFIDENCE).contains(auroc));
                }));
                rows.add(row("AUROC of " + auroc + ", half positive, DeLong as usual", cases, random -> {
                    boolean[] truth = alternating(cases);
                    double[] scores = scores(random, truth, auroc);
                    return Auroc.of(scores, truth)
                            .map(found -> found.plainInterval(CONFIDENCE).contains(auroc));
                }));
            }
            rows.add(row("difference of two AUROCs of 0.85 on the same cases, DeLong", cases, random -> {
                boolean[] truth = alternating(cases);
                double[][] both = pairedScores(random, truth, 0.85);
                return AurocComparison.of(both[0], both[1], truth)
                        .flatMap(found -> found.interval(CONFIDENCE))
                        .map(interval -> interval.contains(0));
            }));
        }
        for (int audited : new int[] {50, 200}) {
            rows.add(row("sensitivity of 0.80, negatives audited at random, Begg–Greenes", audited, random -> {
                long[] counts = new long[4];
                int positiveCalls = 0;
                int negativeCalls = 0;
                for (int i = 0; i < 3_000; i++) {
                    boolean diseased = random.nextDouble() < 0.2;
                    boolean called = random.nextDouble() < (diseased ? 0.8 : 0.1);
                    if (called) {
                        counts[diseased ? 0 : 1]++;
                        positiveCalls++;
                    } else {
                        negativeCalls++;
                        if (negativeCalls <= audited) {
                            counts[diseased ? 2 : 3]++;
                        }
                    }
                }
                long left = Math.max(0, negativeCalls - audited);
                CorrectedEstimate found = BeggGreenes.correct(
                                counts[0], counts[1], counts[2], counts[3], 0, left, CONFIDENCE)
                        .sensitivity()
                        .corrected();
                return found instanceof CorrectedEstimate.Estimated estimated
                        ? Optional.of(estimated.interval().contains(0.8))
                        : Optional.empty();
            }));
        }
        page.heading("Coverage of the other intervals")
                .paragraph("""
                        Share of %,d made-up samples in which a 95 %% interval held the true value; samples that allow no interval (all of
                        one kind) are left out and counted.
                        """.formatted(REPETITIONS))
                .table(List.of("interval", "cases", "holds", "no interval"), rows);
    }

    private static List<String> row(String name, int cases, Draw draw) {
        List<Optional<Boolean>> all =
                Simulation.repeat(REPETITIONS, (name + cases).hashCode(), (random, _) -> draw.held(random));
        long none = all.stream().filter(Optional::isEmpty).count();
        long held = all.stream()
                .flatMap(Optional::stream)
                .filter(Boolean::booleanValue)
                .count();
        return List.of(
                name,
                "%,d".formatted(cases),
                String.format(Locale.ROOT, "%.1f %%", 100.0 * held / (REPETITIONS - none)),
                Long.toString(none));
    }

    private static int successes(RandomGenerator random, int trials, double p) {
        int count = 0;
        for (int i = 0; i < trials; i++) {
            count += random.nextDouble() < p ? 1 : 0;
        }
        return count;
    }

    private static boolean[] alternating(int cases) {
        boolean[] truth = new boolean[cases];
        for (int i = 0; i < cases; i += 2) {
            truth[i] = true;
        }
        return truth;
    }

    /// Normal scores whose positives are shifted so that the true AUROC is as asked.
    private static double[] scores(RandomGenerator random, boolean[] truth, double auroc) {
        double shift = shift(auroc);
        double[] scores = new double[truth.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextGaussian() + (truth[i] ? shift : 0);
        }
        return scores;
    }

    /// Scores of two models, correlated by 0.7.
    private static double[][] pairedScores(RandomGenerator random, boolean[] truth, double auroc) {
        double shift = shift(auroc);
        double[][] scores = new double[2][truth.length];
        for (int i = 0; i < truth.length; i++) {
            double common = random.nextGaussian() * Math.sqrt(0.7);
            for (double[] model : scores) {
                model[i] = common + random.nextGaussian() * Math.sqrt(0.3) + (truth[i] ? shift : 0);
            }
        }
        return scores;
    }

    private static double shift(double auroc) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(auroc) * Math.sqrt(2);
    }
}
