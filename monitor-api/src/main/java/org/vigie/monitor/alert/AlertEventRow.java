package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param comment masked before it is stored
@MappedEntity("alert_event")
record AlertEventRow(
        @Id UUID id,
        UUID alertId,
        Kind kind,
        @Nullable String week,
        @TypeDef(type = DataType.JSON) Map<String, String> detail,
        @Nullable String comment,
        Instant happenedAt,
        String happenedBy) {

    enum Kind {
        OPENED,
        /// A later week showed the same.
        SEEN_AGAIN,
        ACKNOWLEDGED,
        CLOSED
    }
}
