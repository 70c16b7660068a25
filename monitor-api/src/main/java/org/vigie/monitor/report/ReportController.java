package org.vigie.monitor.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController {

    private final WriteWeeklyReport writeWeeklyReport;
    private final ReportRepository reports;
    private final Sites sites;

    ReportController(WriteWeeklyReport writeWeeklyReport, ReportRepository reports, Sites sites) {
        this.writeWeeklyReport = writeWeeklyReport;
        this.reports = reports;
        this.sites = sites;
    }

    /// @param week such as `2026-W05`
    @Serdeable
    record ReportRequest(
            @NotBlank @Size(max = 10) String week,
            @NotNull @Pattern(regexp = "fr|en") String language) {}

    @Serdeable
    record ReportView(
            UUID id,
            String model,
            String week,
            String language,
            Instant dataCut,
            String sha256,
            int pages,
            String url,
            String jsonUrl,
            Instant createdAt,
            String createdBy) {

        static ReportView of(ReportSummary report) {
            String path = "/api/v1/reports/" + report.id();
            return new ReportView(
                    report.id(),
                    report.model(),
                    report.week(),
                    report.language(),
                    report.dataCut(),
                    report.sha256(),
                    report.pages(),
                    path + "/pdf",
                    path + "/json",
                    report.createdAt(),
                    report.createdBy());
        }
    }

    /// Prints the report of a week, or answers 200 with the one that was printed from the same numbers.
    @Post("/models/{model}/reports/weekly")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<ReportView> write(String model, @Body @Valid ReportRequest request, Authentication who) {
        IsoWeek week = IsoWeek.parse(request.week(), sites.commonZone());
        WriteWeeklyReport.Written written = writeWeeklyReport.write(model, week, request.language(), who.getName());
        return HttpResponse.<ReportView>status(written.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReportView.of(written.report()));
    }

    /// The newest week first; 500 at most.
    @Get("/reports")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<ReportView> list(@Nullable @QueryValue String model) {
        return Page.all(reports.list(model).stream().map(ReportView::of).toList());
    }

    @Get("/reports/{id}/pdf")
    @Produces(MediaType.APPLICATION_PDF)
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<byte[]> pdf(UUID id) {
        ReportRow report = require(id);
        return HttpResponse.ok(report.pdf()).headers(headers -> name(headers, report, "pdf"));
    }

    @Get("/reports/{id}/json")
    @Produces(MediaType.APPLICATION_JSON)
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<String> json(UUID id) {
        ReportRow report = require(id);
        return HttpResponse.ok(report.json()).headers(headers -> name(headers, report, "json"));
    }

    /// Every part of the name was checked when it was stored: small letters, digits and hyphens.
    private static void name(io.micronaut.http.MutableHttpHeaders headers, ReportRow report, String extension) {
        headers.add(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"vigie-%s-%s-%s.%s\""
                        .formatted(report.model(), report.week(), report.language(), extension));
    }

    private ReportRow require(UUID id) {
        return reports.findById(id).orElseThrow(() -> new UnknownReport(id));
    }
}
