package org.vigie.drift.verdict;

import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// How much a statistic rests on.
///
/// @param reference observations present in the reference window
/// @param current observations present in the current window
/// @param missingReference observations missing in the reference window
/// @param missingCurrent observations missing in the current window
public record WindowSizes(long reference, long current, long missingReference, long missingCurrent) {

    public static WindowSizes of(NumericWindow reference, NumericWindow current) {
        return new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
    }

    public static WindowSizes of(CategoricalWindow reference, CategoricalWindow current) {
        return new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
    }

    public static WindowSizes of(FeatureWindow reference, FeatureWindow current) {
        return new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
    }
}
