package org.vigie.monitor.surveillance;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.comparison.ComparisonResult;
import org.vigie.monitor.performance.PerformanceResult;

/// What one week's surveillance found, kept as it was found.
///
/// @param performance of all sites, and of each where there are several
/// @param weekly performance of the week's own cases, of all sites
/// @param comparisons one for each candidate in shadow
@Serdeable
public record SurveillanceResult(
        List<PerformanceResult> performance,
        PerformanceResult weekly,
        List<ComparisonResult> comparisons,
        List<UUID> alertsOpened,
        List<UUID> alertsExtended) {

    /// @param site null: all sites
    public Optional<PerformanceResult> performance(@Nullable String site) {
        return performance.stream()
                .filter(each -> java.util.Objects.equals(each.site(), site))
                .findFirst();
    }
}
