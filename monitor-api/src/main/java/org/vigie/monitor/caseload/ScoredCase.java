package org.vigie.monitor.caseload;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One study as one model version saw it.
///
/// @param attributes technical DICOM attributes of the study and of the instance that was scored
/// @param statistics of that instance's image
/// @param features null: the model has none, or they were not asked for
/// @param reference null: no truth known at the moment asked for
/// @param truthKind null: as for `reference`
public record ScoredCase(
        UUID studyId,
        String site,
        Instant acquiredAt,
        Map<String, String> attributes,
        Map<String, Double> statistics,
        UUID modelVersionId,
        UUID predictionId,
        double score,
        boolean positive,
        float @Nullable [] features,
        @Nullable Reference reference,
        @Nullable String truthKind) {

    /// What the reference standard says.
    public enum Reference {
        POSITIVE,
        NEGATIVE,
        /// Readers could not settle it: counted, but in no rate.
        INDETERMINATE
    }

    public ScoredCase {
        attributes = Map.copyOf(attributes);
        statistics = Map.copyOf(statistics);
    }

    /// The value of an attribute; null where the study has none.
    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /// Whether the case counts in sensitivity or specificity.
    public boolean settled() {
        return reference == Reference.POSITIVE || reference == Reference.NEGATIVE;
    }
}
