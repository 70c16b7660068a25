package org.vigie.monitor.model;

import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Site;
import org.vigie.monitor.site.Sites;

/// Which version was live where and when.
@Controller("/api/v1/models/{model}/roles")
@ExecuteOn(TaskExecutors.BLOCKING)
class RoleController {

    private final SetRole setRole;
    private final Models models;
    private final ModelRoleRepository roles;
    private final Sites sites;

    RoleController(SetRole setRole, Models models, ModelRoleRepository roles, Sites sites) {
        this.setRole = setRole;
        this.models = models;
        this.roles = roles;
        this.sites = sites;
    }

    /// @param from a moment, or a date: the start of that day at the site
    @Serdeable
    record RoleRequest(
            @NotBlank @Size(max = 40) String version,
            @NotNull ModelRole.Role role,
            @NotBlank @Size(max = 32) String site,
            @NotBlank @Size(max = 40) String from,
            @NotBlank @Size(max = 1000) String reason) {}

    /// @param to null while the role lasts
    @Serdeable
    record RoleView(
            UUID id,
            String version,
            String site,
            ModelRole.Role role,
            Instant from,
            @Nullable Instant to,
            String reason,
            String setBy,
            Instant setAt) {

        static RoleView of(ModelRole role) {
            return new RoleView(
                    role.id(),
                    role.version(),
                    role.site(),
                    role.role(),
                    role.validFrom(),
                    role.validTo(),
                    role.reason(),
                    role.setBy(),
                    role.setAt());
        }
    }

    /// All roles of the model, or those in force at a moment.
    @Get
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO, Roles.ADMIN})
    Page<RoleView> list(String model, @Nullable @QueryValue String at, @Nullable @QueryValue String site) {
        models.require(model);
        Instant moment = Moments.parseOrStartOfDayIfGiven("at", at, sites.zone(site));
        List<ModelRole> found = moment == null ? roles.history(model, site) : roles.inForce(model, site, moment);
        return Page.all(found.stream().map(RoleView::of).toList());
    }

    @Post
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    HttpResponse<RoleView> set(String model, @Body @Valid RoleRequest request, Authentication user) {
        Site site = sites.require(request.site());
        SetRole.Outcome outcome = setRole.set(
                model,
                request.version(),
                request.role(),
                site,
                Moments.parseOrStartOfDay("from", request.from(), site.zoneId()),
                request.reason(),
                user.getName());
        RoleView view = RoleView.of(outcome.role());
        return outcome.created() ? HttpResponse.created(view) : HttpResponse.ok(view);
    }
}
