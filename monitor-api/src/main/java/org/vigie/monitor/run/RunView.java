package org.vigie.monitor.run;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A run and how far it is.
///
/// @param total cases, those included that no version could score
/// @param notScored cases for which none of the study's instances was meant for the model, or that a runner gave up
@Serdeable
record RunView(
        UUID id,
        String model,
        List<String> versions,
        Instant from,
        Instant to,
        List<String> sites,
        RunState state,
        long total,
        long done,
        long pending,
        long leased,
        long notScored,
        Map<String, Long> notScoredReasons,
        long predictions,
        List<PerVersion> perVersion,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String createdBy) {

    /// @param studiesPerSecond between the version's first and last prediction; null while they are one
    @Serdeable
    record PerVersion(
            String version,
            long predictions,
            @Nullable Double meanLatencyMillis,
            @Nullable Double studiesPerSecond) {}
}
