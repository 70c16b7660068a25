package org.vigie.monitor.study;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Json;
import org.vigie.monitor.platform.Sha256;
import org.vigie.monitor.platform.Sql;
import org.vigie.monitor.study.TakeInstanceIn.Outcome;
import org.vigie.monitor.study.TakeInstanceIn.Taken;

/// Writes studies and instances. Two callers with the same object at once store it once.
@Singleton
class StudyRecords {

    private static final String ADD_STUDY = """
            insert into study (id, site, study_uid, patient, acquired_at, recorded_at, attributes)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
            on conflict (study_uid) do nothing
            """;

    private static final String ADD_INSTANCE = """
            insert into instance (id, study_id, series_uid, sop_uid, series_number, instance_number, transfer_syntax,
                                  pixel_rows, pixel_columns, frames, sha256, bytes, attributes, statistics, recorded_at)
            values (?, ?, ?, ?, cast(? as integer), cast(? as integer), ?, ?, ?, ?, ?, ?, cast(? as jsonb),
                    cast(? as jsonb), ?)
            on conflict (sop_uid) do nothing
            """;

    private final JdbcOperations jdbc;
    private final Json json;
    private final Ids ids;
    private final Clock clock;

    StudyRecords(JdbcOperations jdbc, Json json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    private record Known(UUID studyId, UUID instanceId, String studyUid, String sha256, String site) {}

    /// The instance, if it was taken in before.
    ///
    /// @throws IntakeRefused if another object has its identity
    @Transactional(readOnly = true)
    Optional<Taken> find(AdmittedInstance instance, String site) {
        return known(instance.sopUid()).map(known -> duplicate(known, instance, Sha256.of(instance.file()), site));
    }

    /// @throws IntakeRefused if another object has its identity, or its study is at another site
    @Transactional
    Taken add(AdmittedInstance instance, String sha256, String site) {
        Instant now = clock.instant();
        Sql.of(
                        ADD_STUDY,
                        ids.next(),
                        site,
                        instance.studyUid(),
                        instance.patient(),
                        instance.acquiredAt(),
                        now,
                        json.write(instance.attributes()))
                .update(jdbc);
        UUID studyId = study(instance.studyUid(), site);
        UUID instanceId = ids.next();
        int added = Sql.of(
                        ADD_INSTANCE,
                        instanceId,
                        studyId,
                        instance.seriesUid(),
                        instance.sopUid(),
                        instance.seriesNumber(),
                        instance.instanceNumber(),
                        instance.transferSyntax(),
                        instance.rows(),
                        instance.columns(),
                        instance.frames(),
                        sha256,
                        (long) instance.file().length,
                        json.write(instance.attributes()),
                        json.write(instance.statistics()),
                        now)
                .update(jdbc);
        return added == 1
                ? new Taken(studyId, instanceId, instance.studyUid(), instance.sopUid(), Outcome.STORED)
                : duplicate(known(instance.sopUid()).orElseThrow(), instance, sha256, site);
    }

    private UUID study(String studyUid, String site) {
        record Row(UUID id, String site) {}
        Row row = Sql.of("select id, site from study where study_uid = ?", studyUid)
                .first(jdbc, found -> new Row(Sql.uuid(found, "id"), found.getString("site")))
                .orElseThrow();
        if (!row.site().equals(site)) {
            throw new IntakeRefused(
                    IntakeRefused.Reason.STUDY_AT_OTHER_SITE, "The study was taken in at site '" + row.site() + "'");
        }
        return row.id();
    }

    private Optional<Known> known(String sopUid) {
        return Sql.of("""
                        select i.id, i.study_id, i.sha256, s.study_uid, s.site
                          from instance i
                          join study s on s.id = i.study_id
                         where i.sop_uid = ?
                        """, sopUid)
                .first(
                        jdbc,
                        row -> new Known(
                                Sql.uuid(row, "study_id"),
                                Sql.uuid(row, "id"),
                                row.getString("study_uid"),
                                row.getString("sha256"),
                                row.getString("site")));
    }

    private static Taken duplicate(Known known, AdmittedInstance instance, String sha256, String site) {
        if (!known.sha256().equals(sha256)) {
            throw new IntakeRefused(
                    IntakeRefused.Reason.INSTANCE_DIFFERS,
                    "An object with the same SOP Instance UID (0008,0018) and other content was taken in before");
        }
        if (!known.site().equals(site)) {
            throw new IntakeRefused(
                    IntakeRefused.Reason.STUDY_AT_OTHER_SITE, "The study was taken in at site '" + known.site() + "'");
        }
        return new Taken(known.studyId(), known.instanceId(), known.studyUid(), instance.sopUid(), Outcome.DUPLICATE);
    }
}
