package org.vigie.monitor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.MinimumDetectable;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.performance.MeasurePerformance;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.monitor.policy.Policy;
import org.vigie.reports.weekly.Estimate;
import org.vigie.reports.weekly.Limits;
import org.vigie.reports.weekly.Measure;
import org.vigie.reports.weekly.Metric;
import org.vigie.reports.weekly.Performance;
import org.vigie.reports.weekly.Performance.OfKind;
import org.vigie.reports.weekly.Period;
import org.vigie.reports.weekly.Scope;
import org.vigie.reports.weekly.Verdict;

/// The model against the truth, and what could not have been seen.
final class PerformancePart {

    private PerformancePart() {}

    static Performance performance(Material material) {
        List<PerformanceResult> results = material.surveillance().result().performance();
        PerformanceResult all = results.getFirst();
        List<Measure> measures = new ArrayList<>();
        for (PerformanceResult result : results) {
            measures.add(
                    Translation.measure(Metric.SENSITIVITY, result.site(), result.sensitivity(), material.level()));
            measures.add(
                    Translation.measure(Metric.SPECIFICITY, result.site(), result.specificity(), material.level()));
            measures.add(auroc(result, material.level()));
        }
        return new Performance(
                new Period(all.from(), all.to()),
                truth(material, all),
                measures,
                predictive(all, material.level()),
                weekly(material));
    }

    private static Measure auroc(PerformanceResult result, double level) {
        return new Measure(
                Metric.AUROC,
                Translation.scope(result.site()),
                result.sensitivity().n() + result.specificity().n(),
                estimate(result.auroc(), level, Estimate.Method.DELONG),
                null,
                Verdict.INCONCLUSIVE,
                null);
    }

    private static Performance.Truth truth(Material material, PerformanceResult all) {
        List<Performance.Share> byWeek = new ArrayList<>();
        material.byWeek()
                .forEach((week, cases) -> byWeek.add(new Performance.Share(
                        Translation.week(week),
                        cases.stream().filter(each -> each.reference() != null).count(),
                        cases.size())));
        PerformanceResult.Confusion confusion = all.confusion();
        Map<OfKind.Kind, Long> kinds = new TreeMap<>();
        all.truthKinds().forEach((kind, count) -> kinds.merge(kind(kind), count, Long::sum));
        return new Performance.Truth(
                all.cases(),
                all.withTruth(),
                confusion.tp() + confusion.fn(),
                confusion.fp() + confusion.tn(),
                confusion.indeterminate(),
                kinds.entrySet().stream()
                        .map(entry -> new OfKind(entry.getKey(), entry.getValue()))
                        .toList(),
                byWeek);
    }

    private static OfKind.Kind kind(String name) {
        return switch (name) {
            case "CONSENSUS", "ADJUDICATION" -> OfKind.Kind.CONSENSUS;
            case "HISTOLOGY" -> OfKind.Kind.HISTOLOGY;
            case "REPORT" -> OfKind.Kind.REPORT;
            case "FOLLOW_UP" -> OfKind.Kind.FOLLOW_UP;
            default -> OfKind.Kind.OTHER;
        };
    }

    private static Performance.@Nullable Predictive predictive(PerformanceResult all, double level) {
        Double prevalence = all.prevalence();
        return prevalence == null
                ? null
                : new Performance.Predictive(
                        prevalence,
                        estimate(all.ppvAtPrevalence(), level, Estimate.Method.LOGIT),
                        estimate(all.npvAtPrevalence(), level, Estimate.Method.LOGIT));
    }

    private static @Nullable Estimate estimate(
            PerformanceResult.@Nullable Estimate value, double level, Estimate.Method method) {
        return value == null
                ? null
                : Translation.estimate(value.estimate(), value.lower(), value.upper(), level, method);
    }

    private static List<Performance.Week> weekly(Material material) {
        List<Performance.Week> weeks = new ArrayList<>();
        CaseQuery query = CaseQuery.ofChampions(
                material.model().name(),
                material.week().from(),
                material.week().to(),
                material.surveillance().asOf());
        Policy.Performance policy = material.policy().policy().performance();
        material.byWeek().forEach((week, cases) -> {
            PerformanceResult result = MeasurePerformance.of(cases, query, null, null, policy);
            weeks.add(new Performance.Week(
                    Translation.week(week),
                    Translation.estimate(result.sensitivity(), material.level()),
                    Translation.estimate(result.specificity(), material.level())));
        });
        return weeks;
    }

    /// What could not have been seen.
    static Limits limits(Material material) {
        List<Limits.Shift> shifts = new ArrayList<>();
        for (DriftOutcome.Finding finding : material.drift().result().findings()) {
            Double smallest = finding.detectable();
            if (smallest != null && finding.group() == null && InputsPart.isComparison(finding)) {
                shifts.add(new Limits.Shift(
                        Translation.stream(finding.kind(), finding.stream()),
                        Scope.allSites(),
                        smallest,
                        Limits.Shift.Unit.STANDARD_DEVIATIONS,
                        MinimumDetectable.POWER,
                        finding.m()));
            }
        }
        List<Limits.Drop> drops = new ArrayList<>();
        for (PerformanceResult result : material.surveillance().result().performance()) {
            addDrop(drops, Metric.SENSITIVITY, result.site(), result.sensitivity(), material.level());
            addDrop(drops, Metric.SPECIFICITY, result.site(), result.specificity(), material.level());
        }
        return new Limits(shifts, drops, List.of(Limits.Assumption.values()));
    }

    private static void addDrop(
            List<Limits.Drop> drops,
            Metric metric,
            @Nullable String site,
            PerformanceResult.Rate rate,
            double confidence) {
        Double minimum = rate.minimum();
        if (minimum != null && rate.n() > 0) {
            MinimumDetectable.drop(minimum, Math.toIntExact(rate.n()), (1 - confidence) / 2)
                    .ifPresent(drop -> drops.add(
                            new Limits.Drop(metric, Translation.scope(site), drop, MinimumDetectable.POWER, rate.n())));
        }
    }
}
