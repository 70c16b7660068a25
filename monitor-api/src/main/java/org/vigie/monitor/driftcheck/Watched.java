package org.vigie.monitor.driftcheck;

import java.util.List;
import org.vigie.monitor.policy.Policy;

/// What a check looks at.
///
/// @param groupBy attribute whose values are looked at one by one
/// @param minimumCases fewer in a group and window give INCONCLUSIVE
/// @param falseAlarmsPerYear budget over all streams, groups and weeks together
public record Watched(
        List<String> attributes,
        List<String> statistics,
        boolean scores,
        boolean features,
        String groupBy,
        int minimumCases,
        double falseAlarmsPerYear) {

    public Watched {
        attributes = List.copyOf(attributes);
        statistics = List.copyOf(statistics);
    }

    public static Watched of(Policy policy) {
        Policy.Drift drift = policy.drift();
        return new Watched(
                drift.attributes(),
                drift.statistics(),
                drift.scores(),
                drift.features(),
                drift.groupBy(),
                drift.minimumCases(),
                policy.budget().drift());
    }

    Watched groupedBy(String attribute) {
        return new Watched(attributes, statistics, scores, features, attribute, minimumCases, falseAlarmsPerYear);
    }
}
