package org.vigie.monitor.flag;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param comment masked before it is stored
@MappedEntity("flag")
record FlagRow(
        @Id UUID id,
        UUID studyId,
        UUID predictionId,
        String model,
        FlagReason reason,
        @Nullable Integer severity,
        @Nullable Boolean changedDecision,
        @Nullable String expected,
        @Nullable String comment,
        String flaggedBy,
        Instant flaggedAt) {}
