package org.vigie.monitor.run;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Sql;

/// Starts, cancels and resumes runs.
@Singleton
class Runs {

    private final JdbcOperations jdbc;
    private final CaseSelection selection;
    private final Ids ids;
    private final Clock clock;

    Runs(JdbcOperations jdbc, CaseSelection selection, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.selection = selection;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param versions all of one model
    @Transactional
    UUID start(List<ModelVersion> versions, Instant from, Instant to, List<String> sites, String createdBy) {
        UUID id = ids.next();
        Sql.of("""
                        insert into run (id, model, acquired_from, acquired_to, sites, state, created_by, created_at)
                        values (?, ?, ?, ?, ?, 'RUNNING', ?, ?)
                        """, id, versions.getFirst().model(), from, to, sites, createdBy, clock.instant())
                .update(jdbc);
        for (ModelVersion version : versions) {
            Sql.of("insert into run_version (run_id, model_version_id) values (?, ?)", id, version.id())
                    .update(jdbc);
        }
        addCases(id, selection.select(versions, from, to, sites));
        finishIfDone(id);
        return id;
    }

    private void addCases(UUID id, List<CaseSelection.Case> cases) {
        jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into run_case (run_id, study_id, instance_id, state, reason)
                    select ?, c.study_id, c.instance_id,
                           case when c.instance_id is null then 'NOT_SCORED' else 'PENDING' end, c.reason
                      from unnest(?::uuid[], ?::uuid[], ?::text[]) as c (study_id, instance_id, reason)
                    """)) {
                Array studies = connection.createArrayOf(
                        "uuid", cases.stream().map(CaseSelection.Case::studyId).toArray());
                Array instances = connection.createArrayOf(
                        "uuid",
                        cases.stream().map(CaseSelection.Case::instanceId).toArray());
                Array reasons = connection.createArrayOf(
                        "text", cases.stream().map(CaseSelection.Case::reason).toArray());
                insert.setObject(1, id);
                insert.setArray(2, studies);
                insert.setArray(3, instances);
                insert.setArray(4, reasons);
                return insert.executeUpdate();
            }
        });
    }

    /// Takes every case back from its runner. A run that is over stays as it is.
    ///
    /// @throws UnknownRun if there is none
    @Transactional
    void cancel(UUID id) {
        lock(id);
        int cancelled = Sql.of("update run set state = 'CANCELLED' where id = ? and state = 'RUNNING'", id)
                .update(jdbc);
        if (cancelled == 1) {
            Sql.of("""
                            update run_case set state = 'PENDING', lease_id = null, leased_until = null
                             where run_id = ? and state = 'LEASED'
                            """, id).update(jdbc);
        }
    }

    /// Goes on with what is left, and tries once more what a runner gave up.
    ///
    /// @throws UnknownRun if there is none
    @Transactional
    void resume(UUID id) {
        lock(id);
        Sql.of("""
                        update run_case set state = 'PENDING', attempts = 0, reason = null, detail = null
                         where run_id = ? and state = 'NOT_SCORED' and instance_id is not null
                        """, id).update(jdbc);
        Sql.of("update run set state = 'RUNNING', finished_at = null where id = ?", id)
                .update(jdbc);
        finishIfDone(id);
    }

    /// A run is finished when no case waits and none is leased.
    void finishIfDone(UUID id) {
        Sql.of("""
                        update run set state = 'FINISHED', finished_at = ?
                         where id = ?
                           and state = 'RUNNING'
                           and not exists (select 1 from run_case where run_id = ? and state in ('PENDING', 'LEASED'))
                        """, clock.instant(), id, id).update(jdbc);
    }

    /// One change of a run after the other.
    void lock(UUID id) {
        if (Sql.of("select id from run where id = ? for update", id)
                .first(jdbc, row -> Sql.uuid(row, "id"))
                .isEmpty()) {
            throw new UnknownRun(id);
        }
    }
}
