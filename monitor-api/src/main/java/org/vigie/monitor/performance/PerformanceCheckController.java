package org.vigie.monitor.performance;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.Caseload;
import org.vigie.monitor.caseload.InvalidWindow;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

@Controller("/api/v1/models/{model}/performance-checks")
@ExecuteOn(TaskExecutors.BLOCKING)
class PerformanceCheckController {

    private final Caseload caseload;
    private final PerformanceCheckRepository checks;
    private final Models models;
    private final Sites sites;
    private final Policies policies;
    private final Ids ids;
    private final Clock clock;

    PerformanceCheckController(
            Caseload caseload,
            PerformanceCheckRepository checks,
            Models models,
            Sites sites,
            Policies policies,
            Ids ids,
            Clock clock) {
        this.caseload = caseload;
        this.checks = checks;
        this.models = models;
        this.sites = sites;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param version left out: the champion in force at each site and time
    /// @param from moment, or date that begins in the zone of the site
    /// @param site left out: all
    /// @param asOf truth that became available later is left out; now if not given
    @Serdeable
    record PerformanceCheckRequest(
            @Nullable @Size(max = 40) String version,
            @NotBlank @Size(max = 40) String from,
            @NotBlank @Size(max = 40) String to,
            @Nullable @Size(max = 32) String site,
            @Nullable @Size(max = 40) String asOf) {}

    @Post
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<PerformanceResult> run(
            String model, @Body @Valid PerformanceCheckRequest request, Authentication who) {
        models.require(model);
        UUID version = request.version() == null
                ? null
                : models.requireVersion(model, request.version()).id();
        ZoneId zone = sites.zone(request.site());
        Instant now = clock.instant();
        Instant from = Moments.parseOrStartOfDay("from", request.from(), zone);
        Instant to = Moments.parseOrStartOfDay("to", request.to(), zone);
        if (!from.isBefore(to)) {
            throw new InvalidWindow("performance", from, to);
        }
        Instant asOf = request.asOf() == null ? now : Moments.parseOrStartOfDay("asOf", request.asOf(), zone);
        Optional<Policies.Applied> policy = policies.inForce(model);
        var query = new CaseQuery(
                model, version, from, to, request.site() == null ? List.of() : List.of(request.site()), asOf, false);
        PerformanceResult result = MeasurePerformance.of(
                caseload.find(query),
                query,
                request.version(),
                request.site(),
                policy.map(applied -> applied.policy().performance()).orElse(null));
        checks.save(new PerformanceCheckRow(
                ids.next(),
                model,
                version,
                policy.map(Policies.Applied::id).orElse(null),
                request.site(),
                from,
                to,
                asOf,
                result,
                now,
                who.getName()));
        return HttpResponse.created(result);
    }

    /// The newest hundred.
    @Get
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<PerformanceResult> list(String model) {
        models.require(model);
        return Page.all(
                checks.newest(model).stream().map(PerformanceCheckRow::result).toList());
    }
}
