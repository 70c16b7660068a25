package org.vigie.monitor.report;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// @param dataCut truth that became available later is not in it
/// @param contentSha256 of the numbers: equal numbers are the same report
/// @param sha256 of the PDF
@MappedEntity("report")
record ReportRow(
        @Id UUID id,
        String model,
        String week,
        String language,
        Instant dataCut,
        String contentSha256,
        String sha256,
        int pages,
        byte[] pdf,
        String json,
        Instant createdAt,
        String createdBy) {}
