package org.vigie.monitor.model;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The models and versions this service knows.
@Singleton
public class Models {

    private final ModelRepository models;
    private final ModelVersionRepository versions;
    private final ModelRoleRepository roles;

    Models(ModelRepository models, ModelVersionRepository versions, ModelRoleRepository roles) {
        this.models = models;
        this.versions = versions;
        this.roles = roles;
    }

    public List<Model> all() {
        return models.all();
    }

    /// @throws UnknownModel if there is none
    public Model require(String name) {
        return models.findByName(name).orElseThrow(() -> new UnknownModel(name));
    }

    public List<ModelVersion> versions(String model) {
        return versions.ofModel(model);
    }

    public Optional<ModelVersion> version(UUID id) {
        return versions.findById(id);
    }

    public Optional<ModelVersion> findVersion(String model, String version) {
        return versions.findByModelAndVersion(model, version);
    }

    /// @throws UnknownModel if there is no such model
    /// @throws UnknownVersion if the model has no such version
    public ModelVersion requireVersion(String model, String version) {
        return versions.findByModelAndVersion(require(model).name(), version)
                .orElseThrow(() -> new UnknownVersion(model, version));
    }

    /// The version in clinical use at a site at a moment.
    public Optional<ModelVersion> champion(String model, String site, Instant at) {
        return roles.championAt(model, site, at).flatMap(versions::findById);
    }

    /// The roles that were in force at a moment, at one site or at all.
    ///
    /// @param site null for all
    public List<ModelRole> rolesAt(String model, @org.jspecify.annotations.Nullable String site, Instant at) {
        return roles.inForce(model, site, at);
    }
}
