package org.vigie.monitor.run;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What runners and the service say to each other.
final class LeaseMessages {

    private LeaseMessages() {}

    @Serdeable
    record LeaseRequest(
            @NotBlank @Size(max = 120) String runner,
            @NotBlank @Size(max = 120) String device,
            @Min(1) @Max(1000) int capacity) {}

    @Serdeable
    record Lease(UUID leaseId, UUID runId, Instant expiresAt, List<LeasedVersion> versions, List<LeasedCase> cases) {}

    @Serdeable
    record LeasedVersion(
            UUID id,
            String model,
            String version,
            String packageSha256,
            String packageUrl,
            String preprocessingSha256,
            double threshold) {}

    @Serdeable
    record LeasedCase(UUID studyId, UUID instanceId, String fileUrl, String sha256) {}

    @Serdeable
    record Renewal(Instant expiresAt) {}

    @Serdeable
    record Results(
            @NotNull @Size(max = 10_000) List<@Valid @NotNull Result> results,
            @Nullable @Size(max = 1000) List<@Valid @NotNull Failure> failures) {}

    /// @param features float32, little endian, in base64
    /// @param predictedAt with its zone
    @Serdeable
    record Result(
            @NotNull UUID studyId,
            @NotNull UUID versionId,
            double score,
            @Nullable @Size(max = 1000) Map<String, Double> scores,
            @Nullable @Size(max = 1_000_000) String features,
            @Nullable Double latencyMillis,
            @Nullable @Size(max = 40) String executionProvider,
            @Nullable @Size(max = 120) String device,
            @NotBlank @Size(max = 40) String predictedAt) {}

    @Serdeable
    record Failure(
            @NotNull UUID studyId,
            @NotBlank @Size(max = 64) String reason,
            @Nullable @Size(max = 1000) String detail) {}

    @Serdeable
    record Stored(int stored, int duplicates) {}
}
