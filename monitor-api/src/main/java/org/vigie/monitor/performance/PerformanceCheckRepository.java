package org.vigie.monitor.performance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/// Append-only.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PerformanceCheckRepository extends GenericRepository<PerformanceCheckRow, UUID> {

    PerformanceCheckRow save(PerformanceCheckRow check);

    @Query("select * from performance_check where model = :model order by checked_at desc, id desc limit 100")
    List<PerformanceCheckRow> newest(String model);
}
