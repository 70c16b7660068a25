package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// How often each test calls drift when nothing drifted, at a level of 5 %.
final class FalseAlarms {

    static final double LEVEL = 0.05;

    private static final int[] REFERENCES = {200, 2_000, 20_000};
    private static final int[] CURRENTS = {20, 50, 200, 1_000, 10_000};
    private static final DecisionRule RULE = DecisionRule.atLevel(LEVEL);

    private FalseAlarms() {}

    static void write(Page page) {
        page.heading("False alarms of every test").paragraph("""
                        Share of checks that call drift at a level of 5 % when nothing drifted. The aim is half to one and a half
                        times the level. Cells outside, beyond chance, are marked **so**.
                        """);
        numeric(page);
        categorical(page);
    }

    private static void numeric(Page page) {
        List<String> header = new ArrayList<>(List.of("test", "values", "reference"));
        for (int current : CURRENTS) {
            header.add("current %,d".formatted(current));
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        for (NumericTest test : NumericTest.ALL) {
            for (Samples samples : Samples.values()) {
                if (!test.on(samples)) {
                    continue;
                }
                for (int reference : REFERENCES) {
                    List<String> row =
                            new ArrayList<>(List.of(test.name(), samples.title(), "%,d".formatted(reference)));
                    for (int current : CURRENTS) {
                        if (!test.affordable(reference, current)) {
                            row.add("not run");
                            continue;
                        }
                        Share share = share(test, samples, reference, current);
                        row.add(cell(share));
                        if (samples == Samples.NORMAL && reference == 2_000) {
                            lines.computeIfAbsent(test.name(), _ -> new ArrayList<>())
                                    .add(new double[] {current, 100 * share.value()});
                        }
                    }
                    rows.add(row);
                }
            }
        }
        page.table(header, rows)
                .figure(
                        "false-alarms-numeric",
                        "False alarms of the numeric tests by the size of the current window",
                        "current observations (reference 2,000, normal values)",
                        "false alarms, %",
                        lines,
                        100 * LEVEL);
    }

    private static Share share(NumericTest test, Samples samples, int reference, int current) {
        long seed = (test.name() + samples + reference + "/" + current).hashCode();
        return Simulation.share(
                test.repetitions(reference, current),
                seed,
                (random, repetition) -> test.form()
                        .alarms(
                                NumericWindow.of(samples.draw(random, reference)),
                                NumericWindow.of(samples.draw(random, current)),
                                RULE.withSeed(repetition)));
    }

    private static void categorical(Page page) {
        int[] categories = {2, 5, 20};
        int[] references = {200, 2_000};
        int[] currents = {20, 50, 200, 1_000};
        List<String> header = new ArrayList<>(List.of("test", "categories", "reference"));
        for (int current : currents) {
            header.add("current %,d".formatted(current));
        }
        List<List<String>> rows = new ArrayList<>();
        for (CategoricalTest test : CategoricalTest.ALL) {
            for (int count : categories) {
                for (int reference : references) {
                    List<String> row =
                            new ArrayList<>(List.of(test.name(), "%d".formatted(count), "%,d".formatted(reference)));
                    for (int current : currents) {
                        Share share = Simulation.share(
                                400,
                                (test.name() + count + reference + "/" + current).hashCode(),
                                (random, repetition) -> test.run(
                                                        CategoricalWindow.of(Labels.draw(random, count, reference)),
                                                        CategoricalWindow.of(Labels.draw(random, count, current)),
                                                        RULE.withSeed(repetition))
                                                .verdict()
                                        instanceof DriftVerdict.Drifted);
                        row.add(cell(share));
                    }
                    rows.add(row);
                }
            }
        }
        page.paragraph("Labels, the frequent ones first: label *k* of *K* has a share proportional to 1/*k*.")
                .table(header, rows);
    }

    private static String cell(Share share) {
        return share.agreesWith(0.5 * LEVEL, 1.5 * LEVEL) ? share.toString() : "**" + share + "**";
    }
}
