package org.vigie.monitor.performance;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decisions against the truth, as it was known at a moment.
///
/// @param version null: the champion in force at each site and time
/// @param site null: all sites together
/// @param cases scored in the window
/// @param withTruth of them, those with a truth, indeterminate ones included
/// @param truthShare `withTruth / cases`: how mature the window is; null without cases
/// @param auroc null without a diseased or without a healthy case
/// @param truthKinds how many truths are of which kind
/// @param assumptions what the numbers rest on, as keys
@Serdeable
public record PerformanceResult(
        @Nullable String version,
        @Nullable String site,
        Instant from,
        Instant to,
        Instant asOf,
        long cases,
        long withTruth,
        @Nullable Double truthShare,
        Confusion confusion,
        Rate sensitivity,
        Rate specificity,
        @Nullable Estimate auroc,
        @Nullable Double prevalence,
        @Nullable Estimate ppvAtPrevalence,
        @Nullable Estimate npvAtPrevalence,
        Map<String, Long> truthKinds,
        List<String> assumptions) {

    /// @param indeterminate cases that readers could not settle; in no rate
    @Serdeable
    public record Confusion(long tp, long fp, long fn, long tn, long indeterminate) {}

    public enum Verdict {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    /// @param k right decisions of `n` cases
    /// @param minimum null: no policy sets one
    /// @param settle further cases after which a verdict may be expected; null: settled, or not to be expected
    @Serdeable
    public record Rate(
            long n,
            long k,
            @Nullable Double estimate,
            double lower,
            double upper,
            String method,
            @Nullable Double minimum,
            Verdict verdict,
            @Nullable Long settle) {}

    @Serdeable
    public record Estimate(double estimate, double lower, double upper) {}
}
