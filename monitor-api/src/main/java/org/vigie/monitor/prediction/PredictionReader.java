package org.vigie.monitor.prediction;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.platform.Sql;

/// Reads predictions, as pages or as one long table.
@Singleton
class PredictionReader {

    private static final int FETCH = 1_000;

    private static final String[] COLUMNS = {
        "id",
        "study",
        "studyUid",
        "site",
        "acquiredAt",
        "model",
        "version",
        "score",
        "positive",
        "threshold",
        "predictedAt",
        "run",
        "latencyMillis",
        "executionProvider",
        "device",
        "recordedAt"
    };

    private static final String SELECT = """
            select p.id, p.study_id, s.study_uid, s.site, s.acquired_at, v.model, v.version, p.score, p.positive,
                   p.threshold, p.predicted_at, p.run_id, p.latency_millis, p.execution_provider, p.device,
                   p.recorded_at
              from prediction p
              join study s on s.id = p.study_id
              join model_version v on v.id = p.model_version_id
             where true
            """;

    private final JdbcOperations jdbc;

    PredictionReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param from of the study's acquisition, inclusive
    /// @param to of the study's acquisition, exclusive
    record Filter(
            @Nullable String model,
            @Nullable String version,
            @Nullable String site,
            @Nullable Instant from,
            @Nullable Instant to) {

        Sql query() {
            return Sql.of(SELECT)
                    .addIf(model, "and v.model = ?")
                    .addIf(version, "and v.version = ?")
                    .addIf(site, "and s.site = ?")
                    .addIf(from, "and s.acquired_at >= ?")
                    .addIf(to, "and s.acquired_at < ?");
        }
    }

    /// @param runId null: made in production and imported
    @Serdeable
    record Line(
            UUID id,
            UUID studyId,
            String studyUid,
            String site,
            Instant acquiredAt,
            String model,
            String version,
            double score,
            boolean positive,
            double threshold,
            Instant predictedAt,
            @Nullable UUID runId,
            @Nullable Double latencyMillis,
            @Nullable String executionProvider,
            @Nullable String device,
            Instant recordedAt) {}

    /// Describes a page in the API document.
    @Serdeable
    record LinePage(List<Line> items, @Nullable String next) {}

    /// Newest study first.
    @Transactional(readOnly = true)
    Page<Line> list(Filter filter, int limit, @Nullable Cursor after) {
        Sql query = filter.query();
        if (after != null) {
            query.add("and (s.acquired_at, p.id) < (?, ?)", after.at(), after.id());
        }
        List<Line> rows = query.add("order by s.acquired_at desc, p.id desc limit ?", limit + 1)
                .list(jdbc, PredictionReader::line);
        return Page.cut(rows, limit, line -> new Cursor(line.acquiredAt(), line.id()));
    }

    /// Writes all that match, oldest study first, a thousand in memory at a time. Does not close `out`.
    @Transactional(readOnly = true)
    void writeCsv(Filter filter, Writer out) {
        Sql query = filter.query().add("order by s.acquired_at, p.id");
        jdbc.execute(connection -> {
            try (PreparedStatement statement = query.prepare(connection)) {
                var csv = new CSVPrinter(
                        out, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        write(line(rows), csv);
                    }
                }
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    private static void write(Line line, CSVPrinter csv) throws IOException {
        csv.printRecord(
                line.id(),
                line.studyId(),
                line.studyUid(),
                line.site(),
                line.acquiredAt(),
                line.model(),
                line.version(),
                line.score(),
                line.positive(),
                line.threshold(),
                line.predictedAt(),
                line.runId(),
                line.latencyMillis(),
                line.executionProvider(),
                line.device(),
                line.recordedAt());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "study_id"),
                row.getString("study_uid"),
                row.getString("site"),
                Sql.instant(row, "acquired_at"),
                row.getString("model"),
                row.getString("version"),
                row.getDouble("score"),
                row.getBoolean("positive"),
                row.getDouble("threshold"),
                Sql.instant(row, "predicted_at"),
                Sql.uuidOrNull(row, "run_id"),
                Sql.numberOrNull(row, "latency_millis"),
                row.getString("execution_provider"),
                row.getString("device"),
                Sql.instant(row, "recorded_at"));
    }
}
