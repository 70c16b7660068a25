package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vigie.demo.phantom.Hospital;

/// What must hold at the end, given what the hospital did: the upgrade is found, named, and nothing before it.
final class Expectations {
    private static final int VERSIONS = 3;

    /// Studies a week, over all rooms, that give the upgraded room comfortably more than the policy's minimum.
    static final int ENOUGH_PER_WEEK = 30;

    private Expectations() {}

    /// @return what does not hold, in words; empty if all is well
    static List<String> unmet(
            DemoOptions options,
            int studies,
            Ingestion.Outcome ingested,
            JsonNode run,
            List<WeekResult> weeks,
            List<AlertLine> alerts) {
        List<String> unmet = new ArrayList<>();
        if (ingested.total() != studies) {
            unmet.add("%d of %d studies are in the service".formatted(ingested.total(), studies));
        }
        if (run.path("done").asInt() != studies || run.path("predictions").asInt() != VERSIONS * studies) {
            unmet.add("%d studies make %d predictions, the run has %d of %d studies"
                    .formatted(
                            studies,
                            VERSIONS * studies,
                            run.path("predictions").asInt(),
                            run.path("done").asInt()));
        }
        String upgrade = Weeks.iso(Hospital.UPGRADE_WEEK);
        for (AlertLine alert : alerts) {
            if (alert.week().compareTo(upgrade) < 0) {
                unmet.add("an alert was opened in %s, before the upgrade in %s: %s"
                        .formatted(alert.week(), upgrade, alert.title()));
            }
        }
        if (upgradeMustBeFound(options)) {
            String scanner = Hospital.UPGRADED_ROOM.modelName();
            boolean found = weeks.stream()
                    .anyMatch(week -> week.week() >= Hospital.UPGRADE_WEEK
                            && week.drifted()
                            && week.groups().contains(scanner));
            if (!found) {
                unmet.add("no week from %s on found drift on %s".formatted(upgrade, scanner));
            }
            boolean alerted = alerts.stream()
                    .anyMatch(alert -> alert.kind().equals("DRIFT")
                            && alert.week().compareTo(upgrade) >= 0
                            && alert.names(scanner));
            if (!alerted) {
                unmet.add("no drift alert names " + scanner);
            }
        }
        return unmet;
    }

    static boolean upgradeMustBeFound(DemoOptions options) {
        return options.weeks() > Hospital.UPGRADE_WEEK && options.perWeek() >= ENOUGH_PER_WEEK;
    }
}
