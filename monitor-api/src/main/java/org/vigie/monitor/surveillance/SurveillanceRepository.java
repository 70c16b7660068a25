package org.vigie.monitor.surveillance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Append-only: a week is done once.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SurveillanceRepository extends GenericRepository<SurveillanceRow, UUID> {

    SurveillanceRow save(SurveillanceRow surveillance);

    Optional<SurveillanceRow> findByModelAndWeek(String model, String week);

    @Query("select * from surveillance where model = :model order by week")
    List<SurveillanceRow> ofModel(String model);
}
