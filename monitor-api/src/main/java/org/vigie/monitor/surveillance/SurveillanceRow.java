package org.vigie.monitor.surveillance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("surveillance")
public record SurveillanceRow(
        @Id UUID id,
        String model,
        String week,
        UUID policyId,
        UUID driftCheckId,
        Instant asOf,
        @TypeDef(type = DataType.JSON) SurveillanceResult result,
        Instant doneAt,
        String doneBy) {}
