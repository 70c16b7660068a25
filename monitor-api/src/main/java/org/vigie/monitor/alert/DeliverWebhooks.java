package org.vigie.monitor.alert;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.monitor.platform.Secrets;

/// Sends what lies in the outbox, again and again until the receiver says 2xx.
///
/// At least once: a receiver that answers after we stopped waiting gets it again, with the same event id. Waits 30 s
/// after the first failure and twice as long after each further one, six hours at most; gives up after 40 attempts,
/// about nine days. Redirects are not followed.
@Singleton
public class DeliverWebhooks {

    static final int MOST_ATTEMPTS = 40;

    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final WebhookDeliveryRepository deliveries;
    private final Secrets secrets;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    DeliverWebhooks(WebhookDeliveryRepository deliveries, Secrets secrets, Clock clock) {
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Tries the delivery that has been due for longest. Its row stays locked meanwhile, so no other node sends it too.
    ///
    /// @return whether there was one
    @Transactional
    public boolean deliverNext() {
        Instant now = clock.instant();
        return deliveries
                .claim(now)
                .map(delivery -> {
                    send(delivery, now);
                    return true;
                })
                .orElse(false);
    }

    private void send(WebhookDeliveryRow delivery, Instant now) {
        String error = attempt(delivery, now);
        if (error.isEmpty()) {
            deliveries.delivered(delivery.id(), clock.instant());
            return;
        }
        int attempts = delivery.attempts() + 1;
        boolean over = attempts >= MOST_ATTEMPTS;
        WebhookDeliveryRow.State state = over ? WebhookDeliveryRow.State.GIVEN_UP : WebhookDeliveryRow.State.PENDING;
        deliveries.failed(delivery.id(), state.name(), now.plus(wait(attempts)), error);
        LOG.warn("Webhook {} not delivered, attempt {} of {}: {}", delivery.id(), attempts, MOST_ATTEMPTS, error);
    }

    /// @return what went wrong, empty when it was received
    private String attempt(WebhookDeliveryRow delivery, Instant now) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(delivery.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "vigie")
                    .header("Vigie-Delivery", delivery.id().toString())
                    .header(
                            WebhookSignature.HEADER,
                            WebhookSignature.of(secrets.key("webhook.key"), now, delivery.body()))
                    .POST(HttpRequest.BodyPublishers.ofString(delivery.body(), StandardCharsets.UTF_8))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "answered " + status;
        } catch (IOException | IllegalArgumentException e) {
            return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
