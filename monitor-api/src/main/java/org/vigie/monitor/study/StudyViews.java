package org.vigie.monitor.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What callers see of studies.
final class StudyViews {

    private StudyViews() {}

    /// One line of the reading list.
    ///
    /// @param prediction of the champion in force at the study's site and time; never of a candidate
    @Serdeable
    record Line(
            UUID id,
            String studyUid,
            String site,
            Instant acquiredAt,
            @Nullable Object modality,
            @Nullable Object bodyPart,
            @Nullable Object viewPosition,
            @Nullable Object manufacturerModelName,
            @Nullable PredictionView prediction,
            long flags,
            boolean flaggedByMe) {}

    @Serdeable
    record PredictionView(
            UUID id,
            String model,
            String version,
            double score,
            boolean positive,
            double threshold,
            Instant predictedAt) {}

    /// @param shadowPredictions of versions that were not champion; left out for whom they are not meant
    /// @param truth the newest for each target; left out for clinicians, whom it would bias
    @Serdeable
    record Study(
            UUID id,
            String studyUid,
            String site,
            Instant acquiredAt,
            Instant recordedAt,
            Map<String, Object> attributes,
            List<Instance> instances,
            @Nullable PredictionView prediction,
            long flags,
            boolean flaggedByMe,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            List<PredictionView> shadowPredictions,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            List<Truth> truth) {}

    @Serdeable
    record Instance(
            UUID id,
            String seriesUid,
            String sopUid,
            int rows,
            int columns,
            int frames,
            String transferSyntax,
            Map<String, Object> attributes,
            Map<String, Object> statistics) {}

    /// @param positive null when the truth is indeterminate
    @Serdeable
    record Truth(String target, @Nullable Boolean positive, String kind, Instant availableAt) {}
}
