package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.parallel.Parallel;

/// Watches all columns of a table: compares a current window, or chunk after chunk, with a reference.
///
/// ## Definition
///
/// Each column of the reference is compared over all rows and in each group that has rows in both windows, as
/// [DriftCheck] compares streams: one deciding test per stream, the share of missing values as a stream of
/// its own, all p-values adjusted together by Holm's procedure. The report is drifted with at most the
/// family-wise level when nothing changed.
///
/// Whatever the data are like, there is a report: a column that is missing, of another kind, empty or thin is
/// a finding of its own beside the others. Only misuse throws.
///
/// ## Clusters
///
/// Rows of one patient are alike, so that a test which takes them as independent alarms too often. When a
/// cluster column is named, one row of each cluster enters each window, picked by a hash of its position and
/// the seed: every test then holds its level, at the price of the rows left out. Rows without a
/// cluster stand for themselves.
///
/// ## Threads
///
/// Columns are worked on in parallel. The report is the same whatever the number of threads.
///
/// @param check the level, the fewest observations and the seed
/// @param groupings categorical columns by whose labels rows are grouped, such as scanner and site
/// @param cluster column that names the patient of a row; absent when rows are independent
/// @param threads to work on
public record TableMonitor(DriftCheck check, List<String> groupings, Optional<String> cluster, int threads) {

    /// @throws IllegalArgumentException if `threads < 1` or a grouping comes twice
    public TableMonitor {
        groupings = List.copyOf(groupings);
        Parallel.requireThreads(threads);
        if (groupings.stream().distinct().count() < groupings.size()) {
            throw new IllegalArgumentException("a grouping comes twice in " + groupings);
        }
    }

    /// A monitor on one thread, without groups or clusters.
    public static TableMonitor of(DriftCheck check) {
        return new TableMonitor(check, List.of(), Optional.empty(), 1);
    }

    public TableMonitor withGroupings(String... columns) {
        return new TableMonitor(check, List.of(columns), cluster, threads);
    }

    public TableMonitor withCluster(String column) {
        return new TableMonitor(check, groupings, Optional.of(column), threads);
    }

    public TableMonitor withThreads(int number) {
        return new TableMonitor(check, groupings, cluster, number);
    }

    /// Sorts and counts the reference, once for many comparisons.
    public Reference prepare(Table table) {
        Table rows = oneRowOfEachCluster(table);
        List<String> columns = table.columns().stream()
                .filter(column -> !cluster.equals(Optional.of(column)))
                .toList();
        return new Reference(table, TableWindows.of(rows, columns, groupings, threads), columns, this);
    }

    /// Compares a table with a reference that was made ready by a monitor of the same groupings, cluster and
    /// seed.
    ///
    /// @throws IllegalArgumentException if the reference was made ready by a monitor that differs in these
    public TableReport compare(Reference reference, Table current) {
        if (!reference.isFor(this)) {
            throw new IllegalArgumentException(
                    "the reference was prepared by a monitor of other groups, cluster or seed");
        }
        Table rows = oneRowOfEachCluster(current);
        List<String> comparable =
                reference.columns().stream().filter(rows.columns()::contains).toList();
        TableWindows windows = TableWindows.of(rows, comparable, groupings, threads);
        return new TableComparison(this, reference, current, windows).report();
    }

    /// Compares two tables.
    public TableReport compare(Table reference, Table current) {
        return compare(prepare(reference), current);
    }

    /// Compares chunk after chunk with the same reference, each at the level of the check.
    ///
    /// @throws IllegalArgumentException as for [#compare(Reference, Table)]
    public List<ChunkReport> compare(Reference reference, List<Chunk> chunks) {
        List<ChunkReport> reports = new ArrayList<>();
        for (Chunk chunk : chunks) {
            reports.add(new ChunkReport(chunk.name(), chunk.complete(), compare(reference, chunk.table())));
        }
        return List.copyOf(reports);
    }

    private Table oneRowOfEachCluster(Table table) {
        return cluster.flatMap(table::labels)
                .map(labels -> table.select(Clusters.oneRowOfEach(labels, check.seed())))
                .orElse(table);
    }
}
