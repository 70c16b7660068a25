package org.vigie.monitor.driftcheck;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param modelVersionId null: the champion in force at each site and time
/// @param week null: asked for by a person
@MappedEntity("drift_check")
public record DriftCheckRow(
        @Id UUID id,
        String model,
        @Nullable UUID modelVersionId,
        @Nullable UUID policyId,
        @Nullable String week,
        Instant referenceFrom,
        Instant referenceTo,
        Instant currentFrom,
        Instant currentTo,
        Instant asOf,
        DriftOutcome.Verdict verdict,
        @TypeDef(type = DataType.JSON) DriftOutcome result,
        Instant checkedAt,
        String checkedBy) {}
