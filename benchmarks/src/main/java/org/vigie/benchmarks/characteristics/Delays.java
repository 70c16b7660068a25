package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.multiplicity.FalseAlarmBudget;

/// Weeks until the default policy finds a change in one of 30 columns.
final class Delays {

    private static final int COLUMNS = 30;
    private static final int REFERENCE = 2_000;
    private static final int NEVER = 52;
    private static final int REPETITIONS = 200;
    private static final double BUDGET = 0.05;

    private Delays() {}

    /// What one value of the changed column looks like from then on.
    private interface Change {
        double draw(RandomGenerator random);
    }

    static void write(Page page) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (double shift : new double[] {0.2, 0.3, 0.5, 0.75, 1.0}) {
            changes.put(
                    String.format(Locale.ROOT, "mean shifted by %.2f sd", shift),
                    random -> random.nextGaussian() + shift);
        }
        changes.put("deviation × 1.5", random -> 1.5 * random.nextGaussian());
        changes.put("deviation × 2", random -> 2 * random.nextGaussian());
        changes.put(
                "a new scanner in 30 % of studies, shifted by 1 sd",
                random -> random.nextGaussian() + (random.nextDouble() < 0.3 ? 1 : 0));
        changes.put(
                "a new scanner in 30 % of studies, shifted by 2 sd",
                random -> random.nextGaussian() + (random.nextDouble() < 0.3 ? 2 : 0));
        int[] volumes = {50, 200, 1_000};
        List<String> header = new ArrayList<>(List.of("change"));
        for (int volume : volumes) {
            header.add("%,d a week".formatted(volume));
        }
        List<List<String>> rows = new ArrayList<>();
        changes.forEach((name, change) -> {
            List<String> row = new ArrayList<>(List.of(name));
            for (int volume : volumes) {
                row.add(weeks(name, change, volume));
            }
            rows.add(row);
        });
        page.heading("Weeks until a change is found")
                .paragraph("""
                        Median weeks (and the share found within four weeks) until the default policy, at a budget of %s false alarms a year
                        over 30 columns, calls the one column that changed; reference of %,d studies, each week judged by itself.
                        """.formatted(BUDGET, REFERENCE))
                .table(header, rows);
    }

    private static String weeks(String name, Change change, int volume) {
        DriftCheck check = DriftCheck.within(new FalseAlarmBudget(BUDGET, 52, COLUMNS));
        // the other columns do not move and take their share of the level: one test at level / 30
        DriftCheck alone = DriftCheck.atFamilyWiseLevel(check.familyWiseLevel() / COLUMNS);
        int[] found = Simulation.repeat(REPETITIONS, (name + volume).hashCode(), (random, _) -> {
                    double[] reference = Samples.NORMAL.draw(random, REFERENCE);
                    for (int week = 1; week <= NEVER; week++) {
                        double[] current = new double[volume];
                        java.util.Arrays.setAll(current, _ -> change.draw(random));
                        if (!alone.compare(List.of(StreamComparison.numeric("x", reference, current)))
                                .drifted()
                                .isEmpty()) {
                            return week;
                        }
                    }
                    return NEVER + 1;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int median = found[found.length / 2];
        long soon = java.util.Arrays.stream(found).filter(week -> week <= 4).count();
        return (median > NEVER ? "over a year" : Integer.toString(median))
                + String.format(Locale.ROOT, " (%.0f %%)", 100.0 * soon / found.length);
    }
}
