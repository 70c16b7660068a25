package org.vigie.reports.weekly;

import java.time.Instant;

/// A span of time that holds its start and not its end.
public record Period(Instant from, Instant to) {

    public Period {
        Checks.order(from.isBefore(to), "period ends before it starts: %s to %s".formatted(from, to));
    }
}
