package org.vigie.monitor.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;

@MappedEntity("account")
record Account(
        @Id String username,
        String displayName,
        String passwordHash,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
        Instant createdAt,
        @Nullable Instant disabledAt) {}
