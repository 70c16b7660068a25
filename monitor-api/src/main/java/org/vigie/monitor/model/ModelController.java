package org.vigie.monitor.model;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.security.Roles;

/// Models with their versions and who is champion where.
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController {

    private final Models models;
    private final ModelRoleRepository roles;
    private final Clock clock;

    ModelController(Models models, ModelRoleRepository roles, Clock clock) {
        this.models = models;
        this.roles = roles;
        this.clock = clock;
    }

    @Serdeable
    record ModelView(
            String name, String task, String target, List<VersionView> versions, List<ChampionView> champions) {}

    @Serdeable
    record ChampionView(String site, String version, Instant from) {}

    @Serdeable
    record VersionView(
            UUID id,
            String model,
            String version,
            String onnxSha256,
            String packageSha256,
            String preprocessingSha256,
            int opset,
            @Nullable Double threshold,
            String target,
            Instant registeredAt,
            String registeredBy) {

        static VersionView of(ModelVersion version, Model model) {
            return new VersionView(
                    version.id(),
                    version.model(),
                    version.version(),
                    version.onnxSha256(),
                    version.packageSha256(),
                    version.preprocessingSha256(),
                    version.opset(),
                    version.threshold(),
                    model.target(),
                    version.registeredAt(),
                    version.registeredBy());
        }
    }

    @Get
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO, Roles.ADMIN})
    Page<ModelView> list() {
        List<ModelRole> champions = roles.champions(clock.instant());
        return Page.all(
                models.all().stream().map(model -> view(model, champions)).toList());
    }

    @Get("/{model}")
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO, Roles.ADMIN})
    ModelView show(String model) {
        return view(models.require(model), roles.champions(clock.instant()));
    }

    private ModelView view(Model model, List<ModelRole> champions) {
        return new ModelView(
                model.name(),
                model.task(),
                model.target(),
                models.versions(model.name()).stream()
                        .map(version -> VersionView.of(version, model))
                        .toList(),
                champions.stream()
                        .filter(role -> role.model().equals(model.name()))
                        .map(role -> new ChampionView(role.site(), role.version(), role.validFrom()))
                        .toList());
    }
}
