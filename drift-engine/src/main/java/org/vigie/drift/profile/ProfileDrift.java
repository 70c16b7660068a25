package org.vigie.drift.profile;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;

/// What two profiles say about drift, the error of the profiles included.
///
/// @param statistic the value with its bounds; empty when there was too little data
/// @param smallestPValue p-value at that bound which speaks most for drift
/// @param largestPValue p-value at that bound which speaks least for drift
/// @param verdict drift only if the largest p-value reaches the level, stable only if the smallest does
///     not; otherwise the summaries are too coarse and the verdict is inconclusive
public record ProfileDrift(
        Optional<SketchedValue> statistic,
        OptionalDouble smallestPValue,
        OptionalDouble largestPValue,
        WindowSizes sizes,
        double level,
        DriftVerdict verdict) {}
