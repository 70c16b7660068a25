package org.vigie.reports.weekly;

import java.time.Instant;

/// An alert that nobody has closed.
///
/// @param latestWeek the last week in which it was confirmed
/// @param acknowledged somebody has taken it up
public record OpenAlert(Reason reason, Severity severity, Instant openedAt, IsoWeek latestWeek, boolean acknowledged) {

    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }
}
