package org.vigie.monitor.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.reports.weekly.Flags;

/// What clinicians said of the week's results.
final class FlagsPart {

    private FlagsPart() {}

    static Flags flags(Material material) {
        Map<Flags.FlagReason, Long> byReason = new TreeMap<>();
        Map<Flags.Severity, Long> bySeverity = new TreeMap<>();
        for (WeekCounts.FlagCount flag : material.flags()) {
            Flags.FlagReason reason = Flags.FlagReason.valueOf(flag.reason());
            byReason.merge(reason, flag.count(), Long::sum);
            if (reason != Flags.FlagReason.AGREE) {
                bySeverity.merge(severity(flag.severity()), flag.count(), Long::sum);
            }
        }
        return new Flags(
                byReason.entrySet().stream()
                        .map(entry -> new Flags.ByReason(entry.getKey(), entry.getValue()))
                        .toList(),
                bySeverity.entrySet().stream()
                        .map(entry -> new Flags.BySeverity(entry.getKey(), entry.getValue()))
                        .toList(),
                material.openFlags(),
                0,
                null);
    }

    private static Flags.Severity severity(@Nullable Integer severity) {
        if (severity == null) {
            return Flags.Severity.NOT_STATED;
        }
        return switch (severity) {
            case 1 -> Flags.Severity.MINOR;
            case 2 -> Flags.Severity.MODERATE;
            default -> Flags.Severity.SEVERE;
        };
    }

    static List<WeekCounts.FlagCount> errors(List<WeekCounts.FlagCount> flags) {
        return flags.stream().filter(flag -> !"AGREE".equals(flag.reason())).toList();
    }
}
