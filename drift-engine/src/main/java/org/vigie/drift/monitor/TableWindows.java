package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.drift.parallel.Parallel;

/// The columns of one table as windows: over all rows, and over the rows of each group.
final class TableWindows {

    private final Table table;
    private final Map<Key, ColumnWindow> windows;
    private final SortedMap<Group, int[]> groups;

    private record Key(String column, Optional<Group> group) {}

    private TableWindows(Table table, Map<Key, ColumnWindow> windows, SortedMap<Group, int[]> groups) {
        this.table = table;
        this.windows = windows;
        this.groups = groups;
    }

    /// Sorts and counts; a column of a table has no windows in the groups that it makes itself.
    static TableWindows of(Table table, List<String> columns, List<String> groupings, int threads) {
        SortedMap<Group, int[]> groups = new TreeMap<>();
        for (String grouping : groupings) {
            table.labels(grouping).ifPresent(labels -> groups.putAll(rowsByGroup(grouping, labels)));
        }
        List<Key> keys = new ArrayList<>();
        for (String column : columns) {
            keys.add(new Key(column, Optional.empty()));
            for (Group group : groups.keySet()) {
                if (!group.grouping().equals(column)) {
                    keys.add(new Key(column, Optional.of(group)));
                }
            }
        }
        List<ColumnWindow> built = Parallel.map(keys, key -> window(table, key, groups), threads);
        Map<Key, ColumnWindow> windows = HashMap.newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            windows.put(keys.get(i), built.get(i));
        }
        return new TableWindows(table, windows, Collections.unmodifiableSortedMap(groups));
    }

    private static ColumnWindow window(Table table, Key key, Map<Group, int[]> groups) {
        Column column = table.column(key.column()).orElseThrow();
        return key.group()
                .map(group -> column.select(groups.getOrDefault(group, new int[0])))
                .orElse(column)
                .window();
    }

    private static Map<Group, int[]> rowsByGroup(String grouping, Column.Labels labels) {
        int[] sizes = new int[labels.dictionary().size()];
        for (int code : labels.codes()) {
            if (code != Column.MISSING) {
                sizes[code]++;
            }
        }
        int[][] rows = new int[sizes.length][];
        for (int code = 0; code < sizes.length; code++) {
            rows[code] = new int[sizes[code]];
        }
        int[] next = new int[sizes.length];
        for (int row = 0; row < labels.codes().length; row++) {
            int code = labels.codes()[row];
            if (code != Column.MISSING) {
                rows[code][next[code]++] = row;
            }
        }
        Map<Group, int[]> groups = new HashMap<>();
        for (int code = 0; code < sizes.length; code++) {
            if (sizes[code] > 0) {
                groups.put(new Group(grouping, labels.dictionary().get(code)), rows[code]);
            }
        }
        return groups;
    }

    Table table() {
        return table;
    }

    /// The groups that have rows.
    List<Group> groups() {
        return List.copyOf(groups.keySet());
    }

    int rows(Group group) {
        return groups.getOrDefault(group, new int[0]).length;
    }

    Optional<ColumnWindow> window(String column, Optional<Group> group) {
        return Optional.ofNullable(windows.get(new Key(column, group)));
    }
}
