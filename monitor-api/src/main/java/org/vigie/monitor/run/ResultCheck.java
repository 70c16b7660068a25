package org.vigie.monitor.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.prediction.NewPrediction;
import org.vigie.monitor.run.LeaseMessages.Result;

/// Checks one result of a runner.
///
/// @param pointer where it stands in the request
record ResultCheck(String pointer) {

    static ResultCheck at(String pointer) {
        return new ResultCheck(pointer);
    }

    /// @throws InvalidResults if it cannot be true
    NewPrediction check(Result result, Set<UUID> studies, Map<UUID, ModelVersion> versions, UUID runId) {
        require(studies.contains(result.studyId()), "studyId", "is not of this lease");
        ModelVersion version = versions.get(result.versionId());
        if (version == null) {
            throw new InvalidResults(pointer + "/versionId", "is not of this run");
        }
        require(isShare(result.score()), "score", "must lie between 0 and 1");
        Map<String, Double> scores = result.scores() == null ? Map.of() : result.scores();
        require(scores.values().stream().allMatch(ResultCheck::isShare), "scores", "must lie between 0 and 1");
        Double latency = result.latencyMillis();
        require(latency == null || (Double.isFinite(latency) && latency >= 0), "latencyMillis", "must not be negative");
        return new NewPrediction(
                runId,
                version,
                result.studyId(),
                result.score(),
                scores,
                result.score() >= version.decisionThreshold(),
                features(result.features()),
                latency,
                result.executionProvider(),
                result.device(),
                Moments.parse(pointer + "/predictedAt", result.predictedAt()));
    }

    private byte @Nullable [] features(@Nullable String base64) {
        if (base64 == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidResults(pointer + "/features", "is not base64");
        }
        require(bytes.length % Float.BYTES == 0, "features", "must be 32-bit numbers");
        var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        while (numbers.hasRemaining()) {
            require(Float.isFinite(numbers.get()), "features", "must be finite numbers");
        }
        return bytes;
    }

    private static boolean isShare(@Nullable Double value) {
        return value != null && value >= 0 && value <= 1;
    }

    private void require(boolean holds, String field, String fault) {
        if (!holds) {
            throw new InvalidResults(pointer + "/" + field, fault);
        }
    }
}
