package org.vigie.monitor.model;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.monitor.audit.Subjects;
import org.vigie.monitor.model.ModelController.VersionView;
import org.vigie.monitor.platform.Spool;
import org.vigie.monitor.platform.VigieSettings;
import org.vigie.monitor.security.Roles;

/// Registers model versions and hands their packages out.
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class VersionController {

    private final RegisterVersion registerVersion;
    private final Models models;
    private final PackageStore packages;
    private final Spool spool;
    private final VigieSettings settings;

    VersionController(
            RegisterVersion registerVersion,
            Models models,
            PackageStore packages,
            Spool spool,
            VigieSettings settings) {
        this.registerVersion = registerVersion;
        this.models = models;
        this.packages = packages;
        this.spool = spool;
        this.settings = settings;
    }

    /// Registers the version in a zip of `model.yaml`, `model.onnx` and examples.
    @Post(value = "/versions", consumes = "application/zip")
    @Secured({Roles.ADMIN, Roles.ML_ENGINEER})
    HttpResponse<VersionView> register(@Body InputStream body, Authentication user) throws IOException {
        Path zip = spool.receive(body, settings.maxUploadBytes());
        try {
            RegisterVersion.Outcome outcome = registerVersion.register(zip, user.getName());
            Subjects.touched(outcome.version().id());
            VersionView view = VersionView.of(outcome.version(), outcome.model());
            return outcome.created() ? HttpResponse.created(view) : HttpResponse.ok(view);
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    @Get("/{model}/versions/{version}")
    @Secured({Roles.FLAGGER, Roles.READER, Roles.ADJUDICATOR, Roles.ML_ENGINEER, Roles.QUALITY, Roles.DPO, Roles.ADMIN})
    VersionView show(String model, String version) {
        return VersionView.of(models.requireVersion(model, version), models.require(model));
    }

    @Get(value = "/{model}/versions/{version}/package", produces = "application/zip")
    @Secured({Roles.RUNNER, Roles.ML_ENGINEER, Roles.ADMIN})
    SystemFile download(String model, String version) {
        ModelVersion found = models.requireVersion(model, version);
        Subjects.touched(found.id());
        return new SystemFile(packages.file(found).toFile(), MediaType.of("application/zip"));
    }
}
