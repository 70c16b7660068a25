package org.vigie.monitor.flag;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Append-only.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FlagRepository extends GenericRepository<FlagRow, UUID> {

    FlagRow save(FlagRow flag);

    /// The prediction of the champion in force at the study's site when it was acquired: the one made in production,
    /// else the first replay.
    @Query("""
            select p.id
              from study s
              join model_role r on r.site = s.site and r.role = 'CHAMPION' and r.model = :model and r.valid @> s.acquired_at
              join prediction p on p.study_id = s.id and p.model_version_id = r.model_version_id
             where s.id = :studyId
             order by (p.run_id is not null), p.recorded_at, p.id
             limit 1
            """)
    Optional<UUID> findPredictionInForce(UUID studyId, String model);

    @Query("""
            select * from flag
             where (:model::text is null or model = :model)
               and (:studyId::uuid is null or study_id = :studyId)
               and (:flaggedBy::text is null or flagged_by = :flaggedBy)
               and (:start::timestamptz is null or flagged_at >= :start)
               and (:finish::timestamptz is null or flagged_at < :finish)
               and (:afterId::uuid is null or (flagged_at, id) < (:afterAt::timestamptz, :afterId))
             order by flagged_at desc, id desc
             limit :most
            """)
    List<FlagRow> list(
            @Nullable String model,
            @Nullable UUID studyId,
            @Nullable String flaggedBy,
            @Nullable Instant start,
            @Nullable Instant finish,
            @Nullable Instant afterAt,
            @Nullable UUID afterId,
            int most);
}
