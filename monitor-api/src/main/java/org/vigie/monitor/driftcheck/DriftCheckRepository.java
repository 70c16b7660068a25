package org.vigie.monitor.driftcheck;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Append-only: checks are saved and read, never changed.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DriftCheckRepository extends GenericRepository<DriftCheckRow, UUID> {

    DriftCheckRow save(DriftCheckRow check);

    Optional<DriftCheckRow> findByIdAndModel(UUID id, String model);

    /// The weekly ones, the earliest week first.
    @Query("select * from drift_check where model = :model and week is not null order by week, checked_at")
    List<DriftCheckRow> weekly(String model);

    @Query("""
            select * from drift_check
             where model = :model
               and (:afterId::uuid is null or (checked_at, id) < (:afterAt::timestamptz, :afterId))
             order by checked_at desc, id desc
             limit :most
            """)
    List<DriftCheckRow> list(String model, @Nullable Instant afterAt, @Nullable UUID afterId, int most);
}
