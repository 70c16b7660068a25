package org.vigie.monitor.alert;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.policy.Policies;

/// Puts down what the policy's webhook must be told, in the transaction in which it happened: what was recorded is
/// told, what was rolled back is not.
@Singleton
class Outbox {

    private final WebhookDeliveryRepository deliveries;
    private final Policies policies;
    private final JsonMapper json;
    private final Ids ids;

    Outbox(WebhookDeliveryRepository deliveries, Policies policies, JsonMapper json, Ids ids) {
        this.deliveries = deliveries;
        this.policies = policies;
        this.json = json;
        this.ids = ids;
    }

    /// The body of a webhook. No comment, no study, nothing of a patient.
    @Serdeable
    record Message(
            UUID event,
            String happened,
            UUID alert,
            String model,
            String kind,
            String subject,
            @Nullable String week,
            int severity,
            AlertTitle title,
            AlertWords titleText,
            Instant at) {}

    /// Does nothing for a model whose policy names no webhook.
    void put(AlertRow alert, AlertEventRow event) {
        Optional<URI> webhook = policies.inForce(alert.model())
                .flatMap(
                        applied -> Optional.ofNullable(applied.policy().alerts().webhook()));
        webhook.ifPresent(url -> deliveries.save(new WebhookDeliveryRow(
                ids.next(),
                event.id(),
                url.toString(),
                body(alert, event),
                WebhookDeliveryRow.State.PENDING,
                0,
                event.happenedAt(),
                null,
                null,
                event.happenedAt())));
    }

    private String body(AlertRow alert, AlertEventRow event) {
        var message = new Message(
                event.id(),
                event.kind().name(),
                alert.id(),
                alert.model(),
                alert.kind().name(),
                alert.kind() == AlertKind.INCIDENT ? "study" : alert.subject(),
                event.week(),
                alert.severity(),
                alert.title(),
                AlertWords.of(alert.title()),
                event.happenedAt());
        try {
            return new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
