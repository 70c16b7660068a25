package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.window.NumericWindow;

/// Whether the default numeric test keeps the small levels that a yearly budget leaves for one test.
final class Tails {

    private static final double[] LEVELS = {0.05, 0.01, 1e-3, 1e-4, 1e-5};
    private static final int[][] SIZES = {{20, 20}, {200, 20}, {2_000, 20}, {2_000, 50}, {2_000, 200}};
    private static final int BLOCK = 2_000;
    private static final int BLOCKS = 500;

    private Tails() {}

    static void write(Page page) {
        List<String> header = new ArrayList<>(List.of("reference", "current"));
        for (double level : LEVELS) {
            header.add("level " + (level < 0.01 ? String.format(Locale.ROOT, "%.0e", level) : Double.toString(level)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int[] sizes : SIZES) {
            rows.add(row(sizes[0], sizes[1]));
        }
        page.heading("Small levels of the default test")
                .paragraph("""
                        A budget of one false alarm in some years leaves levels down to 1e-5 for one test. Rate at which the
                        Anderson–Darling statistic reaches its critical value when nothing drifted, as a multiple of the level;
                        %,d made-up pairs of windows without ties for each row, and the count behind the last columns in brackets.
                        """.formatted(BLOCK * BLOCKS))
                .table(header, rows);
    }

    private static List<String> row(int reference, int current) {
        double[] critical = Arrays.stream(LEVELS)
                .map(level -> AndersonDarlingTest.criticalValue(reference, current, level))
                .toArray();
        List<long[]> blocks = Simulation.repeat(BLOCKS, 9_001L * reference + current, (random, _) -> {
            long[] reached = new long[LEVELS.length];
            for (int i = 0; i < BLOCK; i++) {
                // ranks are all that counts, so that uniform values do
                double value = AndersonDarlingTest.statistic(
                        NumericWindow.ofOwned(random.doubles(reference).toArray()),
                        NumericWindow.ofOwned(random.doubles(current).toArray()));
                for (int level = 0; level < LEVELS.length; level++) {
                    reached[level] += value >= critical[level] ? 1 : 0;
                }
            }
            return reached;
        });
        List<String> row = new ArrayList<>(List.of("%,d".formatted(reference), "%,d".formatted(current)));
        for (int level = 0; level < LEVELS.length; level++) {
            long hits = 0;
            for (long[] block : blocks) {
                hits += block[level];
            }
            double ratio = hits / ((double) BLOCK * BLOCKS * LEVELS[level]);
            String told = String.format(Locale.ROOT, "%.2f", ratio);
            row.add(LEVELS[level] < 1e-3 ? told + " (" + hits + ")" : told);
        }
        return row;
    }
}
