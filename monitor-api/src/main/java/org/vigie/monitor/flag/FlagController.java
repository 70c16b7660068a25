package org.vigie.monitor.flag;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;
import org.vigie.monitor.study.Studies;

@Controller("/api/v1/flags")
@ExecuteOn(TaskExecutors.BLOCKING)
class FlagController {

    private static final int MOST = 500;

    private final FlagPrediction flagPrediction;
    private final FlagRepository flags;
    private final Sites sites;
    private final Studies studies;

    FlagController(FlagPrediction flagPrediction, FlagRepository flags, Sites sites, Studies studies) {
        this.flagPrediction = flagPrediction;
        this.flags = flags;
        this.sites = sites;
        this.studies = studies;
    }

    @Post
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADMIN})
    HttpResponse<FlagView> flag(@Body @Valid FlagRequest request, Authentication who) {
        return HttpResponse.created(FlagView.of(flagPrediction.flag(request, who.getName())));
    }

    /// The newest first.
    @Get
    @Secured({Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    Page<FlagView> list(
            @Nullable @QueryValue String model,
            @Nullable @QueryValue String study,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "100") int limit) {
        ZoneId zone = sites.commonZone();
        return page(
                model,
                study,
                null,
                Moments.parseOrStartOfDayIfGiven("from", from, zone),
                Moments.parseOrStartOfDayIfGiven("to", to, zone),
                cursor,
                limit);
    }

    /// What the caller flagged, the newest first.
    @Get("/mine")
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADMIN})
    Page<FlagView> mine(
            @Nullable @QueryValue String study,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "100") int limit,
            Authentication who) {
        return page(null, study, who.getName(), null, null, cursor, limit);
    }

    private Page<FlagView> page(
            @Nullable String model,
            @Nullable String study,
            @Nullable String flaggedBy,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidParameter("limit", "must be from 1 to " + MOST);
        }
        UUID studyId = study == null ? null : studies.require(study);
        Cursor after = Cursor.parse(cursor);
        return Page.cut(
                        flags.list(
                                model,
                                studyId,
                                flaggedBy,
                                from,
                                to,
                                after == null ? null : after.at(),
                                after == null ? null : after.id(),
                                limit + 1),
                        limit,
                        flag -> new Cursor(flag.flaggedAt(), flag.id()))
                .map(FlagView::of);
    }
}
