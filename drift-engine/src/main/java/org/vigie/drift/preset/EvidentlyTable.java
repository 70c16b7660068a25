package org.vigie.drift.preset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What Evidently would have said about a whole table: drift when at least a share of the columns drifted.
///
/// Columns that drifted by chance count like any other: with 20 columns at a level of 5 % each, half of them never
/// drift by chance, so the rule is deaf to a change in a few columns; where each column errs in most checks, as with
/// a small current window (see [EvidentlyPreset]), it alarms on nothing.
///
/// @param columns by name
/// @param drifted number of columns with drift
/// @param share drifted among all columns, those without an answer included; 0 for a table without columns
/// @param threshold share from which the table counts as drifted
public record EvidentlyTable(Map<String, EvidentlyFinding> columns, long drifted, double share, double threshold) {

    public EvidentlyTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static EvidentlyTable of(Map<String, EvidentlyFinding> columns, double threshold) {
        long drifted =
                columns.values().stream().filter(EvidentlyFinding::isDrift).count();
        return new EvidentlyTable(columns, drifted, share(drifted, columns.size()), threshold);
    }

    static double share(long drifted, long columns) {
        return columns == 0 ? 0 : (double) drifted / columns;
    }

    /// Whether the table counts as drifted.
    public boolean isDrift() {
        return !columns.isEmpty() && share >= threshold;
    }

    /// Columns that have no answer; Evidently would have lost the report or called them stable.
    public long inconclusive() {
        return columns.values().stream()
                .filter(EvidentlyFinding::isInconclusive)
                .count();
    }
}
