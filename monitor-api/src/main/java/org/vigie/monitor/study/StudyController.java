package org.vigie.monitor.study;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

/// The reading list and the study.
@Controller("/api/v1/studies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
class StudyController {

    /// Who may see what a candidate says. Clinicians must not: no way leads from shadow to care.
    private static final Set<String> SEE_SHADOW = Set.of(Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN);

    private static final Set<String> SEE_TRUTH =
            Set.of(Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN);

    private final StudyReader reader;
    private final Studies studies;
    private final Sites sites;

    StudyController(StudyReader reader, Studies studies, Sites sites) {
        this.reader = reader;
        this.studies = studies;
        this.sites = sites;
    }

    /// Studies, newest first, with what the champion in force said.
    @Get
    Page<StudyViews.Line> list(
            @Nullable @QueryValue String site,
            @Nullable @QueryValue String model,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue Boolean flagged,
            @QueryValue(defaultValue = "50") @Min(1) @Max(500) int limit,
            @Nullable @QueryValue String cursor,
            Authentication user) {
        ZoneId zone = sites.zone(site);
        var filter = new StudyReader.Filter(
                site,
                model,
                Moments.parseOrStartOfDayIfGiven("from", from, zone),
                Moments.parseOrStartOfDayIfGiven("to", to, zone),
                flagged,
                user.getName());
        return reader.list(filter, limit, Cursor.parse(cursor));
    }

    /// One study, by our id, by the pseudonym of its Study Instance UID or by the original one.
    @Get("/{study}")
    StudyViews.Study show(String study, @Nullable @QueryValue String model, Authentication user) {
        UUID id = studies.require(study);
        Subjects.touched(id);
        return reader.show(id, model, user.getName(), mayDo(user, SEE_SHADOW), mayDo(user, SEE_TRUTH));
    }

    private static boolean mayDo(Authentication user, Set<String> roles) {
        return !Collections.disjoint(user.getRoles(), roles);
    }
}
