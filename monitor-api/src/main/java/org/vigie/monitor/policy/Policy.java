package org.vigie.monitor.policy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a hospital decided for one model.
///
/// @param owner who answers for it
/// @param falseAlarmsPerYear how many alarms a year may be false, over all streams, groups, rates and weeks together
public record Policy(
        String model,
        String owner,
        String reason,
        Reference reference,
        Performance performance,
        Drift drift,
        double falseAlarmsPerYear,
        Alerts alerts) {

    /// What alarms of each kind may be false.
    public Budget budget() {
        return new Budget(falseAlarmsPerYear / 2, falseAlarmsPerYear / 2);
    }

    /// False alarms a year, half of them for each kind: neither is worth more of the staff's patience.
    ///
    /// @param drift of inputs, scores and features
    /// @param thresholds of sensitivity and specificity below their minimum
    public record Budget(double drift, double thresholds) {}

    /// The window that each week is compared with.
    ///
    /// @param from first day
    /// @param to day after the last
    public record Reference(LocalDate from, LocalDate to) {}

    /// @param windowWeeks truth of the last so many weeks is pooled
    /// @param confidence of the two-sided intervals
    /// @param prevalence declared by the hospital; predictive values are given at it
    public record Performance(int windowWeeks, double confidence, double prevalence, Thresholds thresholds) {}

    /// Least sensitivity and specificity that are acceptable.
    public record Thresholds(double sensitivity, double specificity) {}

    /// @param attributes categorical streams, by DICOM keyword in camel case
    /// @param statistics numeric streams of the image
    /// @param scores whether the champion's score is watched
    /// @param features whether its deep features are watched
    /// @param groupBy attribute whose values are watched one by one, such as the scanner
    /// @param minimumCases fewer in a group and window give INCONCLUSIVE
    public record Drift(
            List<String> attributes,
            List<String> statistics,
            boolean scores,
            boolean features,
            String groupBy,
            int minimumCases) {

        public Drift {
            attributes = List.copyOf(attributes);
            statistics = List.copyOf(statistics);
        }

        /// How many streams are watched in each group.
        public int streams() {
            return attributes.size() + statistics.size() + (scores ? 1 : 0) + (features ? 1 : 0);
        }
    }

    /// Who is told.
    public record Alerts(@Nullable URI webhook, List<String> recipients) {

        public Alerts {
            recipients = List.copyOf(recipients);
        }
    }
}
