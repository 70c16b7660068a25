package org.vigie.monitor.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertView;
import org.vigie.monitor.comparison.ComparisonResult;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.driftcheck.DriftOutcome.Finding;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.reports.weekly.Decision;
import org.vigie.reports.weekly.Estimate;
import org.vigie.reports.weekly.Metric;
import org.vigie.reports.weekly.OpenAlert;
import org.vigie.reports.weekly.Reason;
import org.vigie.reports.weekly.Scope;
import org.vigie.reports.weekly.Stream;
import org.vigie.reports.weekly.Verdict;

/// The verdict, its reasons, what is to be decided, and the alerts that are open.
final class Judgement {

    private static final int SEVERE = 3;

    private final Material material;
    private final List<PerformanceResult> performance;
    private final DriftOutcome drift;

    Judgement(Material material) {
        this.material = material;
        this.performance = material.surveillance().result().performance();
        this.drift = material.drift().result();
    }

    /// Over sensitivity and specificity, at all sites and at each.
    Verdict verdict() {
        boolean failed = performance.stream()
                .anyMatch(result -> result.sensitivity().verdict() == PerformanceResult.Verdict.FAIL
                        || result.specificity().verdict() == PerformanceResult.Verdict.FAIL);
        if (failed) {
            return Verdict.FAIL;
        }
        PerformanceResult all = performance.getFirst();
        return all.sensitivity().verdict() == PerformanceResult.Verdict.PASS
                        && all.specificity().verdict() == PerformanceResult.Verdict.PASS
                ? Verdict.PASS
                : Verdict.INCONCLUSIVE;
    }

    List<Reason> reasons() {
        List<Reason> failures = new ArrayList<>();
        List<Reason> others = new ArrayList<>();
        for (PerformanceResult result : performance) {
            add(failures, others, Metric.SENSITIVITY, result.site(), result.sensitivity());
            add(failures, others, Metric.SPECIFICITY, result.site(), result.specificity());
        }
        List<Reason> reasons = new ArrayList<>(failures);
        reasons.addAll(driftReasons());
        reasons.addAll(others);
        long flags = material.flags().stream()
                .filter(flag -> !"AGREE".equals(flag.reason()))
                .mapToLong(WeekCounts.FlagCount::count)
                .sum();
        if (flags > 0) {
            reasons.add(new Reason.ErrorsFlagged(flags, severe()));
        }
        for (ComparisonResult comparison : material.surveillance().result().comparisons()) {
            reasons.add(new Reason.CandidateJudged(comparison.candidate(), Translation.verdict(comparison.verdict())));
        }
        return reasons;
    }

    private long severe() {
        return material.flags().stream()
                .filter(flag -> {
                    Integer severity = flag.severity();
                    return !"AGREE".equals(flag.reason()) && severity != null && severity >= SEVERE;
                })
                .mapToLong(WeekCounts.FlagCount::count)
                .sum();
    }

    private void add(
            List<Reason> failures,
            List<Reason> others,
            Metric metric,
            @Nullable String site,
            PerformanceResult.Rate rate) {
        Scope scope = Translation.scope(site);
        Estimate estimate = Translation.estimate(rate, material.level());
        Double minimum = rate.minimum();
        if (estimate == null || minimum == null) {
            others.add(new Reason.NoTruth(metric, scope));
            return;
        }
        switch (rate.verdict()) {
            case FAIL -> failures.add(new Reason.BelowMinimum(metric, scope, estimate, minimum));
            case PASS -> others.add(new Reason.MeetsMinimum(metric, scope, estimate, minimum));
            case INCONCLUSIVE -> others.add(new Reason.Undecided(metric, scope, estimate, minimum, rate.n()));
        }
    }

    private List<Reason> driftReasons() {
        long judged = drift.findings().stream()
                .filter(finding -> finding.verdict() != DriftOutcome.Verdict.INCONCLUSIVE)
                .count();
        return switch (drift.verdict()) {
            case STABLE -> List.of(new Reason.NoDriftFound(judged));
            case INCONCLUSIVE ->
                List.of(new Reason.DriftNotJudged(drift.findings().size()));
            case DRIFTED ->
                new ArrayList<>(moved().stream()
                        .map(finding -> (Reason) new Reason.DriftFound(
                                stream(finding), scope(finding), Translation.week(since(finding))))
                        .toList());
        };
    }

