package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;

/// How often the intervals of a proportion hold the true value: exact, by summing over all outcomes.
final class Coverage {

    private static final int[] TRIALS = {5, 10, 20, 50, 100, 1_000, 10_000};
    private static final double CONFIDENCE = 0.95;

    private Coverage() {}

    static void write(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (ProportionInterval method : ProportionInterval.values()) {
            for (int trials : TRIALS) {
                double least = 1;
                double sum = 0;
                int points = 0;
                for (double p = 0.005; p < 0.9999; p += 0.005) {
                    double coverage = coverage(method, trials, p);
                    least = Math.min(least, coverage);
                    sum += coverage;
                    points++;
                }
                rows.add(List.of(
                        method.name(),
                        "%,d".formatted(trials),
                        percent(sum / points),
                        percent(least),
                        percent(coverage(method, trials, 0.9)),
                        percent(coverage(method, trials, 0.99))));
            }
        }
        page.heading("Coverage of the intervals of a proportion")
                .paragraph("""
                        Probability that a 95 % interval holds the true proportion, computed exactly (all outcomes summed), over true
                        proportions 0.005, 0.010 … 0.995.
                        """)
                .table(List.of("interval", "cases", "mean", "least", "at 0.90", "at 0.99"), rows);
    }

    private static double coverage(ProportionInterval method, int trials, double p) {
        var outcomes = BinomialDistribution.of(trials, p);
        int low = Math.max(0, outcomes.inverseCumulativeProbability(1e-9) - 1);
        int high = Math.min(trials, outcomes.inverseCumulativeProbability(1 - 1e-9) + 1);
        double coverage = 0;
        for (int successes = low; successes <= high; successes++) {
            Interval interval = new Proportion(successes, trials).interval(method, CONFIDENCE);
            if (interval.lower() <= p && p <= interval.upper()) {
                coverage += outcomes.probability(successes);
            }
        }
        return coverage;
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f %%", 100 * share);
    }
}
