package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be said of two tables without a test.
final class Notices {

    private final TableMonitor monitor;
    private final Reference reference;
    private final Table known;
    private final Table fresh;
    private final TableWindows before;
    private final TableWindows now;
    private final List<Notice> notices = new ArrayList<>();

    Notices(TableMonitor monitor, Reference reference, Table fresh, TableWindows now) {
        this.monitor = monitor;
        this.reference = reference;
        this.known = reference.table();
        this.fresh = fresh;
        this.before = reference.windows();
        this.now = now;
    }

    List<Notice> all() {
        rows();
        known.columns().forEach(this::column);
        fresh.columns().stream()
                .filter(column -> known.kind(column).isEmpty())
                .forEach(column -> notices.add(new Notice.ExtraColumn(column)));
        Stream.concat(monitor.groupings().stream(), monitor.cluster().stream()).forEach(this::labels);
        groups();
        return notices;
    }

    private void rows() {
        if (known.rows() == 0) {
            notices.add(new Notice.NoRows(Side.REFERENCE));
        }
        if (fresh.rows() == 0) {
            notices.add(new Notice.NoRows(Side.CURRENT));
        }
    }

    private void column(String name) {
        Column earlier = known.column(name).orElseThrow();
        Optional<Column> later = fresh.column(name);
        if (later.isEmpty()) {
            notices.add(new Notice.MissingColumn(name, Side.CURRENT));
        } else if (later.get().kind() != earlier.kind()) {
            notices.add(new Notice.ChangedKind(name, earlier.kind(), later.get().kind()));
        }
        if (!reference.columns().contains(name)) {
            return; // the cluster column
        }
        ColumnWindow earlierWindow = before.window(name, Optional.empty()).orElseThrow();
        Optional<ColumnWindow> laterWindow = now.window(name, Optional.empty());
        allMissing(name, Side.REFERENCE, earlierWindow, before.table().rows());
        laterWindow.ifPresent(
                window -> allMissing(name, Side.CURRENT, window, now.table().rows()));
        long infinite = laterWindow.map(ColumnWindow::infinite).orElse(0L);
        if (earlierWindow.infinite() + infinite > 0) {
            notices.add(new Notice.InfiniteValues(name, earlierWindow.infinite(), infinite));
        }
        if (earlierWindow instanceof ColumnWindow.Vectors a
                && laterWindow.isPresent()
                && laterWindow.get() instanceof ColumnWindow.Vectors b
                && ColumnWindow.comparison(name, Optional.empty(), a, b).isEmpty()) {
            notices.add(new Notice.ChangedDimensions(
                    name, a.window().dimensions(), b.window().dimensions()));
        }
    }

    private void allMissing(String name, Side side, ColumnWindow window, int rows) {
        if (rows > 0 && window.size() == 0) {
            notices.add(new Notice.AllMissing(name, side, rows));
        }
    }

    /// A column that groups rows must be there and hold labels.
    private void labels(String name) {
        if (known.kind(name).isEmpty()) {
            notices.add(new Notice.MissingColumn(name, Side.REFERENCE));
        }
        for (Side side : Side.values()) {
            Table table = side == Side.REFERENCE ? known : fresh;
            if (table.kind(name).filter(kind -> kind != ColumnKind.CATEGORICAL).isPresent()) {
                notices.add(new Notice.NotCategorical(name, side));
            }
        }
    }

    private void groups() {
        for (Group group : now.groups()) {
            if (before.rows(group) == 0 && known.labels(group.grouping()).isPresent()) {
                int rows = now.rows(group);
                notices.add(
                        new Notice.NewGroup(group, rows, rows >= monitor.check().minimumObservations()));
            }
        }
        for (Group group : before.groups()) {
            if (now.rows(group) == 0 && fresh.labels(group.grouping()).isPresent()) {
                notices.add(new Notice.GoneGroup(group, before.rows(group)));
            }
        }
    }
}
