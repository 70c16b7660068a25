package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Outbox: written with the event that it tells of.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebhookDeliveryRepository extends GenericRepository<WebhookDeliveryRow, UUID> {

    WebhookDeliveryRow save(WebhookDeliveryRow delivery);

    Optional<WebhookDeliveryRow> findById(UUID id);

    /// The delivery due for longest that no other node holds.
    @Query("""
            select * from webhook_delivery
             where state = 'PENDING' and next_attempt_at <= :now
             order by next_attempt_at, id
             limit 1 for update skip locked
            """)
    Optional<WebhookDeliveryRow> claim(Instant now);

    @Query(
            "update webhook_delivery set state = 'DELIVERED', attempts = attempts + 1, delivered_at = :at, last_error = null where id = :id")
    void delivered(UUID id, Instant at);

    @Query("""
            update webhook_delivery
               set state = :state, attempts = attempts + 1, next_attempt_at = :next, last_error = :error
             where id = :id
            """)
    void failed(UUID id, String state, Instant next, String error);
}
