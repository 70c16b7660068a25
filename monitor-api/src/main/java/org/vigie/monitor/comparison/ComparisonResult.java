package org.vigie.monitor.comparison;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Champion and candidate on the same cases.
///
/// @param champion version, or versions one after the other
/// @param cases scored by both
/// @param withTruth of them, those with a settled truth
/// @param margin largest loss that still counts as non-inferior
/// @param sensitivity over diseased cases
/// @param specificity over healthy cases
/// @param aurocDifference candidate minus champion
/// @param reproduction whether the champion's replay gives its production scores; null: nothing to compare
@Serdeable
public record ComparisonResult(
        String champion,
        String candidate,
        Instant from,
        Instant to,
        Instant asOf,
        long cases,
        long withTruth,
        double margin,
        Paired sensitivity,
        Paired specificity,
        @Nullable Difference aurocChampion,
        @Nullable Difference aurocCandidate,
        @Nullable Difference aurocDifference,
        @Nullable Reproduction reproduction,
        Verdict verdict) {

    public enum Verdict {
        SUPERIOR,
        NON_INFERIOR,
        INFERIOR,
        NOT_ENOUGH_DATA
    }

    /// @param pValue exact McNemar; null: no case on which they differ
    /// @param difference candidate minus champion; null: no case
    @Serdeable
    public record Paired(
            long bothRight,
            long championOnly,
            long candidateOnly,
            long neither,
            @Nullable Double pValue,
            @Nullable Difference difference,
            Verdict verdict) {}

    /// @param pValue null where there is none
    @Serdeable
    public record Difference(
            double estimate,
            double lower,
            double upper,
            @Nullable Double pValue) {}

    @Serdeable
    public record Reproduction(long cases, double largestDifference, double tolerance) {

        public boolean holds() {
            return largestDifference <= tolerance;
        }
    }
}
