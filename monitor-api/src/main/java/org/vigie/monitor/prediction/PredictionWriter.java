package org.vigie.monitor.prediction;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Build;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Json;

/// Writes predictions, thousands with one statement. One that is there already stays as it is.
@Singleton
public class PredictionWriter {

    private static final int BATCH = 2_000;

    private static final String INSERT = """
            insert into prediction (id, run_id, model_version_id, study_id, score, scores, positive, threshold, features,
                                    latency_millis, execution_provider, device, onnx_sha256, preprocessing_sha256,
                                    predicted_at, service_build, recorded_at)
            select id, run_id, model_version_id, study_id, score, scores::jsonb, positive, threshold, features,
                   latency_millis, execution_provider, device, onnx_sha256, preprocessing_sha256, predicted_at, ?, ?
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::float8[], ?::text[], ?::boolean[],
                          ?::float8[], ?::bytea[], ?::float8[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::timestamptz[])
                as p (id, run_id, model_version_id, study_id, score, scores, positive, threshold, features,
                      latency_millis, execution_provider, device, onnx_sha256, preprocessing_sha256, predicted_at)
            on conflict do nothing
            """;

    private final JdbcOperations jdbc;
    private final Json json;
    private final Ids ids;
    private final Clock clock;

    PredictionWriter(JdbcOperations jdbc, Json json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return how many were new
    @Transactional
    public int add(List<NewPrediction> predictions) {
        int added = 0;
        for (int start = 0; start < predictions.size(); start += BATCH) {
            List<NewPrediction> batch = predictions.subList(start, Math.min(start + BATCH, predictions.size()));
            added += jdbc.execute(connection -> insert(connection, batch));
        }
        return added;
    }

    private int insert(Connection connection, List<NewPrediction> rows) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, Build.version());
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            var columns = new Columns(connection, insert, rows, 3);
            columns.add("uuid", _ -> ids.next());
            columns.add("uuid", NewPrediction::runId);
            columns.add("uuid", row -> row.version().id());
            columns.add("uuid", NewPrediction::studyId);
            columns.add("float8", NewPrediction::score);
            columns.add("text", row -> json.write(row.scores()));
            columns.add("bool", NewPrediction::positive);
            columns.add("float8", row -> row.version().decisionThreshold());
            columns.addBytes(NewPrediction::features);
            columns.add("float8", NewPrediction::latencyMillis);
            columns.add("text", NewPrediction::executionProvider);
            columns.add("text", NewPrediction::device);
            columns.add("text", row -> row.version().onnxSha256());
            columns.add("text", row -> row.version().preprocessingSha256());
            columns.add("timestamptz", row -> row.predictedAt().toString());
            return insert.executeUpdate();
        }
    }

    /// One array a column.
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<NewPrediction> rows;
        private int next;

        Columns(Connection connection, PreparedStatement statement, List<NewPrediction> rows, int first) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
            this.next = first;
        }

        /// The driver takes an array of objects that are arrays for one of two dimensions.
        void addBytes(Function<NewPrediction, byte @Nullable []> value) throws SQLException {
            byte[][] array = rows.stream().map(value).toArray(byte[][]::new);
            statement.setArray(next++, connection.createArrayOf("bytea", array));
        }

        void add(String type, Function<NewPrediction, @Nullable Object> value) throws SQLException {
            Array array =
                    connection.createArrayOf(type, rows.stream().map(value).toArray());
            statement.setArray(next++, array);
        }
    }
}
