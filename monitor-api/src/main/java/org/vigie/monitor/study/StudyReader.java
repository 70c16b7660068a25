package org.vigie.monitor.study;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Json;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.platform.Sql;
import org.vigie.monitor.study.StudyViews.PredictionView;

/// Reads studies as they are listed and shown.
@Singleton
class StudyReader {

    /// The prediction of the champion in force at the study's site and time: the one made in production, else the first
    /// replay. Of several models the first by name. The one parameter is the model, null for any.
    private static final String CHAMPION = """
            left join lateral (
                select p.id as prediction_id, r.model, v.version, p.score, p.positive, p.threshold, p.predicted_at
                  from model_role r
                  join model_version v on v.id = r.model_version_id
                  join prediction p on p.study_id = s.id and p.model_version_id = r.model_version_id
                 where r.site = s.site
                   and r.role = 'CHAMPION'
                   and r.valid @> s.acquired_at
                   and r.model = coalesce(cast(? as text), r.model)
                 order by r.model, (p.run_id is not null), p.recorded_at, p.id
                 limit 1) c on true
            """;

    /// Parameters: who asks, and the model, null for any.
    private static final String FLAGS = """
            left join lateral (
                select count(*) as flags, coalesce(bool_or(f.flagged_by = ?), false) as flagged_by_me
                  from flag f
                 where f.study_id = s.id
                   and f.model = coalesce(cast(? as text), f.model)) g on true
            """;

    private static final String COLUMNS = """
            select s.id, s.study_uid, s.site, s.acquired_at, s.recorded_at, s.attributes, c.*, g.*
              from study s
            """;

    private final JdbcOperations jdbc;
    private final Json json;

    StudyReader(JdbcOperations jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What a reading list shows.
    record Filter(
            @Nullable String site,
            @Nullable String model,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean flagged,
            String asker) {}

    /// Newest first.
    @Transactional(readOnly = true)
    Page<StudyViews.Line> list(Filter filter, int limit, @Nullable Cursor after) {
        Sql query = Sql.of(COLUMNS)
                .add(CHAMPION, filter.model())
                .add(FLAGS, filter.asker(), filter.model())
                .add("where true")
                .addIf(filter.site(), "and s.site = ?")
                .addIf(filter.from(), "and s.acquired_at >= ?")
                .addIf(filter.to(), "and s.acquired_at < ?")
                .addIf(filter.flagged(), "and (g.flags > 0) = ?");
        if (after != null) {
            query.add("and (s.acquired_at, s.id) < (?, ?)", after.at(), after.id());
        }
        List<StudyViews.Line> rows = query.add("order by s.acquired_at desc, s.id desc limit ?", limit + 1)
                .list(jdbc, this::line);
        return Page.cut(rows, limit, row -> new Cursor(row.acquiredAt(), row.id()));
    }

    /// @throws UnknownStudy if there is none
    @Transactional(readOnly = true)
    StudyViews.Study show(UUID id, @Nullable String model, String asker, boolean withShadow, boolean withTruth) {
        return Sql.of(COLUMNS)
                .add(CHAMPION, model)
                .add(FLAGS, asker, model)
                .add("where s.id = ?", id)
                .first(jdbc, row -> study(row, model, withShadow, withTruth))
                .orElseThrow(UnknownStudy::new);
    }

    private StudyViews.Study study(ResultSet row, @Nullable String model, boolean withShadow, boolean withTruth)
            throws SQLException {
        UUID id = Sql.uuid(row, "id");
        PredictionView champion = prediction(row);
        return new StudyViews.Study(
                id,
                row.getString("study_uid"),
                row.getString("site"),
                Sql.instant(row, "acquired_at"),
                Sql.instant(row, "recorded_at"),
                json.object(row.getString("attributes")),
                instances(id),
                champion,
                row.getLong("flags"),
                row.getBoolean("flagged_by_me"),
                withShadow ? shadow(id, model) : null,
                withTruth ? truth(id) : null);
    }

    private List<StudyViews.Instance> instances(UUID studyId) {
        return Sql.of("""
                        select *
                          from instance
                         where study_id = ?
                         order by series_number nulls last, instance_number nulls last, sop_uid
                        """, studyId)
                .list(
                        jdbc,
                        row -> new StudyViews.Instance(
                                Sql.uuid(row, "id"),
                                row.getString("series_uid"),
                                row.getString("sop_uid"),
                                row.getInt("pixel_rows"),
                                row.getInt("pixel_columns"),
                                row.getInt("frames"),
                                row.getString("transfer_syntax"),
                                json.object(row.getString("attributes")),
                                json.object(row.getString("statistics"))));
    }

    /// Of each version that was not champion there and then: its production prediction, else its first replay.
    private List<PredictionView> shadow(UUID studyId, @Nullable String model) {
        return Sql.of("""
                        select distinct on (v.model, v.version)
                               p.id as prediction_id, v.model, v.version, p.score, p.positive, p.threshold,
                               p.predicted_at
                          from prediction p
                          join study s on s.id = p.study_id
                          join model_version v on v.id = p.model_version_id
                         where p.study_id = ?
                           and v.model = coalesce(cast(? as text), v.model)
                           and not exists (select 1
                                             from model_role r
                                            where r.model_version_id = v.id
                                              and r.site = s.site
                                              and r.role = 'CHAMPION'
                                              and r.valid @> s.acquired_at)
                         order by v.model, v.version, (p.run_id is not null), p.recorded_at, p.id
                        """, studyId, model).list(jdbc, StudyReader::given);
    }

    private List<StudyViews.Truth> truth(UUID studyId) {
        return Sql.of("""
                        select distinct on (target) target, positive, kind, available_at
                          from truth
                         where study_id = ?
                         order by target, available_at desc, recorded_at desc, id desc
                        """, studyId)
                .list(
                        jdbc,
                        row -> new StudyViews.Truth(
                                row.getString("target"),
                                (Boolean) row.getObject("positive"),
                                row.getString("kind"),
                                Sql.instant(row, "available_at")));
    }

    private StudyViews.Line line(ResultSet row) throws SQLException {
        Map<String, Object> attributes = json.object(row.getString("attributes"));
        return new StudyViews.Line(
                Sql.uuid(row, "id"),
                row.getString("study_uid"),
                row.getString("site"),
                Sql.instant(row, "acquired_at"),
                attributes.get("modality"),
                attributes.get("bodyPartExamined"),
                attributes.get("viewPosition"),
                attributes.get("manufacturerModelName"),
                prediction(row),
                row.getLong("flags"),
                row.getBoolean("flagged_by_me"));
    }

    private static @Nullable PredictionView prediction(ResultSet row) throws SQLException {
        return Sql.uuidOrNull(row, "prediction_id") == null ? null : given(row);
    }

    private static PredictionView given(ResultSet row) throws SQLException {
        return new PredictionView(
                Sql.uuid(row, "prediction_id"),
                row.getString("model"),
                row.getString("version"),
                row.getDouble("score"),
                row.getBoolean("positive"),
                row.getDouble("threshold"),
                Sql.instant(row, "predicted_at"));
    }
}
