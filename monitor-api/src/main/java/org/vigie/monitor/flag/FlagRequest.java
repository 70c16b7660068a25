package org.vigie.monitor.flag;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param studyId our id, the study's pseudonym, or its original Study Instance UID, which is hashed at the door
/// @param severity 1 (no consequence) to 4 (harm or near harm, opens an incident at once)
/// @param changedDecision whether the error changed what the clinician did
/// @param expected the answer that would have been right
@Serdeable
record FlagRequest(
        @NotBlank @Size(max = 64) String studyId,
        @NotBlank @Size(max = 64) String model,
        @NotBlank @Size(max = 32) String reason,
        @Nullable @Min(1) @Max(4) Integer severity,
        @Nullable Boolean changedDecision,
        @Nullable @Size(max = 32) String expected,
        @Nullable @Size(max = 2000) String comment) {}
