package org.vigie.monitor.run;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Sql;
import org.vigie.monitor.prediction.NewPrediction;
import org.vigie.monitor.prediction.PredictionWriter;
import org.vigie.monitor.run.LeaseMessages.Failure;
import org.vigie.monitor.run.LeaseMessages.Result;

/// Stores what a runner found: each (run, case, version) once, whatever is sent how often by whom. Either the whole
/// request counts or nothing of it.
@Singleton
class StoreResults {

    private final JdbcOperations jdbc;
    private final Models models;
    private final PredictionWriter predictions;
    private final Runs runs;

    StoreResults(JdbcOperations jdbc, Models models, PredictionWriter predictions, Runs runs) {
        this.jdbc = jdbc;
        this.models = models;
        this.predictions = predictions;
        this.runs = runs;
    }

    private record LeaseRow(UUID runId, Set<UUID> studies) {}

    /// @throws LeaseExpired if the lease is unknown, or a result is new and its case is another's now
    /// @throws InvalidResults if something cannot be true
    @Transactional
    LeaseMessages.Stored store(UUID leaseId, LeaseMessages.Results message) {
        LeaseRow lease = lease(leaseId);
        Map<UUID, ModelVersion> versions = versions(lease.runId());
        Set<UUID> held = held(leaseId);
        List<NewPrediction> rows = new java.util.ArrayList<>();
        Set<String> known = known(lease);
        int duplicates = 0;
        for (int i = 0; i < message.results().size(); i++) {
            Result result = message.results().get(i);
            NewPrediction row = ResultCheck.at("/results/" + i).check(result, lease.studies(), versions, lease.runId());
            if (!known.add(result.studyId() + " " + result.versionId())) {
                duplicates++;
            } else if (held.contains(result.studyId())) {
                rows.add(row);
            } else {
                throw new LeaseExpired();
            }
        }
        int stored = predictions.add(rows);
        close(lease.runId(), held, versions.size(), message.failures() == null ? List.of() : message.failures());
        runs.finishIfDone(lease.runId());
        return new LeaseMessages.Stored(stored, duplicates + rows.size() - stored);
    }

    private LeaseRow lease(UUID leaseId) {
        return Sql.of("select run_id, studies from run_lease where id = ?", leaseId)
                .first(
                        jdbc,
                        row -> new LeaseRow(Sql.uuid(row, "run_id"), Set.of((UUID[])
                                row.getArray("studies").getArray())))
                .orElseThrow(LeaseExpired::new);
    }

    private Map<UUID, ModelVersion> versions(UUID runId) {
        var versions = new HashMap<UUID, ModelVersion>();
        Sql.of("select model_version_id from run_version where run_id = ?", runId)
                .list(jdbc, row -> Sql.uuid(row, "model_version_id"))
                .forEach(id -> versions.put(id, models.version(id).orElseThrow()));
        return versions;
    }

    /// The cases still with this lease; locked, so that they stay with it until this is done.
    private Set<UUID> held(UUID leaseId) {
        return new HashSet<>(
                Sql.of("select study_id from run_case where lease_id = ? order by study_id for update", leaseId)
                        .list(jdbc, row -> Sql.uuid(row, "study_id")));
    }

    private Set<String> known(LeaseRow lease) {
        return new HashSet<>(Sql.of(
                        "select study_id, model_version_id from prediction where run_id = ? and study_id = any(?)",
                        lease.runId(),
                        List.copyOf(lease.studies()))
                .list(jdbc, row -> Sql.uuid(row, "study_id") + " " + Sql.uuid(row, "model_version_id")));
    }

    private void close(UUID runId, Set<UUID> held, int versions, List<Failure> failures) {
        Sql.of("""
                        update run_case c
                           set state = 'DONE', lease_id = null, leased_until = null
                         where c.run_id = ?
                           and c.study_id = any(?)
                           and c.state = 'LEASED'
                           and (select count(*) from prediction p
                                 where p.run_id = c.run_id and p.study_id = c.study_id) = ?
                        """, runId, List.copyOf(held), versions).update(jdbc);
        for (Failure failure : failures) {
            if (held.contains(failure.studyId())) {
                Sql.of("""
                                update run_case
                                   set state = 'NOT_SCORED', lease_id = null, leased_until = null, reason = ?, detail = ?
                                 where run_id = ? and study_id = ? and state = 'LEASED'
                                """, failure.reason(), failure.detail(), runId, failure.studyId())
                        .update(jdbc);
            }
        }
    }
}
