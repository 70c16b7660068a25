package org.vigie.monitor.study;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Spool;
import org.vigie.monitor.platform.VigieSettings;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Site;
import org.vigie.monitor.site.Sites;

/// The door: originals come in, de-identified files go out to runners.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class IntakeController {

    private static final MediaType DICOM = MediaType.of("application/dicom");

    private final TakeInstanceIn takeIn;
    private final Refusals refusals;
    private final InstanceReader instances;
    private final Sites sites;
    private final Spool spool;
    private final VigieSettings settings;

    IntakeController(
            TakeInstanceIn takeIn,
            Refusals refusals,
            InstanceReader instances,
            Sites sites,
            Spool spool,
            VigieSettings settings) {
        this.takeIn = takeIn;
        this.refusals = refusals;
        this.instances = instances;
        this.sites = sites;
        this.spool = spool;
        this.settings = settings;
    }

    /// Takes one original DICOM file in.
    @Post(value = "/studies/instances", consumes = "application/dicom")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    HttpResponse<TakeInstanceIn.Taken> take(@QueryValue String site, @Body InputStream body) throws IOException {
        Site found = sites.require(site);
        Path file = spool.receive(body, settings.maxUploadBytes());
        try {
            TakeInstanceIn.Taken taken = takeIn.take(file, found);
            Subjects.touched(List.of(taken.studyId(), taken.instanceId()));
            return taken.outcome() == TakeInstanceIn.Outcome.STORED
                    ? HttpResponse.created(taken)
                    : HttpResponse.ok(taken);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// What was not let in, newest first, and how often for which reason.
    @Get("/studies/refusals")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO})
    Refusals.Refused refusals(
            @Nullable @QueryValue String site,
            @Nullable @QueryValue String from,
            @QueryValue(defaultValue = "50") @Min(1) @Max(1000) int limit,
            @Nullable @QueryValue String cursor) {
        Instant start = Moments.parseOrStartOfDayIfGiven("from", from, sites.zone(site));
        return refusals.list(site, start, limit, Cursor.parse(cursor));
    }

    /// The de-identified file.
    @Get(value = "/instances/{id}/file", produces = "application/dicom")
    @Secured({Roles.RUNNER, Roles.ADMIN, Roles.ML_ENGINEER})
    SystemFile file(UUID id) {
        return new SystemFile(instances.file(id).toFile(), DICOM);
    }
}
