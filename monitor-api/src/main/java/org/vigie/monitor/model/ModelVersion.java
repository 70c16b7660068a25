package org.vigie.monitor.model;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;

/// One immutable ONNX artefact and its manifest.
///
/// @param threshold a score at or above it is positive
/// @param manifest canonical JSON
/// @param packagePath of the zip, below the folder of packages
@MappedEntity("model_version")
public record ModelVersion(
        @Id UUID id,
        String model,
        String version,
        String onnxSha256,
        String packageSha256,
        String preprocessingSha256,
        int opset,
        @Nullable Double threshold,
        @TypeDef(type = DataType.JSON) String manifest,
        String manifestYaml,
        String packagePath,
        Instant registeredAt,
        String registeredBy) {

    /// @throws IllegalStateException for a version that was registered without one, which is refused
    public double decisionThreshold() {
        if (threshold == null) {
            throw new IllegalStateException("Version " + id + " has no threshold");
        }
        return threshold;
    }
}
