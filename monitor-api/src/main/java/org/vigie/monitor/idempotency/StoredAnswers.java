package org.vigie.monitor.idempotency;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Sql;

/// Keys with the answers that were given. Kept for a day.
@Singleton
class StoredAnswers {

    private static final Duration KEPT = Duration.ofDays(1);

    /// A request that took longer died with its service.
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private final JdbcOperations jdbc;
    private final Clock clock;

    StoredAnswers(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A key of one caller.
    record CallerKey(String actor, String key) {}

    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {}

    private record Row(
            String request, String bodySha256, @Nullable Answer answer) {}

    /// Takes the key for a request.
    ///
    /// @return the answer that was given to the same request, empty if it is the first
    /// @throws KeyReused if it was another request
    /// @throws RequestInProgress if the same request is not answered yet
    @Transactional
    Optional<Answer> begin(CallerKey key, String request, String bodySha256) {
        Instant now = clock.instant();
        Sql.of("""
                        delete from idempotency_key
                         where created_at < ? or (status is null and created_at < ?)
                        """, now.minus(KEPT), now.minus(LONGEST_REQUEST)).update(jdbc);
        int taken =
                Sql.of("""
                        insert into idempotency_key (actor, key, request, body_sha256, created_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (actor, key) do nothing
                        """, key.actor(), key.key(), request, bodySha256, now).update(jdbc);
        if (taken == 1) {
            return Optional.empty();
        }
        Row row = row(key);
        if (!row.request().equals(request) || !row.bodySha256().equals(bodySha256)) {
            throw new KeyReused();
        }
        if (row.answer() == null) {
            throw new RequestInProgress();
        }
        return Optional.of(row.answer());
    }

    @Transactional
    void finish(CallerKey key, Answer answer) {
        Sql.of("""
                        update idempotency_key set status = ?, content_type = ?, location = ?, body = ?
                         where actor = ? and key = ?
                        """, answer.status(), answer.contentType(), answer.location(), answer.body(), key.actor(), key.key())
                .update(jdbc);
    }

    /// Gives the key back: the request failed on our side and may be tried again.
    @Transactional
    void forget(CallerKey key) {
        Sql.of("delete from idempotency_key where actor = ? and key = ?", key.actor(), key.key())
                .update(jdbc);
    }

    private Row row(CallerKey key) {
        return Sql.of("select * from idempotency_key where actor = ? and key = ?", key.actor(), key.key())
                .first(jdbc, row -> {
                    Integer status = Sql.integerOrNull(row, "status");
                    Answer answer = status == null
                            ? null
                            : new Answer(
                                    status,
                                    row.getString("content_type"),
                                    row.getString("location"),
                                    row.getBytes("body"));
                    return new Row(row.getString("request"), row.getString("body_sha256"), answer);
                })
                .orElseThrow(RequestInProgress::new);
    }
}
