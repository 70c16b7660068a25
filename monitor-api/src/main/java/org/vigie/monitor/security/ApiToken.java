package org.vigie.monitor.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@MappedEntity("api_token")
record ApiToken(
        @Id UUID id,
        String name,
        String tokenSha256,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
