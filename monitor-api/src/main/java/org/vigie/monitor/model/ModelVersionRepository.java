package org.vigie.monitor.model;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Append-only: a version is saved once and read.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelVersionRepository extends GenericRepository<ModelVersion, UUID> {

    Optional<ModelVersion> findById(UUID id);

    Optional<ModelVersion> findByModelAndVersion(String model, String version);

    @Query("select * from model_version where model = :model order by registered_at, id")
    List<ModelVersion> ofModel(String model);

    @Query("select * from model_version order by model, registered_at, id")
    List<ModelVersion> all();

    /// @return 0 if the model has such a version already
    @Query("""
            insert into model_version (id, model, version, onnx_sha256, package_sha256, preprocessing_sha256, opset,
                                       threshold, manifest, manifest_yaml, package_path, registered_at, registered_by)
            values (:id, :model, :version, :onnxSha256, :packageSha256, :preprocessingSha256, :opset,
                    :threshold, cast(:manifest as jsonb), :manifestYaml, :packagePath, :registeredAt, :registeredBy)
            on conflict (model, version) do nothing
            """)
    int addIfAbsent(
            UUID id,
            String model,
            String version,
            String onnxSha256,
            String packageSha256,
            String preprocessingSha256,
            int opset,
            @Nullable Double threshold,
            String manifest,
            String manifestYaml,
            String packagePath,
            Instant registeredAt,
            String registeredBy);
}
