package org.vigie.monitor.study;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.vigie.monitor.platform.Sql;

/// Reads what is known of instances.
@Singleton
public class InstanceReader {

    private static final String COLUMNS = """
            select i.id, i.study_id, i.series_uid, i.sop_uid, i.transfer_syntax, i.frames, i.sha256
              from instance i
              join study s on s.id = i.study_id
            """;

    private static final String ORDER = "order by i.series_number nulls last, i.instance_number nulls last, i.sop_uid";

    private final JdbcOperations jdbc;
    private final ImageStore store;

    InstanceReader(JdbcOperations jdbc, ImageStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /// An instance and where its file lies.
    public record StoredInstance(
            UUID id, UUID studyId, String seriesUid, String sopUid, String transferSyntax, int frames, Path file) {}

    /// @throws UnknownInstance if there is none
    @Transactional(readOnly = true)
    Path file(UUID id) {
        return Sql.of(COLUMNS + "where i.id = ?", id)
                .first(jdbc, this::row)
                .orElseThrow(UnknownInstance::new)
                .file();
    }

    /// The instances of a study, in the order of their numbers.
    @Transactional(readOnly = true)
    public List<StoredInstance> ofStudy(String studyUid) {
        return Sql.of(COLUMNS + "where s.study_uid = ?", studyUid).add(ORDER).list(jdbc, this::row);
    }

    @Transactional(readOnly = true)
    public List<StoredInstance> ofSeries(String studyUid, String seriesUid) {
        return Sql.of(COLUMNS + "where s.study_uid = ? and i.series_uid = ?", studyUid, seriesUid)
                .add(ORDER)
                .list(jdbc, this::row);
    }

    /// @throws UnknownInstance if there is none
    @Transactional(readOnly = true)
    public StoredInstance require(String studyUid, String seriesUid, String sopUid) {
        return Sql.of(
                        COLUMNS + "where s.study_uid = ? and i.series_uid = ? and i.sop_uid = ?",
                        studyUid,
                        seriesUid,
                        sopUid)
                .first(jdbc, this::row)
                .orElseThrow(UnknownInstance::new);
    }

    private StoredInstance row(ResultSet row) throws SQLException {
        return new StoredInstance(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "study_id"),
                row.getString("series_uid"),
                row.getString("sop_uid"),
                row.getString("transfer_syntax"),
                row.getInt("frames"),
                store.path(row.getString("sha256")));
    }
}
