package org.vigie.monitor.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads the access log and checks its chain.
@Singleton
class AccessLogReader {

    private static final String COLUMNS =
            "select position, at, actor, action, status, subjects, previous_hash, hash from access_log ";
    private static final int FETCH = 1_000;

    private final JdbcOperations jdbc;

    AccessLogReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Serdeable
    record Line(
            long position,
            Instant at,
            String actor,
            String action,
            int status,
            List<UUID> subjects,
            String previousHash,
            String hash) {}

    /// @param brokenAt position of the first entry that does not fit; null when all do
    @Serdeable
    record Verification(
            boolean intact,
            long entries,
            @Nullable Long brokenAt,
            @Nullable String lastHash) {}

    /// Newest first.
    @Transactional(readOnly = true)
    List<Line> before(long position, int limit) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(COLUMNS + "where position < ? order by position desc limit ?")) {
                query.setLong(1, position);
                query.setInt(2, limit);
                var lines = new ArrayList<Line>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        lines.add(line(rows));
                    }
                }
                return lines;
            }
        });
    }

    /// Recomputes every hash from the first entry on.
    @Transactional(readOnly = true)
    Verification verify() {
        return jdbc.execute(AccessLogReader::verify);
    }

    static Verification verify(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COLUMNS + "order by position")) {
            query.setFetchSize(FETCH);
            long entries = 0;
            String previous = AccessEntry.BEGINNING;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Line line = line(rows);
                    entries++;
                    var entry = new AccessEntry(line.at(), line.actor(), line.action(), line.status(), line.subjects());
                    boolean fits = line.position() == entries
                            && line.previousHash().equals(previous)
                            && line.hash().equals(entry.hash(entries, previous));
                    if (!fits) {
                        return new Verification(false, entries, line.position(), null);
                    }
                    previous = line.hash();
                }
            }
            return new Verification(true, entries, null, previous);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                List.of((UUID[]) row.getArray(6).getArray()),
                row.getString(7),
                row.getString(8));
    }
}
