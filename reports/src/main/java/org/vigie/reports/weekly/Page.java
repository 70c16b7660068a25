package org.vigie.reports.weekly;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the templates print: the report, its words, and how much of long lists there is room for.
record Page(WeeklyReport report, String sha256, Words w, Sentences s, List<Drawing> drawings) {

    static final int MOST_COMPARISONS = 3;

    static Page of(WeeklyReport report, Language language) {
        Words words = Words.in(language);
        return new Page(
                report,
                WeeklyReportJson.sha256(report),
                words,
                new Sentences(words),
                new Drawings(report, words).all());
    }

    Formats f() {
        return w.formats();
    }

    String t(Label label) {
        return w.say(label);
    }

    String colon() {
        return w.language().colon();
    }

    String language() {
        return w.language().tag();
    }

    /// Beginning of the report's hash, in groups that can be read aloud.
    String id() {
        return sha256.substring(0, 4) + " " + sha256.substring(4, 8) + " " + sha256.substring(8, 12);
    }

    @Nullable
    Drawing drawing(String name) {
        return drawings.stream()
                .filter(drawing -> drawing.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    InputTables inputs() {
        return new InputTables(report, w);
    }

    // ---- page 1

    String versions() {
        List<String> versions = report.about().versions().stream()
                .map(About.VersionInForce::version)
                .distinct()
                .toList();
        return versions.isEmpty() ? t(Label.NONE_IN_FORCE) : String.join(", ", versions);
    }

    String sites() {
        return report.about().versions().stream()
                .map(About.VersionInForce::site)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    long casesThisWeek() {
        Inputs.Flow flow = report.inputs().flow();
        return flow != null
                ? flow.scored()
                : report.inputs().volumes().stream()
                        .filter(volume -> volume.week().equals(report.about().week()))
                        .mapToLong(Inputs.Volume::cases)
                        .sum();
    }

    Excerpt<Reason> reasons() {
        return Excerpt.of(report.reasons(), 4);
    }

    Excerpt<Decision> decisions() {
        return Excerpt.of(report.decisions(), 4);
    }

    List<Decision> furtherDecisions() {
        return report.decisions().stream().skip(4).limit(8).toList();
    }

    /// Over all sites where that was measured, else the first site.
    @Nullable
    Measure pooled(Metric metric) {
        return report.performance().measures().stream()
                .filter(measure -> measure.metric() == metric)
                .min(Comparator.comparing(measure -> !(measure.scope() instanceof Scope.AllSites)))
                .orElse(null);
    }

    long drifted() {
        return report.inputs().findings().stream()
                .filter(finding -> finding.verdict() == DriftVerdict.DRIFTED)
                .count();
    }

    // ---- performance, comparison, flags, limits

    /// Failures first, then all sites together: neither may be among the rows there is no room for.
    Excerpt<Measure> measures() {
        return Excerpt.of(
                report.performance().measures(),
                Comparator.comparing((Measure measure) -> measure.verdict() != Verdict.FAIL)
                        .thenComparing(measure -> !(measure.scope() instanceof Scope.AllSites))
                        .thenComparing(Measure::metric),
                21);
    }

    Excerpt<ShadowComparison> comparisons() {
        return Excerpt.of(report.comparisons(), MOST_COMPARISONS);
    }

    long flags() {
        return report.flags().byReason().stream()
                .mapToLong(Flags.ByReason::count)
                .sum();
    }

    List<Flags.ByReason> flagReasons() {
        return report.flags().byReason().stream()
                .filter(reason -> reason.count() > 0)
                .sorted(Comparator.comparingLong(Flags.ByReason::count)
                        .reversed()
                        .thenComparing(Flags.ByReason::reason))
                .toList();
    }

    String flagSeverities() {
        return report.flags().bySeverity().stream()
                .filter(severity -> severity.count() > 0)
                .sorted(Comparator.comparing(Flags.BySeverity::severity).reversed())
                .map(severity -> w.severity(severity.severity()) + " " + f().count(severity.count()))
                .collect(Collectors.joining(", "));
    }

    Excerpt<OpenAlert> alerts() {
        return Excerpt.of(
                report.alerts(),
                Comparator.comparing(OpenAlert::severity).reversed().thenComparing(OpenAlert::openedAt),
                12);
    }

    Excerpt<Limits.Shift> shifts() {
        return Excerpt.of(report.limits().shifts(), 12);
    }

    Excerpt<Limits.Drop> drops() {
        return Excerpt.of(report.limits().drops(), 10);
    }

    Excerpt<About.VersionInForce> versionsInForce() {
        return Excerpt.of(report.about().versions(), 10);
    }

    String truthKinds() {
        return report.performance().truth().kinds().stream()
                .filter(kind -> kind.cases() > 0)
                .map(kind -> w.truthKind(kind.kind()) + " " + f().count(kind.cases()))
                .collect(Collectors.joining(", "));
    }

    /// Estimate and bounds as text, whatever the metric's scale.
    String value(Measure measure) {
        Estimate estimate = measure.estimate();
        if (estimate == null) {
            return f().notAvailable();
        }
        return measure.metric() == Metric.AUROC ? f().decimal(estimate.value(), 3) : f().percent(estimate.value());
    }

    String bounds(Measure measure) {
        Estimate estimate = measure.estimate();
        if (estimate == null) {
            return f().notAvailable();
        }
        return measure.metric() == Metric.AUROC
                ? f().decimal(estimate.lower(), 3) + "–" + f().decimal(estimate.upper(), 3)
                : f().bounds(estimate);
    }

    String minimum(Measure measure) {
        Double minimum = measure.minimum();
        if (minimum == null) {
            return "–";
        }
        return measure.metric() == Metric.AUROC ? f().decimal(minimum, 3) : f().percent(minimum);
    }

    String method(Measure measure) {
        Estimate estimate = measure.estimate();
        return estimate == null ? "–" : w.method(estimate.method()) + " " + f().wholePercent(estimate.level());
    }

    String toSettle(Measure measure) {
        Long cases = measure.casesToSettle();
        return cases == null ? "–" : f().count(cases);
    }

    static String css(Enum<?> verdict) {
        return Objects.requireNonNull(verdict)
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
    }
}
