package org.vigie.monitor.run;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.platform.Sql;

/// Reads runs with their counts.
@Singleton
class RunReader {

    private static final String COLUMNS = """
            select r.*, c.*
              from run r
              left join lateral (
                select count(*) as total,
                       count(*) filter (where state = 'DONE') as done,
                       count(*) filter (where state = 'PENDING') as pending,
                       count(*) filter (where state = 'LEASED') as leased,
                       count(*) filter (where state = 'NOT_SCORED') as not_scored
                  from run_case
                 where run_id = r.id) c on true
            """;

    private static final String PER_VERSION = """
            select v.version, count(p.id) as predictions, avg(p.latency_millis) as mean_latency,
                   extract(epoch from max(p.predicted_at) - min(p.predicted_at))::double precision as seconds
              from run_version rv
              join model_version v on v.id = rv.model_version_id
              left join prediction p on p.run_id = rv.run_id and p.model_version_id = v.id
             where rv.run_id = ?
             group by v.version, v.registered_at
             order by v.registered_at, v.version
            """;

    private final JdbcOperations jdbc;

    RunReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first.
    @Transactional(readOnly = true)
    Page<RunView> list(@Nullable String model, int limit, @Nullable Cursor after) {
        Sql query = Sql.of(COLUMNS).add("where true").addIf(model, "and r.model = ?");
        if (after != null) {
            query.add("and (r.created_at, r.id) < (?, ?)", after.at(), after.id());
        }
        List<RunView> rows = query.add("order by r.created_at desc, r.id desc limit ?", limit + 1)
                .list(jdbc, this::view);
        return Page.cut(rows, limit, run -> new Cursor(run.startedAt(), run.id()));
    }

    /// @throws UnknownRun if there is none
    @Transactional(readOnly = true)
    RunView show(UUID id) {
        return Sql.of(COLUMNS).add("where r.id = ?", id).first(jdbc, this::view).orElseThrow(() -> new UnknownRun(id));
    }

    private RunView view(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        List<RunView.PerVersion> perVersion = perVersion(id);
        return new RunView(
                id,
                row.getString("model"),
                perVersion.stream().map(RunView.PerVersion::version).toList(),
                Sql.instant(row, "acquired_from"),
                Sql.instant(row, "acquired_to"),
                Sql.texts(row, "sites"),
                RunState.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("pending"),
                row.getLong("leased"),
                row.getLong("not_scored"),
                row.getLong("not_scored") == 0 ? Map.of() : reasons(id),
                perVersion.stream().mapToLong(RunView.PerVersion::predictions).sum(),
                perVersion,
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "finished_at"),
                row.getString("created_by"));
    }

    private List<RunView.PerVersion> perVersion(UUID id) {
        return Sql.of(PER_VERSION, id).list(jdbc, row -> {
            long predictions = row.getLong("predictions");
            Double seconds = Sql.numberOrNull(row, "seconds");
            return new RunView.PerVersion(
                    row.getString("version"),
                    predictions,
                    Sql.numberOrNull(row, "mean_latency"),
                    seconds == null || seconds <= 0 ? null : predictions / seconds);
        });
    }

    private Map<String, Long> reasons(UUID id) {
        record Count(String reason, long cases) {}
        var reasons = new LinkedHashMap<String, Long>();
        Sql.of("""
                        select reason, count(*) as cases
                          from run_case
                         where run_id = ? and state = 'NOT_SCORED'
                         group by reason
                         order by cases desc, reason
                        """, id)
                .list(jdbc, row -> new Count(row.getString("reason"), row.getLong("cases")))
                .forEach(count -> reasons.put(count.reason(), count.cases()));
        return reasons;
    }
}
