package org.vigie.monitor.caseload;

import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads scored cases with their truth as it was known at a moment.
///
/// Of several predictions of one version on one study the one made in production counts, else the first replay: they
/// are evidence, and a later replay must not change a past week.
@Singleton
public class Caseload {

    private static final Argument<Map<String, Object>> MAP = Argument.mapOf(String.class, Object.class);

    private static final String BY_VERSION = "join model_version v on v.id = ? and v.model = ?";
    private static final String BY_CHAMPION = """
            join model_role r on r.site = s.site and r.role = 'CHAMPION' and r.valid @> s.acquired_at and r.model = ?
            join model_version v on v.id = r.model_version_id\
            """;
    private static final String CASES = """
            select s.id, s.site, s.acquired_at, s.attributes, i.attributes, i.statistics,
                   v.id, p.id, p.score, p.positive, :features, t.id, t.positive, t.kind
              from study s
              :versions
              join model m on m.name = v.model
              join lateral (select p.* from prediction p
                             where p.study_id = s.id and p.model_version_id = v.id
                             order by (p.run_id is not null), p.recorded_at, p.id
                             limit 1) p on true
              left join run_case c on c.run_id = p.run_id and c.study_id = s.id
              left join lateral (select i.* from instance i
                                  where i.study_id = s.id
                                  order by (i.id is distinct from c.instance_id), i.series_number nulls last,
                                           i.instance_number nulls last, i.sop_uid
                                  limit 1) i on true
              left join lateral (select t.* from truth t
                                  where t.study_id = s.id and t.target = m.target and t.available_at <= ?
                                  order by t.available_at desc, t.recorded_at desc, t.id desc
                                  limit 1) t on true
             where s.acquired_at >= ? and s.acquired_at < ?
               and (cardinality(?::text[]) = 0 or s.site = any(?::text[]))
             order by s.acquired_at, s.id
            """;

    private final JdbcOperations jdbc;
    private final JsonMapper json;

    public Caseload(JdbcOperations jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// In the order of acquisition.
    @Transactional(readOnly = true)
    public List<ScoredCase> find(CaseQuery query) {
        String sql = CASES.replace(":features", query.withFeatures() ? "p.features" : "null::bytea")
                .replace(":versions", query.versionId() == null ? BY_CHAMPION : BY_VERSION);
        return jdbc.prepareStatement(sql, statement -> {
            bind(statement, query);
            List<ScoredCase> cases = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cases.add(row(rows));
                }
            }
            return cases;
        });
    }

    private static void bind(PreparedStatement statement, CaseQuery query) throws SQLException {
        int at = 1;
        if (query.versionId() != null) {
            statement.setObject(at++, query.versionId());
        }
        statement.setString(at++, query.model());
        statement.setObject(at++, time(query.truthAsOf()));
        statement.setObject(at++, time(query.from()));
        statement.setObject(at++, time(query.to()));
        var sites =
                statement.getConnection().createArrayOf("text", query.sites().toArray());
        statement.setArray(at++, sites);
        statement.setArray(at, sites);
    }

    private ScoredCase row(ResultSet rows) throws SQLException {
        var attributes = new HashMap<String, String>();
        map(rows.getString(4)).forEach((key, value) -> put(attributes, key, value));
        map(rows.getString(5)).forEach((key, value) -> put(attributes, key, value));
        var statistics = new HashMap<String, Double>();
        map(rows.getString(6)).forEach((key, value) -> {
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                statistics.put(key, number.doubleValue());
            }
        });
        boolean known = rows.getObject(12) != null;
        Boolean truth = (Boolean) rows.getObject(13);
        return new ScoredCase(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                attributes,
                statistics,
                rows.getObject(7, UUID.class),
                rows.getObject(8, UUID.class),
                rows.getDouble(9),
                rows.getBoolean(10),
                features(rows.getBytes(11)),
                known ? reference(truth) : null,
                rows.getString(14));
    }

    private static void put(Map<String, String> attributes, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            attributes.put(key, value instanceof List<?> list ? joined(list) : value.toString());
        }
    }

    private static String joined(List<?> values) {
        return String.join("\\", values.stream().map(String::valueOf).toList());
    }

    private static ScoredCase.Reference reference(@Nullable Boolean positive) {
        if (positive == null) {
            return ScoredCase.Reference.INDETERMINATE;
        }
        return positive ? ScoredCase.Reference.POSITIVE : ScoredCase.Reference.NEGATIVE;
    }

    /// Little-endian float32, as the runner sends them.
    private static float @Nullable [] features(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        float[] features = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(features);
        return features;
    }

    private Map<String, Object> map(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        try {
            Map<String, Object> map = json.readValue(text, MAP);
            return map == null ? Map.of() : map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
