package org.vigie.monitor.site;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.security.Roles;

@Controller("/api/v1/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
class SiteController {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private final Sites sites;

    SiteController(Sites sites) {
        this.sites = sites;
    }

    @Serdeable
    record SiteView(String code, String name, String zone) {}

    @Serdeable
    record SiteRequest(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 64) String zone) {}

    @Get
    @Secured({
        Roles.FLAGGER,
        Roles.READER,
        Roles.ADJUDICATOR,
        Roles.ML_ENGINEER,
        Roles.QUALITY,
        Roles.DPO,
        Roles.ADMIN,
        Roles.RUNNER
    })
    Page<SiteView> list() {
        return Page.all(sites.all().stream()
                .map(site -> new SiteView(site.code(), site.name(), site.zone()))
                .toList());
    }

    @Put("/{code}")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    HttpResponse<SiteView> put(String code, @Body @Valid SiteRequest request) {
        if (!CODE.matcher(code).matches()) {
            throw new InvalidParameter("code", "must be up to 32 small letters, digits and hyphens");
        }
        boolean created = sites.put(code, request.name(), zone(request.zone()));
        var view = new SiteView(code, request.name(), request.zone());
        return created ? HttpResponse.created(view) : HttpResponse.ok(view);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidParameter("zone", "must be a time zone such as Europe/Paris");
        }
    }
}
