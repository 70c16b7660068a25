package org.vigie.monitor.caseload;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which versions had which role, where and when.
@Singleton
public class RolesInTime {

    private final JdbcOperations jdbc;

    public RolesInTime(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param to null: still in force
    public record Role(
            UUID versionId,
            String version,
            String onnxSha256,
            double threshold,
            String site,
            Instant from,
            @Nullable Instant to) {}

    /// Champions that were in force at some moment of `[from, to)`, by site and start.
    public List<Role> champions(String model, Instant from, Instant to) {
        return find(model, "CHAMPION", from, to);
    }

    /// Candidates that were in shadow at some moment of `[from, to)`, by site and start.
    public List<Role> candidates(String model, Instant from, Instant to) {
        return find(model, "CANDIDATE", from, to);
    }

    @Transactional(readOnly = true)
    List<Role> find(String model, String role, Instant from, Instant to) {
        String sql = """
                select v.id, v.version, v.onnx_sha256, v.threshold, r.site, lower(r.valid), upper(r.valid)
                  from model_role r join model_version v on v.id = r.model_version_id
                 where r.model = ? and r.role = ? and r.valid && tstzrange(?, ?)
                 order by r.site, lower(r.valid), v.version
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, model);
            statement.setString(2, role);
            statement.setObject(3, Caseload.time(from));
            statement.setObject(4, Caseload.time(to));
            List<Role> roles = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    roles.add(role(rows));
                }
            }
            return roles;
        });
    }

    private static Role role(ResultSet rows) throws SQLException {
        OffsetDateTime to = rows.getObject(7, OffsetDateTime.class);
        return new Role(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getDouble(4),
                rows.getString(5),
                rows.getObject(6, OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant());
    }
}
