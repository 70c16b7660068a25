package org.vigie.monitor.run;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Sql;
import org.vigie.monitor.platform.VigieSettings;
import org.vigie.monitor.run.LeaseMessages.LeasedCase;
import org.vigie.monitor.run.LeaseMessages.LeasedVersion;

/// Gives cases to runners for a while. Any number of runners ask at once; none waits for another and none gets a case
/// that another has. A case whose lease ran out goes to the next who asks, but not for ever.
@Singleton
class Leases {

    /// After so many leases without a result the case is taken out: whatever it does to runners, it is enough.
    private static final int ATTEMPTS = 5;

    private static final String OPEN = "(c.state = 'PENDING' or (c.state = 'LEASED' and c.leased_until < ?))";

    private final JdbcOperations jdbc;
    private final Runs runs;
    private final VigieSettings settings;
    private final Ids ids;
    private final Clock clock;

    Leases(JdbcOperations jdbc, Runs runs, VigieSettings settings, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return empty when there is nothing to do
    @Transactional
    Optional<LeaseMessages.Lease> take(LeaseMessages.LeaseRequest request) {
        Instant now = clock.instant();
        Optional<UUID> run = Sql.of("""
                        select r.id
                          from run r
                         where r.state = 'RUNNING'
                           and exists (select 1 from run_case c where c.run_id = r.id and
                        """)
                .add(OPEN + ")", now)
                .add("order by r.created_at, r.id limit 1")
                .first(jdbc, row -> Sql.uuid(row, "id"));
        if (run.isEmpty()) {
            return Optional.empty();
        }
        giveUp(run.get(), now);
        UUID leaseId = ids.next();
        Instant expiresAt = now.plus(settings.leaseTime());
        List<LeasedCase> cases = lease(run.get(), leaseId, expiresAt, now, request.capacity());
        if (cases.isEmpty()) {
            runs.finishIfDone(run.get());
            return Optional.empty();
        }
        Sql.of(
                        "insert into run_lease (id, run_id, runner, device, studies, leased_at) values (?, ?, ?, ?, ?, ?)",
                        leaseId,
                        run.get(),
                        request.runner(),
                        request.device(),
                        cases.stream().map(LeasedCase::studyId).toList(),
                        now)
                .update(jdbc);
        return Optional.of(new LeaseMessages.Lease(leaseId, run.get(), expiresAt, versions(run.get()), cases));
    }

    /// @throws LeaseExpired if none of its cases is left to it
    @Transactional
    Instant renew(UUID leaseId) {
        Instant expiresAt = clock.instant().plus(settings.leaseTime());
        int renewed = Sql.of("update run_case set leased_until = ? where lease_id = ?", expiresAt, leaseId)
                .update(jdbc);
        if (renewed == 0) {
            throw new LeaseExpired();
        }
        return expiresAt;
    }

    private List<LeasedCase> lease(UUID run, UUID leaseId, Instant expiresAt, Instant now, int capacity) {
        return Sql.of("""
                        with chosen as (
                            select c.run_id, c.study_id
                              from run_case c
                              join study s on s.id = c.study_id
                             where c.run_id = ?
                               and
                        """, run)
                .add(OPEN, now)
                .add("""
                             order by s.acquired_at, s.id
                             limit ?
                               for update of c skip locked)
                        update run_case c
                           set state = 'LEASED', lease_id = ?, leased_until = ?, attempts = c.attempts + 1
                          from chosen, instance i
                         where c.run_id = chosen.run_id
                           and c.study_id = chosen.study_id
                           and i.id = c.instance_id
                        returning c.study_id, c.instance_id, i.sha256
                        """, capacity, leaseId, expiresAt)
                .list(
                        jdbc,
                        row -> new LeasedCase(
                                Sql.uuid(row, "study_id"),
                                Sql.uuid(row, "instance_id"),
                                "/api/v1/instances/" + Sql.uuid(row, "instance_id") + "/file",
                                row.getString("sha256")));
    }

    private void giveUp(UUID run, Instant now) {
        Sql.of("""
                        update run_case
                           set state = 'NOT_SCORED', lease_id = null, leased_until = null, reason = 'runner-lost',
                               detail = 'no runner that had this case came back'
                         where run_id = ? and state = 'LEASED' and leased_until < ? and attempts >= ?
                        """, run, now, ATTEMPTS).update(jdbc);
    }

    private List<LeasedVersion> versions(UUID run) {
        return Sql.of("""
                        select v.*
                          from run_version rv
                          join model_version v on v.id = rv.model_version_id
                         where rv.run_id = ?
                         order by v.registered_at, v.id
                        """, run)
                .list(
                        jdbc,
                        row -> new LeasedVersion(
                                Sql.uuid(row, "id"),
                                row.getString("model"),
                                row.getString("version"),
                                row.getString("package_sha256"),
                                "/api/v1/models/%s/versions/%s/package"
                                        .formatted(row.getString("model"), row.getString("version")),
                                row.getString("preprocessing_sha256"),
                                row.getDouble("threshold")));
    }
}
