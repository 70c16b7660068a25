package org.vigie.demo.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What the readers agreed on, and when it became known.
///
/// @param studyUid original Study Instance UID
/// @param positive the consensus
/// @param adjudicated whether a third reader had to decide
/// @param availableAt two to five weeks after the study
public record ReferenceReading(String studyUid, boolean positive, boolean adjudicated, Instant availableAt) {
    static final Duration EARLIEST = Duration.of(14, ChronoUnit.DAYS);
    static final Duration LATEST = Duration.of(35, ChronoUnit.DAYS);
}
