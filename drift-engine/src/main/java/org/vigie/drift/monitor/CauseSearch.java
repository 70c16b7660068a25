package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.DriftFindings;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.parallel.Parallel;

/// Searches the groupings of a monitor for what explains the columns that drifted: see [Cause].
final class CauseSearch {

    private final TableMonitor monitor;
    private final TableWindows before;
    private final TableWindows now;
    private final List<StreamReport> ranked;

    CauseSearch(TableMonitor monitor, TableWindows before, TableWindows now, List<StreamReport> ranked) {
        this.monitor = monitor;
        this.before = before;
        this.now = now;
        this.ranked = ranked;
    }

    private record Task(String column, Grouping grouping) {}

    /// One grouping with what its rows weigh.
    private record Grouping(String name, RowGroups strata) {}

    List<Cause> causes() {
        List<String> columns = ranked.stream()
                .filter(CauseSearch::isOfValues)
                .filter(stream -> stream.isDrifted() && stream.group().isEmpty())
                .map(StreamReport::column)
                .toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        List<Grouping> groupings = new ArrayList<>();
        for (String name : monitor.groupings()) {
            Optional<Column.Labels> known = before.table().labels(name);
            Optional<Column.Labels> fresh = now.table().labels(name);
            if (known.isPresent() && fresh.isPresent()) {
                groupings.add(new Grouping(name, RowGroups.of(known.get(), fresh.get())));
            }
        }
        Map<String, Map<String, Double>> newcomers = newcomers(columns);
        List<List<Cause>> perColumn = Parallel.map(
                columns,
                column -> causes(
                        column,
                        groupings.stream()
                                .filter(grouping -> !grouping.name().equals(column))
                                .map(grouping -> new Task(column, grouping))
                                .toList(),
                        newcomers.getOrDefault(column, Map.of())),
                monitor.threads());
        return perColumn.stream().flatMap(List::stream).toList();
    }

    private static boolean isOfValues(StreamReport stream) {
        return stream.finding().kind() != DriftFinding.Kind.MISSINGNESS;
    }

    /// Adjusted p-values of the new groups that differ from the whole reference, by column and group label.
    private Map<String, Map<String, Double>> newcomers(List<String> columns) {
        List<StreamComparison> comparisons = new ArrayList<>();
        for (Group group : now.groups()) {
            if (before.rows(group) == 0) {
                for (String column : columns) {
                    before.window(column, Optional.empty())
                            .flatMap(known -> now.window(column, Optional.of(group))
                                    .flatMap(fresh ->
                                            ColumnWindow.comparison(column, Optional.of(group.label()), known, fresh)))
                            .ifPresent(comparisons::add);
                }
            }
        }
        DriftCheck check = monitor.check();
        DriftFindings found = check.compare(comparisons, monitor.threads());
        Map<String, Map<String, Double>> byColumn = new HashMap<>();
        for (DriftFinding finding : found.drifted()) {
            if (finding.kind() != DriftFinding.Kind.MISSINGNESS) {
                byColumn.computeIfAbsent(finding.stream(), column -> new TreeMap<>())
                        .put(
                                finding.group().orElseThrow(),
                                finding.adjustedPValue().orElse(1));
            }
        }
        return byColumn;
    }

