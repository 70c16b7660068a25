package org.vigie.drift.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vigie.drift.verdict.DriftVerdict;

/// What a monitor found in one pair of tables.
///
/// ## Reading the value
///
/// The verdict on the table is that of one global test: drifted when the smallest of the Holm-adjusted
/// p-values reaches the family-wise level. When nothing changed it is drifted with at most that probability,
/// whatever the number of columns and groups and however they depend on each other. (A rule such as "half of
/// the columns drifted" has no such level and misses a change of one column.)
///
/// A table is stable when something could be judged and nothing drifted; columns that could not be judged
/// are among [#unjudged] and call for attention all the same.
///
/// @param referenceRows rows compared, one for each cluster if rows are clustered
/// @param currentRows rows compared, likewise
/// @param ranked drifted streams first, strongest evidence first, inconclusive ones last
/// @param notices facts that need no test
/// @param causes for each drifted column and each grouping, how far the grouping explains the drift; the best
///     explanation of a column first
/// @param familyWiseLevel probability of any false alarm in this report
/// @param levelPerTest level of the strictest test
/// @param pValue of the whole table; absent when nothing could be judged
public record TableReport(
        int referenceRows,
        int currentRows,
        DriftVerdict verdict,
        OptionalDouble pValue,
        List<StreamReport> ranked,
        List<Notice> notices,
        List<Cause> causes,
        double familyWiseLevel,
        double levelPerTest) {

    public TableReport {
        ranked = List.copyOf(ranked);
        notices = List.copyOf(notices);
        causes = List.copyOf(causes);
    }

    public List<StreamReport> drifted() {
        return ranked.stream().filter(StreamReport::isDrifted).toList();
    }

    public List<StreamReport> unjudged() {
        return ranked.stream().filter(StreamReport::isInconclusive).toList();
    }

    /// Whether somebody should look: something drifted, a fact calls for it, or a column could not be judged
    /// over all rows.
    public boolean needsAttention() {
        return verdict instanceof DriftVerdict.Drifted
                || notices.stream().anyMatch(Notice::callsForAttention)
                || unjudged().stream().anyMatch(stream -> stream.group().isEmpty());
    }

    /// Every column, the one with the strongest evidence first.
    public List<ColumnReport> columns() {
        Map<String, List<StreamReport>> byColumn = ranked.stream()
                .collect(Collectors.groupingBy(StreamReport::column, LinkedHashMap::new, Collectors.toList()));
        return byColumn.entrySet().stream()
                .map(each -> new ColumnReport(each.getKey(), verdictOn(each.getValue()), each.getValue()))
                .toList();
    }

    /// Every group with rows in both windows, the one with the strongest evidence first.
    public List<GroupReport> groups() {
        Map<Group, List<StreamReport>> byGroup = ranked.stream()
                .filter(stream -> stream.group().isPresent())
                .collect(Collectors.groupingBy(
                        stream -> stream.group().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(each -> new GroupReport(each.getKey(), verdictOn(each.getValue()), each.getValue()))
                .toList();
    }

    public Optional<ColumnReport> column(String name) {
        return columns().stream().filter(each -> each.column().equals(name)).findFirst();
    }

    /// The best explanation of a column's drift, if a grouping explains it.
    public Optional<Cause> cause(String column) {
        return causes.stream()
                .filter(cause -> cause.column().equals(column) && cause.explains())
                .findFirst();
    }

    private static DriftVerdict verdictOn(List<StreamReport> streams) {
        // ranked: a drifted stream comes first, a stable one before any that could not be judged
        return streams.getFirst().verdict();
    }
}
