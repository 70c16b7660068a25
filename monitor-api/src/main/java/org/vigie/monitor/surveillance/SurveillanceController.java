package org.vigie.monitor.surveillance;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertView;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.comparison.ComparisonResult;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.driftcheck.RunDriftCheck;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

@Controller("/api/v1/models/{model}")
@ExecuteOn(TaskExecutors.BLOCKING)
class SurveillanceController {

    private static final int TOP = 10;

    private final RunSurveillance runSurveillance;
    private final RunDriftCheck driftChecks;
    private final Alerts alerts;
    private final Sites sites;

    SurveillanceController(RunSurveillance runSurveillance, RunDriftCheck driftChecks, Alerts alerts, Sites sites) {
        this.runSurveillance = runSurveillance;
        this.driftChecks = driftChecks;
        this.alerts = alerts;
        this.sites = sites;
    }

    /// @param week such as `2026-W05`
    /// @param asOf left out: Monday 07:00 after the week
    @Serdeable
    record SurveillanceRequest(
            @NotBlank @Size(max = 10) String week,
            @Nullable @Size(max = 40) String asOf) {}

    /// @param findings drifted ones, ten at most
    @Serdeable
    record DriftSummary(
            UUID id, String verdict, List<DriftOutcome.Finding> findings, DriftOutcome.Attribution attribution) {}

    @Serdeable
    record SurveillanceView(
            UUID id,
            String model,
            String week,
            Instant asOf,
            DriftSummary drift,
            List<PerformanceResult> performance,
            PerformanceResult weekly,
            List<ComparisonResult> comparisons,
            List<AlertView> alertsOpened,
            List<AlertView> alertsExtended,
            Instant doneAt,
            String doneBy) {}

    @Post("/surveillance")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<SurveillanceView> run(String model, @Body @Valid SurveillanceRequest request, Authentication who) {
        var zone = sites.commonZone();
        IsoWeek week = IsoWeek.parse(request.week(), zone);
        Instant asOf = Moments.parseOrStartOfDayIfGiven("asOf", request.asOf(), zone);
        RunSurveillance.Done done = runSurveillance.run(model, week, asOf, who.getName());
        return HttpResponse.<SurveillanceView>status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(done.surveillance()));
    }

    private SurveillanceView view(SurveillanceRow row) {
        DriftCheckRow drift = driftChecks.require(row.model(), row.driftCheckId());
        return new SurveillanceView(
                row.id(),
                row.model(),
                row.week(),
                row.asOf(),
                new DriftSummary(
                        drift.id(),
                        drift.verdict().name(),
                        drift.result().drifted().limit(TOP).toList(),
                        drift.result().attribution()),
                row.result().performance(),
                row.result().weekly(),
                row.result().comparisons(),
                views(row.result().alertsOpened().stream()),
                views(row.result().alertsExtended().stream()),
                row.doneAt(),
                row.doneBy());
    }

    private List<AlertView> views(Stream<UUID> ids) {
        return ids.map(alerts::require).toList();
    }
}
