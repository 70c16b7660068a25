package org.vigie.monitor.policy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// @param yaml as it was applied, comments included
@MappedEntity("policy")
record PolicyRow(
        @Id UUID id,
        String model,
        int version,
        String owner,
        String reason,
        String yaml,
        String sha256,
        Instant appliedAt,
        String appliedBy) {}
