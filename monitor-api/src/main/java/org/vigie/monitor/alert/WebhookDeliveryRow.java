package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("webhook_delivery")
record WebhookDeliveryRow(
        @Id UUID id,
        UUID alertEventId,
        String url,
        String body,
        State state,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Instant deliveredAt,
        Instant createdAt) {

    enum State {
        PENDING,
        DELIVERED,
        /// Tried for days without success.
        GIVEN_UP
    }
}
