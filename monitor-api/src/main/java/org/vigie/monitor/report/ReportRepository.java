package org.vigie.monitor.report;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Append-only: a report is printed and read, never changed.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportRepository extends GenericRepository<ReportRow, UUID> {

    ReportRow save(ReportRow report);

    Optional<ReportRow> findById(UUID id);

    Optional<ReportRow> findByModelAndWeekAndLanguageAndContentSha256(
            String model, String week, String language, String contentSha256);

    @Query("""
            select id, model, week, language, data_cut, sha256, pages, created_at, created_by
              from report
             where :model::text is null or model = :model
             order by week desc, created_at desc, id desc
             limit 500
            """)
    List<ReportSummary> list(@Nullable String model);
}