    /// For each group that moved, or all cases where none did, the strongest finding.
    private List<Finding> moved() {
        List<String> groups = drift.attribution().groups();
        if (groups.isEmpty()) {
            return drift.drifted().limit(1).toList();
        }
        return groups.stream()
                .map(group -> drift.drifted()
                        .filter(finding -> group.equals(finding.group()))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream stream(Finding finding) {
        return Translation.stream(finding.kind(), finding.stream());
    }

    private Scope scope(Finding finding) {
        return Translation.group(drift.attribution().by(), finding.group());
    }

    /// The week for which the alert on the same thing was opened.
    private String since(Finding finding) {
        String subject = finding.group() == null ? "all" : drift.attribution().by() + "=" + finding.group();
        return material.alerts().stream()
                .filter(alert -> alert.kind().equals("DRIFT") && alert.subject().equals(subject))
                .map(AlertView::week)
                .findFirst()
                .orElse(material.week().toString());
    }

    List<Decision> decisions() {
        var decisions = new LinkedHashSet<Decision>();
        for (PerformanceResult result : performance) {
            addIfFailed(decisions, Metric.SENSITIVITY, result.site(), result.sensitivity());
            addIfFailed(decisions, Metric.SPECIFICITY, result.site(), result.specificity());
        }
        moved().forEach(finding -> decisions.add(new Decision.InvestigateDrift(stream(finding), scope(finding))));
        for (ComparisonResult comparison : material.surveillance().result().comparisons()) {
            switch (comparison.verdict()) {
                case SUPERIOR, NON_INFERIOR ->
                    decisions.add(
                            new Decision.Promote(comparison.candidate(), Translation.verdict(comparison.verdict())));
                case INFERIOR -> decisions.add(new Decision.EndShadow(comparison.candidate()));
                case NOT_ENOUGH_DATA -> {}
            }
        }
        PerformanceResult all = performance.getFirst();
        addIfUnsettled(decisions, Metric.SENSITIVITY, all.sensitivity());
        addIfUnsettled(decisions, Metric.SPECIFICITY, all.specificity());
        if (material.openFlags() > 0) {
            decisions.add(new Decision.AnswerFlags(material.openFlags()));
        }
        if (!material.alerts().isEmpty()) {
            decisions.add(new Decision.CloseAlerts(material.alerts().size()));
        }
        return List.copyOf(decisions);
    }

    private static void addIfFailed(
            Set<Decision> decisions, Metric metric, @Nullable String site, PerformanceResult.Rate rate) {
        if (rate.verdict() == PerformanceResult.Verdict.FAIL) {
            decisions.add(new Decision.ContinueRestrictOrStop(metric, Translation.scope(site)));
        }
    }

    private static void addIfUnsettled(Set<Decision> decisions, Metric metric, PerformanceResult.Rate rate) {
        Long settle = rate.settle();
        if (rate.verdict() == PerformanceResult.Verdict.INCONCLUSIVE && settle != null && settle > 0) {
            decisions.add(new Decision.CollectTruth(metric, Scope.allSites(), settle));
        }
    }

    List<OpenAlert> alerts() {
        return material.alerts().stream()
                .map(alert -> reason(alert)
                        .map(reason -> new OpenAlert(
                                reason,
                                alert.severity() >= SEVERE ? OpenAlert.Severity.CRITICAL : OpenAlert.Severity.WARNING,
                                alert.openedAt(),
                                Translation.week(alert.latestWeek()),
                                alert.state().equals("ACKNOWLEDGED"))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reason> reason(AlertView alert) {
        return switch (alert.kind()) {
            case "DRIFT" -> Optional.of(driftAlert(alert));
            case "THRESHOLD" -> thresholdAlert(alert);
            default -> Optional.of(new Reason.ErrorsFlagged(1, 1));
        };
    }

    private Reason driftAlert(AlertView alert) {
        String group = alert.title().args().get("group");
        String by = drift.attribution().by();
        String names = alert.title().args().getOrDefault("streams", by);
        String first = names.split(", ", -1)[0];
        Stream stream = material.driftHistory().stream()
                .flatMap(check -> check.result().findings().stream())
                .filter(finding -> finding.stream().equals(first) && Objects.equals(finding.group(), group))
                .findFirst()
                .map(this::stream)
                .orElseGet(() -> Translation.stream(DriftOutcome.Kind.ATTRIBUTE, by));
        return new Reason.DriftFound(stream, Translation.group(by, group), Translation.week(alert.week()));
    }

    /// The rate as it stands this week; an alert on a site that is no longer measured has no number to show.
    private Optional<Reason> thresholdAlert(AlertView alert) {
        String metricName = alert.title().args().getOrDefault("metric", "sensitivity");
        String site = alert.title().args().getOrDefault("site", "all");
        boolean sensitivity = metricName.equals("sensitivity");
        return performance.stream()
                .filter(result -> Objects.equals(result.site(), site.equals("all") ? null : site))
                .findFirst()
                .map(result -> sensitivity ? result.sensitivity() : result.specificity())
                .flatMap(rate -> {
                    Estimate estimate = Translation.estimate(rate, material.level());
                    Double minimum = rate.minimum();
                    return estimate == null || minimum == null
                            ? Optional.empty()
                            : Optional.of(new Reason.BelowMinimum(
                                    sensitivity ? Metric.SENSITIVITY : Metric.SPECIFICITY,
                                    Translation.scope(site.equals("all") ? null : site),
                                    estimate,
                                    minimum));
                });
    }
}
