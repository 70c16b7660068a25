package org.vigie.monitor.audit;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Writes entries at the end of the chain. Nodes that share a database take turns.
@Singleton
class AccessLogWriter {

    /// Any number that no other advisory lock of this service uses.
    private static final long CHAIN_LOCK = 0x41434345_53534c4fL;

    private static final String LAST = "select position, hash from access_log order by position desc limit 1";

    private static final String INSERT = """
            insert into access_log (position, at, actor, action, status, subjects, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;

    AccessLogWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void append(List<AccessEntry> entries) {
        jdbc.execute(connection -> {
            append(connection, entries);
            return entries.size();
        });
    }

    private static void append(Connection connection, List<AccessEntry> entries) throws SQLException {
        long position = 0;
        String hash = AccessEntry.BEGINNING;
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + CHAIN_LOCK + ")");
            try (ResultSet last = statement.executeQuery(LAST)) {
                if (last.next()) {
                    position = last.getLong(1);
                    hash = last.getString(2);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AccessEntry entry : entries) {
                position++;
                String previous = hash;
                hash = entry.hash(position, previous);
                insert.setLong(1, position);
                insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
                insert.setString(3, entry.actor());
                insert.setString(4, entry.action());
                insert.setInt(5, entry.status());
                insert.setArray(
                        6, connection.createArrayOf("uuid", entry.subjects().toArray(UUID[]::new)));
                insert.setString(7, previous);
                insert.setString(8, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
