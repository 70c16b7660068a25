package org.vigie.modelpackage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model's output on one case.
///
/// @param score the target's score; may be NaN or outside 0–1 if the model gives that
/// @param scores label → score
/// @param features the embedding; null when the model has none
public record Scored(double score, Map<String, Double> scores, float @Nullable [] features) {

    public Scored {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
}
