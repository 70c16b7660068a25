package org.vigie.drift.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.multiplicity.FalseAlarmBudget;

/// A hospital of thirty columns and fifty studies a week in which nothing changes.
class SimulatedHospitalTest {

    private static final int WEEKS = 52;
    private static final int COLUMNS = 30;
    private static final String[] VIEWS = {"PA", "AP", "LL"};

    @Test
    void aYearHasNoFalseAlarmAtABudgetOfOneInTwentyYears() {
        assertThat(weeksWithAlarms(1, new FalseAlarmBudget(0.05, WEEKS, COLUMNS)))
                .isZero();
    }

    @Test
    void aGenerousBudgetIsSpentAndNotOverspent() {
        // 13 expected at most; binomial standard deviation 3.1
        assertThat(weeksWithAlarms(2, new FalseAlarmBudget(13, WEEKS, COLUMNS))).isBetween(4, 22);
    }

    private static int weeksWithAlarms(long seed, FalseAlarmBudget budget) {
        var random = new SplittableRandom(seed);
        TableMonitor monitor = TableMonitor.of(DriftCheck.within(budget)).withThreads(2);
        Reference reference = monitor.prepare(studies(random, 1_000));
        int alarms = 0;
        for (int week = 0; week < WEEKS; week++) {
            alarms += monitor.compare(reference, studies(random, 50)).drifted().isEmpty() ? 0 : 1;
        }
        return alarms;
    }

    private static Table studies(SplittableRandom random, int rows) {
        Table.Builder table = Table.ofRows(rows);
        for (int column = 0; column < COLUMNS; column++) {
            String name = "c" + column;
            switch (column % 5) {
                case 0 -> table.categorical(name, Made.labels(random, rows, VIEWS, 6, 3, 1));
                case 1 -> table.numeric(name, years(Made.normal(random, rows, 60)));
                case 2 -> table.numeric(name, heavy(Made.normal(random, rows, 0)));
                default -> table.numeric(name, Made.normal(random, rows, 0));
            }
        }
        return table.build();
    }

    private static double[] years(double[] values) {
        return java.util.Arrays.stream(values)
                .map(x -> Math.rint(60 + 12 * (x - 60)))
                .toArray();
    }

    private static double[] heavy(double[] values) {
        return java.util.Arrays.stream(values).map(x -> x * x * x).toArray();
    }
}
