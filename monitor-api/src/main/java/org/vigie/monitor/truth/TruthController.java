package org.vigie.monitor.truth;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.delivery.DeliveryFormat;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.platform.Spool;
import org.vigie.monitor.platform.VigieSettings;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

/// Truths arrive in bulk: all of a delivery or none.
@Controller("/api/v1/truth")
@ExecuteOn(TaskExecutors.BLOCKING)
class TruthController {

    private static final String NDJSON = "application/x-ndjson";

    private final RecordTruth recordTruth;
    private final Sites sites;
    private final Spool spool;
    private final VigieSettings settings;

    TruthController(RecordTruth recordTruth, Sites sites, Spool spool, VigieSettings settings) {
        this.recordTruth = recordTruth;
        this.sites = sites;
        this.spool = spool;
        this.settings = settings;
    }

    /// @param unknown lines about studies that are not here, with `unknown=skip`
    /// @param ignoredColumns of a CSV that are no field of a truth
    @Serdeable
    record TruthRecorded(int accepted, int duplicates, int unknown, List<String> ignoredColumns) {}

    /// @param target for lines that name none; likewise `kind` and `availableAt`
    /// @param unknown `refuse` (as if not given) or `skip`: what to do with lines about studies that are not here
    @Post
    @Consumes({MediaType.TEXT_CSV})
    @Secured({Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    TruthRecorded csv(
            @Body InputStream body,
            @Nullable @QueryValue String target,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String availableAt,
            @Nullable @QueryValue String unknown,
            Authentication who)
            throws IOException {
        return take(body, DeliveryFormat.CSV, new TruthDefaults(target, kind, availableAt), unknown, who);
    }

    @Post
    @Consumes({NDJSON})
    @Secured({Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    TruthRecorded ndjson(
            @Body InputStream body,
            @Nullable @QueryValue String target,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String availableAt,
            @Nullable @QueryValue String unknown,
            Authentication who)
            throws IOException {
        return take(body, DeliveryFormat.NDJSON, new TruthDefaults(target, kind, availableAt), unknown, who);
    }

    private TruthRecorded take(
            InputStream body,
            DeliveryFormat format,
            TruthDefaults defaults,
            @Nullable String unknown,
            Authentication who)
            throws IOException {
        if (unknown != null && !unknown.equals("skip") && !unknown.equals("refuse")) {
            throw new InvalidParameter("unknown", "must be refuse or skip");
        }
        var errors = new LineErrors();
        var reader = new TruthReader(defaults, sites.commonZone(), errors);
        Path file = spool.receive(body, settings.maxUploadBytes());
        try {
            reader.read(file, format);
        } finally {
            Files.deleteIfExists(file);
        }
        RecordTruth.Recorded recorded =
                recordTruth.record(reader.lines(), errors, "skip".equals(unknown), who.getName());
        return new TruthRecorded(recorded.accepted(), recorded.duplicates(), recorded.unknown(), reader.ignored());
    }
}
