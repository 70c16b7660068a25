package org.vigie.drift.monitor;

import java.util.List;
import org.vigie.drift.verdict.DriftVerdict;

/// What was found in one column: over all rows, among its missing values, and in each group.
///
/// @param verdict drifted if any of it drifted, inconclusive if none of it could be judged, else stable
/// @param streams ranked as in the report
public record ColumnReport(String column, DriftVerdict verdict, List<StreamReport> streams) {

    public ColumnReport {
        streams = List.copyOf(streams);
    }
}
