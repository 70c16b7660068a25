package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.preset.EvidentlyPreset;
import org.vigie.drift.preset.NannyMlColumn;
import org.vigie.drift.preset.NannyMlPreset;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// A made-up hospital in which nothing drifts: 30 columns are watched, 50 studies a week come, for five years.
final class Hospitals {

    private static final int NUMERIC = 20;
    private static final int CATEGORICAL = 10;
    private static final int COLUMNS = NUMERIC + CATEGORICAL;
    private static final int REFERENCE = 2_000;
    private static final int A_WEEK = 50;
    private static final List<Samples> SHAPES = List.of(Samples.values());
    private static final int WEEKS = 52;
    private static final int YEARS = 5;
    private static final int HOSPITALS = 150;
    private static final double BUDGET = 0.05;

    private Hospitals() {}

    /// Years with at least one alarm, for each policy.
    private record Alarms(int ours, int evidentlyColumns, int evidentlyTable, int nannyMl) {}

    static void write(Page page) {
        List<Alarms> hospitals = Simulation.repeat(HOSPITALS, 7_001, (random, _) -> hospital(random));
        long years = (long) HOSPITALS * YEARS;
        page.heading("Five years without drift")
                .paragraph("""
                        %d made-up hospitals in which nothing changes: %d columns (%d numbers of five shapes, %d labels), a reference of
                        %,d studies, %d studies a week, %d years. Share of hospital-years with any false alarm. Our policy declares a
                        budget of %s false alarms a year, so that at most 5 %% of years may have one; the presets give the numbers and
                        thresholds of those tools on the same data.
                        """.formatted(HOSPITALS, COLUMNS, NUMERIC, CATEGORICAL, REFERENCE, A_WEEK, YEARS, BUDGET))
                .table(
                        List.of("policy", "alarm", "hospital-years with an alarm"),
                        List.of(
                                row(
                                        "Vigie, default",
                                        "any column, all levels set by the budget",
                                        hospitals.stream().mapToInt(Alarms::ours),
                                        years),
                                row(
                                        "preset `evidently`",
                                        "any column drifted",
                                        hospitals.stream().mapToInt(Alarms::evidentlyColumns),
                                        years),
                                row(
                                        "preset `evidently`",
                                        "data set drifted (half of the columns)",
                                        hospitals.stream().mapToInt(Alarms::evidentlyTable),
                                        years),
                                row(
                                        "preset `nannyml`",
                                        "any column outside its limits",
                                        hospitals.stream().mapToInt(Alarms::nannyMl),
                                        years)));
    }

    private static List<String> row(String policy, String alarm, IntStream alarmed, long years) {
        return List.of(policy, alarm, new Share(alarmed.sum(), years).toString());
    }

    private static Alarms hospital(RandomGenerator random) {
        List<double[]> numbers = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (int column = 0; column < NUMERIC; column++) {
            numbers.add(samples(column).draw(random, REFERENCE));
        }
        for (int column = 0; column < CATEGORICAL; column++) {
            labels.add(labels(random, column, REFERENCE));
        }
        List<NumericWindow> numericReference =
                numbers.stream().map(NumericWindow::of).toList();
        List<CategoricalWindow> categoricalReference =
                labels.stream().map(CategoricalWindow::of).toList();
        List<NannyMlColumn> nannyMl = new ArrayList<>();
        numbers.forEach(values -> nannyMl.add(NannyMlPreset.fit(values)));
        labels.forEach(values -> nannyMl.add(NannyMlPreset.fit(values)));
        DriftCheck check = DriftCheck.within(new FalseAlarmBudget(BUDGET, WEEKS, COLUMNS));
        boolean[][] alarmed = new boolean[4][YEARS];
        for (int week = 0; week < YEARS * WEEKS; week++) {
            int year = week / WEEKS;
            List<StreamComparison> streams = new ArrayList<>();
            int drifted = 0;
            for (int column = 0; column < NUMERIC; column++) {
                NumericWindow current = NumericWindow.of(samples(column).draw(random, A_WEEK));
                streams.add(new StreamComparison.Numeric(
                        "n" + column, java.util.Optional.empty(), numericReference.get(column), current));
                drifted += EvidentlyPreset.column(numericReference.get(column), current)
                                .isDrift()
                        ? 1
                        : 0;
                alarmed[3][year] |= nannyMl.get(column).evaluate(current).isDrift();
            }
            for (int column = 0; column < CATEGORICAL; column++) {
                CategoricalWindow current = CategoricalWindow.of(labels(random, column, A_WEEK));
                streams.add(new StreamComparison.Categorical(
                        "c" + column, java.util.Optional.empty(), categoricalReference.get(column), current));
                drifted += EvidentlyPreset.column(categoricalReference.get(column), current)
                                .isDrift()
                        ? 1
                        : 0;
                alarmed[3][year] |=
                        nannyMl.get(NUMERIC + column).evaluate(current).isDrift();
            }
            alarmed[0][year] |= !check.withSeed(week).compare(streams).drifted().isEmpty();
            alarmed[1][year] |= drifted > 0;
            alarmed[2][year] |= drifted >= EvidentlyPreset.DRIFT_SHARE * COLUMNS;
        }
        return new Alarms(years(alarmed[0]), years(alarmed[1]), years(alarmed[2]), years(alarmed[3]));
    }

    private static int years(boolean[] alarmed) {
        return (int) IntStream.range(0, alarmed.length).filter(i -> alarmed[i]).count();
    }

    private static Samples samples(int column) {
        return SHAPES.get(column % SHAPES.size());
    }

    private static List<String> labels(RandomGenerator random, int column, int size) {
        return Labels.draw(random, 2 + column, size);
    }
}
