package org.vigie.monitor.surveillance;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertKind;
import org.vigie.monitor.alert.AlertTitle;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.alert.Alerts.Finding;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.DriftOutcome;

/// Turns a week's findings into alerts: one for each group that moved, one for each rate that fell below its minimum.
@Singleton
class RaiseAlerts {

    private static final int DRIFT = 2;
    private static final int BELOW_MINIMUM = 3;

    private final Alerts alerts;

    RaiseAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    List<Alerts.Raised> raise(
            String model, IsoWeek week, DriftCheckRow drift, List<ThresholdWatch.Fall> falls, String actor) {
        List<Finding> findings = new ArrayList<>(ofDrift(model, week.toString(), drift));
        falls.forEach(fall -> findings.add(ofFall(model, week.toString(), fall)));
        return findings.stream().map(finding -> alerts.raise(finding, actor)).toList();
    }

    /// Last week of the alert on a rate that was closed last.
    Optional<IsoWeek> dealtWith(String model, ThresholdWatch.Subject subject, ZoneId zone) {
        return alerts.lastWeekClosed(model, AlertKind.THRESHOLD, subject.toString())
                .map(week -> IsoWeek.parse(week, zone));
    }

    private static List<Finding> ofDrift(String model, String week, DriftCheckRow drift) {
        DriftOutcome outcome = drift.result();
        if (outcome.verdict() != DriftOutcome.Verdict.DRIFTED) {
            return List.of();
        }
        String by = outcome.attribution().by();
        Map<String, String> detail = Map.of("driftCheck", drift.id().toString());
        List<Finding> findings = new ArrayList<>();
        for (String group : outcome.attribution().groups()) {
            boolean fresh = outcome.attribution().newGroups().contains(group);
            AlertTitle title = fresh
                    ? AlertTitle.newGroup(by, group, cases(outcome, group))
                    : AlertTitle.driftInGroup(by, group, streams(outcome, group));
            findings.add(new Finding(model, AlertKind.DRIFT, by + "=" + group, week, DRIFT, title, detail));
        }
        if (findings.isEmpty()) {
            AlertTitle title = AlertTitle.driftEverywhere(streams(outcome, null));
            findings.add(new Finding(model, AlertKind.DRIFT, "all", week, DRIFT, title, detail));
        }
        return findings;
    }

    private static String streams(DriftOutcome outcome, @Nullable String group) {
        return String.join(
                ", ",
                outcome.drifted()
                        .filter(finding -> Objects.equals(finding.group(), group))
                        .map(DriftOutcome.Finding::stream)
                        .distinct()
                        .toList());
    }

    private static long cases(DriftOutcome outcome, String group) {
        return outcome.drifted()
                .filter(finding -> group.equals(finding.group()))
                .mapToLong(DriftOutcome.Finding::m)
                .max()
                .orElse(0);
    }

    private static Finding ofFall(String model, String week, ThresholdWatch.Fall fall) {
        ThresholdWatch.Subject subject = fall.subject();
        return new Finding(
                model,
                AlertKind.THRESHOLD,
                subject.toString(),
                week,
                BELOW_MINIMUM,
                AlertTitle.fellBelowMinimum(
                        subject.metric().word(),
                        subject.where(),
                        fall.right(),
                        fall.cases(),
                        fall.weeks(),
                        fall.minimum()),
                Map.of("n", Long.toString(fall.cases()), "k", Long.toString(fall.right())));
    }
}
