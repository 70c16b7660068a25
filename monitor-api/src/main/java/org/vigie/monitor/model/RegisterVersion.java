package org.vigie.monitor.model;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.vigie.modelpackage.ArchiveLimits;
import org.vigie.modelpackage.Manifest;
import org.vigie.modelpackage.ModelPackage;
import org.vigie.modelpackage.ModelPackageException;
import org.vigie.modelpackage.OnnxGraph;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.VigieSettings;

/// Takes a model package in: checks the archive, the manifest, the graph and the examples, keeps the
/// package, and records the version. The same package again is the same version; another package of
/// that name is refused. Two callers at once: one registers, the other finds it registered.
@Singleton
class RegisterVersion {

    private final ModelRepository models;
    private final ModelVersionRepository versions;
    private final PackageStore store;
    private final VigieSettings settings;
    private final Ids ids;
    private final Clock clock;

    RegisterVersion(
            ModelRepository models,
            ModelVersionRepository versions,
            PackageStore store,
            VigieSettings settings,
            Ids ids,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.store = store;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    record Outcome(ModelVersion version, Model model, boolean created) {}

    /// @throws PackageRefused with every reason found
    /// @throws VersionExists if the model has a version of this name with other content
    Outcome register(Path zip, String registeredBy) {
        ModelPackage modelPackage;
        OnnxGraph graph;
        try {
            var limits = new ArchiveLimits(
                    ArchiveLimits.DEFAULT.entries(), settings.maxUploadBytes(), settings.maxUploadBytes());
            modelPackage = ModelPackage.fromZip(zip, limits);
            var existing = versions.findByModelAndVersion(
                    modelPackage.manifest().name(), modelPackage.manifest().version());
            if (existing.isPresent()) {
                return existing(existing.get(), modelPackage);
            }
            requireThreshold(modelPackage.manifest());
            graph = modelPackage.verify();
        } catch (ModelPackageException e) {
            throw new PackageRefused(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The package could not be read back", e);
        }
        return record(modelPackage, graph, registeredBy);
    }

    private Outcome record(ModelPackage modelPackage, OnnxGraph graph, String registeredBy) {
        Manifest manifest = modelPackage.manifest();
        String task = manifest.task().name().toLowerCase(Locale.ROOT).replace('_', '-');
        models.addIfAbsent(manifest.name(), task, manifest.target(), clock.instant());
        Model model = models.findByName(manifest.name()).orElseThrow();
        requireSame("/task", model.task(), task);
        requireSame("/target", model.target(), manifest.target());
        String path = store.keep(modelPackage); // before the row: a row without its package would be a lie
        int added = versions.addIfAbsent(
                ids.next(),
                manifest.name(),
                manifest.version(),
                modelPackage.onnxSha256(),
                modelPackage.packageSha256(),
                modelPackage.preprocessingSha256(),
                graph.opset(),
                manifest.threshold(),
                manifest.toJson(),
                modelPackage.manifestYaml(),
                path,
                clock.instant(),
                registeredBy);
        ModelVersion version = versions.findByModelAndVersion(manifest.name(), manifest.version())
                .orElseThrow();
        return added == 1 ? new Outcome(version, model, true) : existing(version, modelPackage);
    }

    private Outcome existing(ModelVersion version, ModelPackage modelPackage) {
        if (!version.packageSha256().equals(modelPackage.packageSha256())) {
            throw new VersionExists(version);
        }
        return new Outcome(version, models.findByName(version.model()).orElseThrow(), false);
    }

    private static void requireThreshold(Manifest manifest) {
        if (manifest.threshold() == null) {
            throw PackageRefused.manifest("/threshold", "is needed: a score at or above it counts as positive");
        }
    }

    private static void requireSame(String pointer, String model, String manifest) {
        if (!model.equals(manifest)) {
            throw PackageRefused.manifest(
                    pointer, "is '%s' but the model's earlier versions have '%s'".formatted(manifest, model));
        }
    }
}
