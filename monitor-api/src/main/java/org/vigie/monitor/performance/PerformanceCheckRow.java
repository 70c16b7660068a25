package org.vigie.monitor.performance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("performance_check")
record PerformanceCheckRow(
        @Id UUID id,
        String model,
        @Nullable UUID modelVersionId,
        @Nullable UUID policyId,
        @Nullable String site,
        Instant acquiredFrom,
        Instant acquiredTo,
        Instant asOf,
        @TypeDef(type = DataType.JSON) PerformanceResult result,
        Instant checkedAt,
        String checkedBy) {}
