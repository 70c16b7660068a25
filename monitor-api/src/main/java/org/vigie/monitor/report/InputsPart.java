package org.vigie.monitor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.driftcheck.DriftOutcome.Finding;
import org.vigie.reports.weekly.DriftVerdict;
import org.vigie.reports.weekly.Inputs;
import org.vigie.reports.weekly.Outputs;
import org.vigie.reports.weekly.Scope;
import org.vigie.reports.weekly.Stream;

/// What came in, and what the model answered.
final class InputsPart {

    private static final int BINS = 20;
    private static final double SMALLEST_P = 1e-16;

    private InputsPart() {}

    static Inputs inputs(Material material) {
        String by = material.drift().result().attribution().by();
        List<Finding> findings = material.drift().result().findings();
        return new Inputs(
                flow(material),
                volumes(material, by),
                findings.stream()
                        .filter(finding -> isComparison(finding))
                        .map(finding -> Translation.finding(by, finding))
                        .toList(),
                history(material),
                material.notScored().stream()
                        .map(each -> new Inputs.Refusal(each.name(), each.count()))
                        .toList(),
                findings.stream()
                        .filter(finding -> "cases".equals(finding.statistic()) && finding.m() > 0)
                        .map(finding -> new Inputs.QualityFinding(
                                Inputs.QualityFinding.Problem.UNSEEN_VALUE,
                                Translation.stream(finding.kind(), by),
                                Translation.group(by, finding.group()),
                                finding.m(),
                                finding.m()))
                        .toList());
    }

    static boolean isComparison(Finding finding) {
        return !"cases".equals(finding.statistic()) && !finding.statistic().startsWith("share of missing");
    }

    private static Inputs.Flow flow(Material material) {
        long scored = material.ofWeek().size();
        long notMeant = material.notScored().stream()
                .mapToLong(WeekCounts.Counted::count)
                .sum();
        long received = Math.max(material.received(), scored);
        return new Inputs.Flow(received, Math.max(scored, received - notMeant), scored);
    }

    private static List<Inputs.Volume> volumes(Material material, String by) {
        List<Inputs.Volume> volumes = new ArrayList<>();
        material.byWeek().forEach((week, cases) -> {
            Map<List<String>, Long> counts = cases.stream()
                    .collect(Collectors.groupingBy(
                            each -> List.of(each.site(), scanner(each, by)),
                            () -> new TreeMap<>(java.util.Comparator.comparing(Object::toString)),
                            Collectors.counting()));
            counts.forEach((key, count) ->
                    volumes.add(new Inputs.Volume(Translation.week(week), key.get(0), key.get(1), count)));
        });
        return volumes;
    }

    private static String scanner(ScoredCase each, String by) {
        String scanner = each.attribute(by);
        return scanner == null ? "?" : scanner;
    }

    /// Evidence in multiples of the limit: `log p / log level`, one where the adjusted p-value reaches the level.
    private static List<Inputs.Series> history(Material material) {
        Map<String, List<Inputs.Point>> points = new TreeMap<>();
        Map<String, Stream> streams = new TreeMap<>();
        for (DriftCheckRow check : material.driftHistory()) {
            DriftOutcome outcome = check.result();
            String week = check.week();
            for (Finding finding : outcome.findings()) {
                if (week != null && finding.group() == null && isComparison(finding)) {
                    String key = finding.kind() + " " + finding.stream();
                    streams.putIfAbsent(key, Translation.stream(finding.kind(), finding.stream()));
                    points.computeIfAbsent(key, _ -> new ArrayList<>()).add(point(week, finding));
                }
            }
        }
        return streams.entrySet().stream()
                .map(entry -> new Inputs.Series(
                        entry.getValue(), Scope.allSites(), points.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static Inputs.Point point(String week, Finding finding) {
        Double p = finding.adjustedPValue();
        double limit = -Math.log10(finding.level());
        if (p == null || finding.verdict() == DriftOutcome.Verdict.INCONCLUSIVE) {
            return new Inputs.Point(Translation.week(week), null, limit, DriftVerdict.INCONCLUSIVE);
        }
        double evidence = -Math.log10(Math.max(SMALLEST_P, p));
        return new Inputs.Point(Translation.week(week), evidence, limit, Translation.verdict(finding.verdict()));
    }

    static Outputs outputs(Material material) {
        List<Outputs.PositiveRate> rates = new ArrayList<>();
        material.byWeek()
                .forEach((week, cases) -> rates.add(new Outputs.PositiveRate(
                        Translation.week(week),
                        cases.stream().filter(ScoredCase::positive).count(),
                        cases.size())));
        return new Outputs(distribution(material.reference(), material.ofWeek()), rates);
    }

    private static Outputs.@Nullable Distribution distribution(List<ScoredCase> reference, List<ScoredCase> current) {
        if (reference.isEmpty() || current.isEmpty()) {
            return null;
        }
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= BINS; i++) {
            edges.add((double) i / BINS);
        }
        return new Outputs.Distribution(edges, counts(reference), counts(current));
    }

    private static List<Long> counts(List<ScoredCase> cases) {
        long[] counts = new long[BINS];
        cases.forEach(each -> counts[Math.min(BINS - 1, (int) (each.score() * BINS))]++);
        return java.util.Arrays.stream(counts).boxed().toList();
    }
}
