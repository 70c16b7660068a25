package org.vigie.monitor.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/// A report without its bytes.
@Introspected
@Serdeable
record ReportSummary(
        UUID id,
        String model,
        String week,
        String language,
        Instant dataCut,
        String sha256,
        int pages,
        Instant createdAt,
        String createdBy) {

    static ReportSummary of(ReportRow row) {
        return new ReportSummary(
                row.id(),
                row.model(),
                row.week(),
                row.language(),
                row.dataCut(),
                row.sha256(),
                row.pages(),
                row.createdAt(),
                row.createdBy());
    }
}
