package org.vigie.monitor.run;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Site;
import org.vigie.monitor.site.Sites;

/// Runs: replays of past studies through versions of a model.
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
class RunController {

    private final Runs runs;
    private final RunReader reader;
    private final RunEvents events;
    private final Models models;
    private final Sites sites;

    RunController(
            Runs runs,
            RunReader reader,
            Models models,
            Sites sites,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.runs = runs;
        this.reader = reader;
        this.events = new RunEvents(reader, blocking);
        this.models = models;
        this.sites = sites;
    }

    /// @param from a moment or a date, inclusive
    /// @param to a moment or a date, exclusive
    /// @param sites all when left out
    @Serdeable
    record RunRequest(
            @NotBlank @Size(max = 64) String model,
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 40) String> versions,
            @NotBlank @Size(max = 40) String from,
            @NotBlank @Size(max = 40) String to,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 32) String> sites) {}

    /// Starts a replay. Its cases are chosen now.
    @Post
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    HttpResponse<RunView> start(@Body @Valid RunRequest request, Authentication user) {
        List<ModelVersion> versions = request.versions().stream()
                .distinct()
                .map(version -> models.requireVersion(request.model(), version))
                .toList();
        List<Site> chosen = request.sites() == null || request.sites().isEmpty()
                ? sites.all()
                : request.sites().stream().distinct().map(sites::require).toList();
        ZoneId zone = chosen.size() == 1 ? chosen.getFirst().zoneId() : sites.commonZone();
        Instant from = Moments.parseOrStartOfDay("from", request.from(), zone);
        Instant to = Moments.parseOrStartOfDay("to", request.to(), zone);
        if (!from.isBefore(to)) {
            throw new InvalidParameter("to", "must be later than 'from'");
        }
        UUID id = runs.start(versions, from, to, chosen.stream().map(Site::code).toList(), user.getName());
        Subjects.touched(id);
        return HttpResponse.created(reader.show(id));
    }

    /// Runs, newest first.
    @Get
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER, Roles.QUALITY})
    Page<RunView> list(
            @Nullable @QueryValue String model,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Nullable @QueryValue String cursor) {
        return reader.list(model, limit, Cursor.parse(cursor));
    }

    @Get("/{id}")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER, Roles.QUALITY})
    RunView show(UUID id) {
        return reader.show(id);
    }

    @Post("/{id}/cancel")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    RunView cancel(UUID id) {
        runs.cancel(id);
        return reader.show(id);
    }

    /// Goes on after a cancellation and tries once more what runners gave up.
    @Post("/{id}/resume")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    RunView resume(UUID id) {
        runs.resume(id);
        return reader.show(id);
    }

    /// The run each time that it changes, as `progress` events, and an `end` event when it is over.
    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER, Roles.QUALITY})
    Publisher<Event<RunView>> events(UUID id) {
        return events.of(id);
    }
}
