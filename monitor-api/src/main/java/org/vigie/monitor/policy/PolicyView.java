package org.vigie.monitor.policy;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A policy as the API tells it.
///
/// @param yaml as it was applied
@Serdeable
public record PolicyView(
        UUID id,
        String model,
        int version,
        String owner,
        String reason,
        Reference reference,
        Performance performance,
        Drift drift,
        double falseAlarmsPerYear,
        Alerts alerts,
        String yaml,
        Instant appliedAt,
        String appliedBy) {

    @Serdeable
    public record Reference(LocalDate from, LocalDate to) {}

    @Serdeable
    public record Performance(int windowWeeks, double confidence, double prevalence, Thresholds thresholds) {}

    @Serdeable
    public record Thresholds(double sensitivity, double specificity) {}

    @Serdeable
    public record Drift(
            List<String> attributes,
            List<String> statistics,
            boolean scores,
            boolean features,
            String groupBy,
            int minimumCases) {}

    @Serdeable
    public record Alerts(@Nullable String webhook, List<String> recipients) {}

    static PolicyView of(PolicyRow row) {
        Policy policy = Policies.parsed(row);
        Policy.Performance performance = policy.performance();
        Policy.Drift drift = policy.drift();
        return new PolicyView(
                row.id(),
                row.model(),
                row.version(),
                row.owner(),
                row.reason(),
                new Reference(policy.reference().from(), policy.reference().to()),
                new Performance(
                        performance.windowWeeks(),
                        performance.confidence(),
                        performance.prevalence(),
                        new Thresholds(
                                performance.thresholds().sensitivity(),
                                performance.thresholds().specificity())),
                new Drift(
                        drift.attributes(),
                        drift.statistics(),
                        drift.scores(),
                        drift.features(),
                        drift.groupBy(),
                        drift.minimumCases()),
                policy.falseAlarmsPerYear(),
                new Alerts(
                        policy.alerts().webhook() == null
                                ? null
                                : policy.alerts().webhook().toString(),
                        policy.alerts().recipients()),
                row.yaml(),
                row.appliedAt(),
                row.appliedBy());
    }
}
