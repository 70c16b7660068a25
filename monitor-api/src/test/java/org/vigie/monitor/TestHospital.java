package org.vigie.monitor;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// A made-up hospital of one model with names of its own, written straight into the tables: what intake and runs
/// would have put there.
public final class TestHospital {

    private static final String HASH = "0".repeat(64);

    public final String model;
    public final String site;
    private final DataSource database;
    private final Map<String, UUID> versions = new HashMap<>();
    private Connection together;

    public TestHospital(TestService service) {
        String own = UUID.randomUUID().toString().substring(0, 8);
        model = "nodule-" + own;
        site = "site-" + own;
        database = DelegatingDataSource.unwrapDataSource(service.bean(DataSource.class));
        site(site);
        execute("insert into model values (?, 'binary-classification', 'nodule', now())", model);
    }

    /// A study that was scored.
    ///
    /// @param truth null: none
    public record Case(
            Instant acquiredAt,
            String scanner,
            Map<String, String> attributes,
            Map<String, Double> statistics,
            double score,
            float[] features,
            Boolean truth) {}

    public void site(String code) {
        execute("insert into site values (?, ?, 'UTC', now()) on conflict do nothing", code, code);
    }

    public UUID version(String version) {
        return versions.computeIfAbsent(version, _ -> {
            UUID id = UUID.randomUUID();
            execute("""
                    insert into model_version values (?, ?, ?, ?, ?, ?, 17, 0.5, '{}', 'name: x', 'none', now(), 'test')
                    """, id, model, version, HASH, HASH, HASH);
            return id;
        });
    }

    /// @param to null: until further notice
    public void role(String version, String role, String atSite, Instant from, Instant to) {
        execute(
                "insert into model_role values (?, ?, ?, ?, ?, tstzrange(?, ?), 'test', 'test', now())",
                UUID.randomUUID(),
                model,
                version(version),
                atSite,
                role,
                time(from),
                to == null ? null : time(to));
    }

    public UUID study(
            String atSite, Instant acquiredAt, Map<String, String> attributes, Map<String, Double> statistics) {
        UUID id = UUID.randomUUID();
        execute(
                "insert into study values (?, ?, ?, ?, ?, ?, ?::jsonb)",
                id,
                atSite,
                uid(),
                uid(),
                time(acquiredAt),
                time(Instant.now()),
                json(attributes));
        execute("""
                insert into instance values (?, ?, ?, ?, 1, 1, '1.2.840.10008.1.2.1', 64, 64, 1, ?, 1, ?::jsonb, ?::jsonb, now())
                """, UUID.randomUUID(), id, uid(), uid(), HASH, json(Map.of("viewPosition", "PA")), json(statistics));
        return id;
    }

    public UUID prediction(UUID study, String version, double score, float[] features) {
        UUID id = UUID.randomUUID();
        execute(
                """
                insert into prediction values (?, null, ?, ?, ?, '{}', ?, 0.5, ?, null, null, null, ?, ?, 'test', now(), now())
                """,
                id,
                version(version),
                study,
                score,
                score >= 0.5,
                features == null ? null : bytes(features),
                HASH,
                HASH);
        return id;
    }

    /// @param positive null: indeterminate
    public void truth(UUID study, Boolean positive, Instant availableAt) {
        execute(
                "insert into truth values (?, ?, 'nodule', ?, 'REPORT', ?, now(), 'test', null)",
                UUID.randomUUID(),
                study,
                positive,
                time(availableAt));
    }

    /// Studies, predictions of one version, and truths that come a week after.
    public void cases(String version, List<Case> cases) {
        together(() -> insert(version, cases));
    }

    private void insert(String version, List<Case> cases) {
        for (Case each : cases) {
            var attributes = new HashMap<>(each.attributes());
            attributes.put("manufacturerModelName", each.scanner());
            UUID study = study(site, each.acquiredAt(), attributes, each.statistics());
            prediction(study, version, each.score(), each.features());
            if (each.truth() != null) {
                truth(study, each.truth(), each.acquiredAt().plusSeconds(7 * 86_400));
            }
        }
    }

    public long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql, Object... parameters) {
        if (together != null) {
            execute(together, sql, parameters);
            return;
        }
        try (Connection connection = database.getConnection()) {
            execute(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything written meanwhile goes into one transaction: much faster.
    public void together(Runnable writing) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            together = connection;
            writing.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            together = null;
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static String uid() {
        UUID random = UUID.randomUUID();
        return "2.25." + new java.math.BigInteger(random.toString().replace("-", ""), 16);
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        return new String(TestJson.write(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(float[] features) {
        var buffer = ByteBuffer.allocate(features.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float feature : features) {
            buffer.putFloat(feature);
        }
        return buffer.array();
    }
}
