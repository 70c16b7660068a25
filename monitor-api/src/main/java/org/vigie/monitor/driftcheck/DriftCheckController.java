package org.vigie.monitor.driftcheck;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.InvalidWindow;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

@Controller("/api/v1/models/{model}/drift-checks")
@ExecuteOn(TaskExecutors.BLOCKING)
class DriftCheckController {

    /// For a model without a policy: every image statistic, the scanner and its software, at one false alarm a year.
    private static final Watched UNDECLARED = new Watched(
            List.of("manufacturerModelName", "softwareVersions", "viewPosition"),
            List.of("mean", "standardDeviation", "noise", "sharpness", "entropy"),
            true,
            true,
            "manufacturerModelName",
            8,
            1);

    private static final int MOST = 200;

    private final RunDriftCheck runDriftCheck;
    private final DriftCheckRepository checks;
    private final Models models;
    private final Sites sites;
    private final Policies policies;

    DriftCheckController(
            RunDriftCheck runDriftCheck, DriftCheckRepository checks, Models models, Sites sites, Policies policies) {
        this.runDriftCheck = runDriftCheck;
        this.checks = checks;
        this.models = models;
        this.sites = sites;
        this.policies = policies;
    }

    /// @param from moment, or date that begins in the zone of the sites
    /// @param sites in place of the request's
    @Serdeable
    record WindowRequest(
            @NotBlank @Size(max = 40) String from,
            @NotBlank @Size(max = 40) String to,
            @Nullable @Size(max = 100) List<String> sites) {}

    /// @param version left out: the champion in force at each site and time
    /// @param by left out: as the policy says
    @Serdeable
    record DriftCheckRequest(
            @Nullable @Size(max = 40) String version,
            @NotNull @Valid WindowRequest reference,
            @NotNull @Valid WindowRequest current,

            @Nullable @Pattern(regexp = "[a-z][A-Za-z0-9]{0,63}")
            String by,

            @Nullable @Size(max = 100) List<String> sites) {}

    @Serdeable
    record Span(Instant from, Instant to) {}

    @Serdeable
    record DriftCheckView(
            UUID id,
            String model,
            @Nullable String week,
            Span reference,
            Span current,
            String verdict,
            double familyWiseLevel,
            double levelPerTest,
            List<DriftOutcome.Finding> findings,
            DriftOutcome.Attribution attribution,
            DriftOutcome.Sizes sizes,
            Instant checkedAt,
            String checkedBy) {

        static DriftCheckView of(DriftCheckRow row) {
            DriftOutcome result = row.result();
            return new DriftCheckView(
                    row.id(),
                    row.model(),
                    row.week(),
                    new Span(row.referenceFrom(), row.referenceTo()),
                    new Span(row.currentFrom(), row.currentTo()),
                    row.verdict().name(),
                    result.familyWiseLevel(),
                    result.levelPerTest(),
                    result.findings(),
                    result.attribution(),
                    result.sizes(),
                    row.checkedAt(),
                    row.checkedBy());
        }
    }

    @Post
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    HttpResponse<DriftCheckView> run(String model, @Body @Valid DriftCheckRequest request, Authentication who) {
        models.require(model);
        UUID version = request.version() == null
                ? null
                : models.requireVersion(model, request.version()).id();
        Optional<Policies.Applied> policy = policies.inForce(model);
        Watched watched = policy.map(Policies.Applied::policy).map(Watched::of).orElse(UNDECLARED);
        DriftCheckRow row = runDriftCheck.run(
                new RunDriftCheck.Question(
                        model,
                        version,
                        policy.map(Policies.Applied::id).orElse(null),
                        null,
                        request.by() == null ? watched : watched.groupedBy(request.by()),
                        window("reference", request.reference(), request.sites()),
                        window("current", request.current(), request.sites())),
                who.getName());
        return HttpResponse.created(
                DriftCheckView.of(row),
                UriBuilder.of("/api/v1/models")
                        .path(model)
                        .path("drift-checks")
                        .path(row.id().toString())
                        .build());
    }

    /// The newest first.
    @Get
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<DriftCheckView> list(
            String model, @Nullable @QueryValue String cursor, @QueryValue(defaultValue = "50") int limit) {
        models.require(model);
        if (limit < 1 || limit > MOST) {
            throw new InvalidParameter("limit", "must be from 1 to " + MOST);
        }
        Cursor after = Cursor.parse(cursor);
        return Page.cut(
                        checks.list(
                                model, after == null ? null : after.at(), after == null ? null : after.id(), limit + 1),
                        limit,
                        row -> new Cursor(row.checkedAt(), row.id()))
                .map(DriftCheckView::of);
    }

    @Get("/{id}")
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    DriftCheckView show(String model, UUID id) {
        return checks.findByIdAndModel(id, model)
                .map(DriftCheckView::of)
                .orElseThrow(() -> new UnknownDriftCheck(model, id));
    }

    private RunDriftCheck.Window window(String name, WindowRequest request, @Nullable List<String> common) {
        List<String> codes = request.sites() != null ? request.sites() : common == null ? List.of() : common;
        codes.forEach(sites::require);
        ZoneId zone = sites.zone(codes.isEmpty() ? null : codes.getFirst());
        Instant from = Moments.parseOrStartOfDay(name + ".from", request.from(), zone);
        Instant to = Moments.parseOrStartOfDay(name + ".to", request.to(), zone);
        if (!from.isBefore(to)) {
            throw new InvalidWindow(name, from, to);
        }
        return new RunDriftCheck.Window(from, to, codes);
    }
}
