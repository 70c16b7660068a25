package org.vigie.drift.monitor;

import java.util.Optional;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.SmallestChange;
import org.vigie.drift.verdict.DriftVerdict;

/// What was found in one column, over all rows or in one group.
///
/// @param group the group compared; absent when all rows were
/// @param finding what was compared, the deciding statistic, its p-values, effects and sizes
/// @param detectable the smallest change that would have been found with 80 % probability; absent when
///     nothing could be judged or no change would have been found
public record StreamReport(Optional<Group> group, DriftFinding finding, Optional<SmallestChange> detectable) {

    public String column() {
        return finding.stream();
    }

    public DriftVerdict verdict() {
        return finding.verdict();
    }

    public boolean isDrifted() {
        return finding.isDrifted();
    }

    public boolean isInconclusive() {
        return finding.isInconclusive();
    }
}
