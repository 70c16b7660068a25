package org.vigie.benchmarks;

import java.util.Arrays;
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
import org.vigie.drift.DriftCheck;
import org.vigie.drift.monitor.Reference;
import org.vigie.drift.monitor.Table;
import org.vigie.drift.monitor.TableMonitor;
import org.vigie.drift.monitor.TableReport;

/// What a whole report costs: fifty numeric columns, from the raw arrays to verdicts, effects and the smallest
/// detectable shifts.
///
/// Question it answers: how long does a hospital wait for the report of 100,000 rows on each side, and of a week
/// against a kept reference? The floor is the sort of all columns of both sides, measured beside it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class TableMonitorBenchmark {

    private static final int COLUMNS = 50;

    @Param({"1", "2"})
    int threads;

    /// Rows of the reference and of the current window.
    @Param({"100000x100000", "1000000x1000"})
    String rows = "";

    private double[][] before = {};
    private double[][] now = {};
    private TableMonitor monitor = TableMonitor.of(DriftCheck.atFamilyWiseLevel(0.001));
    private Reference kept = monitor.prepare(Table.ofRows(0).build());

    @Setup
    public void drawTables() {
        String[] sizes = rows.split("x", -1);
        var random = new SplittableRandom(1);
        before = columns(random, Integer.parseInt(sizes[0]));
        now = columns(random, Integer.parseInt(sizes[1]));
        monitor = monitor.withThreads(threads);
        kept = monitor.prepare(table(before));
    }

    @Benchmark
    public double sortOfAllColumnsAlone() {
        double sum = 0;
        for (double[][] side : new double[][][] {before, now}) {
            for (double[] column : side) {
                double[] sorted = column.clone();
                Arrays.sort(sorted);
                sum += sorted[0];
            }
        }
        return sum;
    }

    @Benchmark
    public TableReport reportFromTwoTables() {
        return monitor.compare(table(before), table(now));
    }

    @Benchmark
    public TableReport reportAgainstAKeptReference() {
        return monitor.compare(kept, table(now));
    }

    private static double[][] columns(SplittableRandom random, int rows) {
        double[][] columns = new double[COLUMNS][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        return columns;
    }

    private static Table table(double[][] columns) {
        Table.Builder table = Table.ofRows(columns[0].length);
        for (int c = 0; c < columns.length; c++) {
            table.numeric("column " + c, columns[c]);
        }
        return table.build();
    }
}
