package org.vigie.monitor.surveillance;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertKind;
import org.vigie.monitor.alert.AlertTitle;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.alert.Alerts.Finding;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.performance.PerformanceResult;

/// Turns a week's findings into alerts: one for each group that moved, one for each rate below its minimum.
@Singleton
class RaiseAlerts {

    private static final int DRIFT = 2;
    private static final int BELOW_MINIMUM = 3;

    private final Alerts alerts;

    RaiseAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    List<Alerts.Raised> raise(
            String model, String week, DriftCheckRow drift, List<PerformanceResult> performance, String actor) {
        List<Finding> findings = new ArrayList<>(ofDrift(model, week, drift));
        for (PerformanceResult result : performance) {
            addIfBelow(findings, model, week, "sensitivity", result.site(), result.sensitivity());
            addIfBelow(findings, model, week, "specificity", result.site(), result.specificity());
        }
        return findings.stream().map(finding -> alerts.raise(finding, actor)).toList();
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

    private static void addIfBelow(
            List<Finding> findings,
            String model,
            String week,
            String metric,
            @Nullable String site,
            PerformanceResult.Rate rate) {
        Double minimum = rate.minimum();
        if (rate.verdict() != PerformanceResult.Verdict.FAIL || minimum == null) {
            return;
        }
        String where = site == null ? "all" : site;
        findings.add(new Finding(
                model,
                AlertKind.THRESHOLD,
                metric + "@" + where,
                week,
                BELOW_MINIMUM,
                AlertTitle.belowMinimum(metric, where, rate.upper(), minimum),
                Map.of("n", Long.toString(rate.n()), "k", Long.toString(rate.k()))));
    }
}
