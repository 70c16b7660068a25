package org.vigie.drift.monitor;

import java.util.List;

/// A reference table made ready by [TableMonitor#prepare]: sorted and counted once, to be compared with week
/// after week.
///
/// A week of a thousand rows then costs a sort of that thousand and searches in the reference, not a sort of
/// the reference. Immutable, and safe to share between threads.
public final class Reference {

    private final TableWindows windows;
    private final Table table;
    private final List<String> columns;
    private final TableMonitor monitor;

    Reference(Table table, TableWindows windows, List<String> columns, TableMonitor monitor) {
        this.table = table;
        this.windows = windows;
        this.columns = List.copyOf(columns);
        this.monitor = monitor;
    }

    /// Rows of the table, before one row of each cluster was taken.
    public int rows() {
        return table.rows();
    }

    /// The columns that are watched.
    public List<String> columns() {
        return columns;
    }

    TableWindows windows() {
        return windows;
    }

    /// The table as it was handed in.
    Table table() {
        return table;
    }

    /// Whether the windows are those that this monitor would make.
    boolean isFor(TableMonitor other) {
        return monitor.groupings().equals(other.groupings())
                && monitor.cluster().equals(other.cluster())
                && monitor.check().seed() == other.check().seed();
    }
}
