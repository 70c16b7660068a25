package org.vigie.reports.weekly;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the report is about and what it rests on.
///
/// @param target what the model looks for, such as `opacity`
/// @param versions one for each site, in force at the end of the week
/// @param zone of the site; weeks and times are told in it
/// @param asOf the data cut: what was known at that moment, and nothing later
/// @param serviceBuild of the service that computed the numbers
/// @param policy null: the hospital has not set one
public record About(
        String model,
        String target,
        List<VersionInForce> versions,
        IsoWeek week,
        Period period,
        ZoneId zone,
        Instant asOf,
        String serviceBuild,
        @Nullable Policy policy) {

    public About {
        Checks.text("model", model);
        Checks.text("target", target);
        Checks.text("service build", serviceBuild);
        versions = List.copyOf(versions);
        Checks.order(
                !asOf.isBefore(period.from()), "data cut %s lies before the week %s".formatted(asOf, period.from()));
    }

    /// @param modelSha256 of the ONNX file, 64 hexadecimal digits
    /// @param threshold a score at or above it is a positive model result
    public record VersionInForce(String site, String version, String modelSha256, double threshold, Instant since) {
        public VersionInForce {
            Checks.text("site", site);
            Checks.text("version", version);
            Checks.order(modelSha256.matches("[0-9a-f]{64}"), "not a SHA-256 in hexadecimal: " + modelSha256);
            Checks.finite("threshold", threshold);
        }
    }

    /// @param version counts up with each change
    /// @param owner who answers for it
    /// @param reference the window everything is compared with
    public record Policy(int version, String owner, Period reference) {
        public Policy {
            Checks.order(version >= 1, "policy version is below 1: " + version);
            Checks.text("policy owner", owner);
        }
    }
}
