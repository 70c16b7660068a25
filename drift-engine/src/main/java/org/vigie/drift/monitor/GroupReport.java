package org.vigie.drift.monitor;

import java.util.List;
import org.vigie.drift.verdict.DriftVerdict;

/// What was found in one group, such as one scanner, compared with itself.
///
/// @param verdict drifted if any column drifted in it, inconclusive if none could be judged, else stable
/// @param streams ranked as in the report
public record GroupReport(Group group, DriftVerdict verdict, List<StreamReport> streams) {

    public GroupReport {
        streams = List.copyOf(streams);
    }
}
