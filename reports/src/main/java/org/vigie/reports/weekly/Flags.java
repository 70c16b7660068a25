package org.vigie.reports.weekly;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clinicians said of the model's results this week. Flags are a signal; they never enter
/// sensitivity or specificity by themselves.
///
/// @param byReason of the week
/// @param bySeverity of the week
/// @param open flags of any week without an answer at the data cut
/// @param answered flags of the week that have their answer
/// @param medianTimeToAnswer null: none was answered
public record Flags(
        List<ByReason> byReason,
        List<BySeverity> bySeverity,
        long open,
        long answered,
        @Nullable Duration medianTimeToAnswer) {

    public Flags {
        byReason = List.copyOf(byReason);
        bySeverity = List.copyOf(bySeverity);
        Checks.count("open", open);
        Checks.count("answered", answered);
    }

    public enum FlagReason {
        AGREE,
        FALSE_POSITIVE,
        MISSED_FINDING,
        WRONG_PLACE,
        WRONG_GRADE,
        UNUSABLE_IMAGE,
        TECHNICAL,
        OTHER
    }

    public enum Severity {
        NONE,
        MINOR,
        MODERATE,
        SEVERE,
        NOT_STATED
    }

    public record ByReason(FlagReason reason, long count) {
        public ByReason {
            Checks.count("flags", count);
        }
    }

    public record BySeverity(Severity severity, long count) {
        public BySeverity {
            Checks.count("flags", count);
        }
    }
}
