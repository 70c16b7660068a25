package org.vigie.monitor.comparison;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Whether the replay of a version gives the scores it gave in production; if not, a comparison in shadow is void.
@Singleton
public class Reproductions {

    private static final double TOLERANCE = 1e-4;

    private final JdbcOperations jdbc;

    public Reproductions(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @return nothing if no study was scored both in production and in a replay
    @Transactional(readOnly = true)
    public Optional<ComparisonResult.Reproduction> of(UUID version, Instant from, Instant to) {
        String sql = """
                select count(*), max(abs(a.score - b.score))
                  from prediction a
                  join prediction b on b.study_id = a.study_id and b.model_version_id = a.model_version_id
                                   and b.run_id is not null
                  join study s on s.id = a.study_id
                 where a.run_id is null and a.model_version_id = ? and s.acquired_at >= ? and s.acquired_at < ?
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, version);
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, to.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) == 0
                        ? Optional.empty()
                        : Optional.of(new ComparisonResult.Reproduction(rows.getLong(1), rows.getDouble(2), TOLERANCE));
            }
        });
    }
}
