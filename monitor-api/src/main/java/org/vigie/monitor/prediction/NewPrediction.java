package org.vigie.monitor.prediction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.model.ModelVersion;

/// One version's output on one case, to be stored.
///
/// @param runId null: made in production and imported
/// @param features float32, little endian
public record NewPrediction(
        @Nullable UUID runId,
        ModelVersion version,
        UUID studyId,
        double score,
        Map<String, Double> scores,
        boolean positive,
        byte @Nullable [] features,
        @Nullable Double latencyMillis,
        @Nullable String executionProvider,
        @Nullable String device,
        Instant predictedAt) {}
