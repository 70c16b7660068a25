package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.List;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.sequential.BetaBinomialSequence;
import org.vigie.drift.sequential.BettingSequence;

/// How often an interval holds the true proportion at every one of a thousand looks.
final class AnytimeCoverage {

    private static final int CASES = 1_000;
    private static final int REPETITIONS = 1_000;
    private static final int BETS = 100;

    private AnytimeCoverage() {}

    private interface Looks {
        Interval after(double[] values, int cases, int successes);
    }

    static void write(Page page) {
        BetaBinomialSequence mixture = BetaBinomialSequence.of(0.95);
        List<List<String>> rows = new ArrayList<>();
        for (double p : new double[] {0.5, 0.9, 0.99}) {
            rows.add(row(
                    "Wilson, looked at after every case",
                    p,
                    (_, cases, successes) ->
                            new Proportion(successes, cases).interval(ProportionInterval.WILSON, 0.95)));
            rows.add(row("beta-binomial mixture", p, (_, cases, successes) -> mixture.at(successes, cases)));
            rows.add(betting(p));
        }
        page.heading("Intervals that hold at every look")
                .paragraph("""
                        Share of %,d made-up series of %,d cases (betting: %d series) in which a 95 %% interval held the true proportion at
                        every look, and its mean width at the end.
                        """.formatted(REPETITIONS, CASES, BETS))
                .table(List.of("interval", "true proportion", "holds at every look", "mean width at the end"), rows);
    }

    private record Series(boolean held, double width) {}

    private static List<String> row(String name, double p, Looks looks) {
        List<Series> all = Simulation.repeat(REPETITIONS, (name + p).hashCode(), (random, _) -> {
            boolean held = true;
            int successes = 0;
            Interval last = new Interval(0, 1, 0.95);
            double[] none = {};
            for (int cases = 1; cases <= CASES; cases++) {
                successes += random.nextDouble() < p ? 1 : 0;
                last = looks.after(none, cases, successes);
                held &= last.lower() <= p && p <= last.upper();
            }
            return new Series(held, last.upper() - last.lower());
        });
        return told(name, p, all);
    }

    private static List<String> betting(double p) {
        List<Series> all = Simulation.repeat(BETS, ("betting" + p).hashCode(), (random, _) -> {
            double[] values = new double[CASES];
            java.util.Arrays.setAll(values, _ -> random.nextDouble() < p ? 1 : 0);
            List<Interval> over = BettingSequence.over(values, 0.95);
            Interval last = over.getLast();
            return new Series(
                    over.stream().allMatch(each -> each.lower() <= p && p <= each.upper()),
                    last.upper() - last.lower());
        });
        return told("betting", p, all);
    }

    private static List<String> told(String name, double p, List<Series> all) {
        Share held = new Share(all.stream().filter(Series::held).count(), all.size());
        double width = all.stream().mapToDouble(Series::width).average().orElseThrow();
        return List.of(
                name,
                String.format(java.util.Locale.ROOT, "%.2f", p),
                held.toString(),
                String.format(java.util.Locale.ROOT, "%.3f", width));
    }
}