    /// The groupings as explanations of one column, the best first.
    private List<Cause> causes(String column, List<Task> tasks, Map<String, Double> newcomers) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        ShiftDistance distance = ShiftDistance.of(
                before.table().column(column).orElseThrow(),
                now.table().column(column).orElseThrow());
        return tasks.stream()
                .map(task -> cause(column, task.grouping(), distance, newcomers))
                .sorted(Comparator.comparing((Cause cause) -> !cause.explains())
                        .thenComparing(cause -> !cause.suffices())
                        .thenComparing(CauseSearch::byThrift)
                        .thenComparing(Cause::grouping))
                .toList();
    }

    /// Of explanations that suffice the one that takes the fewest rows, of others the one that explains most.
    private static int byThrift(Cause one, Cause other) {
        return one.suffices() && one.explains()
                ? Double.compare(one.rows(), other.rows())
                : Double.compare(other.shareExplained(), one.shareExplained());
    }

    private Cause cause(String column, Grouping grouping, ShiftDistance distance, Map<String, Double> newcomers) {
        Map<String, Double> fresh = new TreeMap<>();
        for (Group group : now.groups()) {
            Double p = newcomers.get(group.label());
            if (group.grouping().equals(grouping.name()) && p != null) {
                fresh.put(group.value(), p);
            }
        }
        Map<String, Double> moved = new TreeMap<>();
        int judged = 0;
        for (StreamReport stream : ranked) {
            if (isOfValues(stream) && stream.column().equals(column) && isOf(grouping, stream)) {
                judged += stream.isInconclusive() ? 0 : 1;
                if (stream.isDrifted()) {
                    moved.put(
                            stream.group().orElseThrow().value(),
                            stream.finding().adjustedPValue().orElse(1));
                }
            }
        }
        RowGroups strata = grouping.strata();
        ShiftDistance.Value whole = distance.between(strata.equalWeights());
        if (judged > 1 && moved.size() == judged) {
            return new Cause(
                    column,
                    grouping.name(),
                    Cause.Kind.EVERYWHERE,
                    List.copyOf(moved.keySet()),
                    0,
                    false,
                    smallest(moved),
                    whole.excess(),
                    whole.excess(),
                    0);
        }
        if (!moved.isEmpty() || !fresh.isEmpty()) {
            Map<String, Double> blamed = new TreeMap<>(moved);
            blamed.putAll(fresh);
            return explained(
                    column,
                    grouping.name(),
                    moved.isEmpty() ? Cause.Kind.NEW_GROUPS : Cause.Kind.WITHIN_GROUPS,
                    blamed,
                    whole,
                    distance.between(strata.weightsWithout(blamed.keySet())),
                    strata.currentRows(blamed.keySet()));
        }
        Optional<StreamReport> mix = ranked.stream()
                .filter(stream -> isOfValues(stream)
                        && stream.group().isEmpty()
                        && stream.column().equals(grouping.name())
                        && stream.isDrifted())
                .findFirst();
        if (mix.isPresent()) {
            Map<String, Double> changed = new TreeMap<>();
            double p = mix.get().finding().adjustedPValue().orElse(1);
            strata.changedShares().forEach(group -> changed.put(group, p));
            RowGroups.Weighted weighted = strata.weightsOfTheReferenceMix();
            return explained(
                    column,
                    grouping.name(),
                    Cause.Kind.MIX,
                    changed,
                    whole,
                    distance.between(weighted.weights()),
                    weighted.rowsMoved());
        }
        return new Cause(
                column,
                grouping.name(),
                Cause.Kind.NONE,
                List.of(),
                0,
                false,
                OptionalDouble.empty(),
                whole.excess(),
                whole.excess(),
                0);
    }

    private static boolean isOf(Grouping grouping, StreamReport stream) {
        return stream.group()
                .filter(group -> group.grouping().equals(grouping.name()))
                .isPresent();
    }

    private static Cause explained(
            String column,
            String grouping,
            Cause.Kind kind,
            Map<String, Double> blamed,
            ShiftDistance.Value whole,
            ShiftDistance.Value left,
            double rows) {
        double share = whole.excess() == 0 ? 0 : Math.clamp(1 - left.excess() / whole.excess(), 0, 1);
        return new Cause(
                column,
                grouping,
                kind,
                List.copyOf(blamed.keySet()),
                share,
                left.squared() <= 3 * left.byChance(),
                smallest(blamed),
                whole.excess(),
                left.excess(),
                rows);
    }

    private static OptionalDouble smallest(Map<String, Double> pValues) {
        return Stream.of(pValues.values())
                .flatMap(java.util.Collection::stream)
                .mapToDouble(p -> p)
                .min();
    }
}
