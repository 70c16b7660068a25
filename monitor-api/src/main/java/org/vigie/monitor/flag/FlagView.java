package org.vigie.monitor.flag;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable
record FlagView(
        UUID id,
        UUID studyId,
        UUID predictionId,
        String model,
        String reason,
        @Nullable Integer severity,
        @Nullable Boolean changedDecision,
        @Nullable String expected,
        @Nullable String comment,
        String flaggedBy,
        Instant flaggedAt) {

    static FlagView of(FlagRow flag) {
        return new FlagView(
                flag.id(),
                flag.studyId(),
                flag.predictionId(),
                flag.model(),
                flag.reason().name(),
                flag.severity(),
                flag.changedDecision(),
                flag.expected(),
                flag.comment(),
                flag.flaggedBy(),
                flag.flaggedAt());
    }
}
