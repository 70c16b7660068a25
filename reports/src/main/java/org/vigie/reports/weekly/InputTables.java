package org.vigie.reports.weekly;

import java.util.Comparator;

/// The tables of the section on inputs, cut to what there is room for.
record InputTables(WeeklyReport report, Words w) {

    private static final int WEEKS_IN_TABLES = 8;

    private Formats f() {
        return w.formats();
    }

    Weeks tableWeeks() {
        return Weeks.upTo(
                report.about().week(),
                report.inputs().volumes().stream().map(Inputs.Volume::week).toList(),
                WEEKS_IN_TABLES);
    }

    Excerpt<Scanner> scanners() {
        return Excerpt.of(
                report.inputs().volumes().stream()
                        .map(volume -> new Scanner(volume.site(), volume.scanner()))
                        .distinct()
                        .sorted(Comparator.comparing(Scanner::site).thenComparing(Scanner::name))
                        .toList(),
                12);
    }

    record Scanner(String site, String name) {}

    long cases(Scanner scanner, IsoWeek week) {
        return report.inputs().volumes().stream()
                .filter(volume -> volume.week().equals(week)
                        && volume.site().equals(scanner.site())
                        && volume.scanner().equals(scanner.name()))
                .mapToLong(Inputs.Volume::cases)
                .sum();
    }

    long cases(IsoWeek week) {
        return report.inputs().volumes().stream()
                .filter(volume -> volume.week().equals(week))
                .mapToLong(Inputs.Volume::cases)
                .sum();
    }

    Excerpt<DriftFinding> findings() {
        return Excerpt.of(
                report.inputs().findings(),
                Comparator.comparing((DriftFinding finding) -> finding.verdict() != DriftVerdict.DRIFTED)
                        .thenComparing(DriftFinding::pValue, Comparator.nullsLast(Comparator.<Double>naturalOrder())),
                18);
    }

    Excerpt<Inputs.Series> history() {
        return Excerpt.of(
                report.inputs().history().stream()
                        .filter(series -> !series.points().isEmpty())
                        .toList(),
                Comparator.comparing(
                        series -> series.points().stream().noneMatch(point -> point.verdict() == DriftVerdict.DRIFTED)),
                14);
    }

    Weeks historyWeeks() {
        return Weeks.upTo(
                report.about().week(),
                report.inputs().history().stream()
                        .flatMap(series -> series.points().stream())
                        .map(Inputs.Point::week)
                        .toList(),
                WEEKS_IN_TABLES);
    }

    String cell(Inputs.Series series, IsoWeek week) {
        return series.points().stream()
                .filter(point -> point.week().equals(week))
                .findFirst()
                .map(point -> {
                    Double ratio = DriftDrawing.ratio(point);
                    String mark = w.mark(point.verdict());
                    return ratio == null ? mark : mark + " " + f().decimal(ratio, 1);
                })
                .orElse("");
    }

    boolean drifted(Inputs.Series series, IsoWeek week) {
        return series.points().stream()
                .anyMatch(point -> point.week().equals(week) && point.verdict() == DriftVerdict.DRIFTED);
    }

    Excerpt<Inputs.Refusal> refusals() {
        return Excerpt.of(
                report.inputs().refusals(),
                Comparator.comparingLong(Inputs.Refusal::count).reversed().thenComparing(Inputs.Refusal::reason),
                10);
    }

    Excerpt<Inputs.QualityFinding> quality() {
        return Excerpt.of(
                report.inputs().quality(),
                Comparator.comparingLong(Inputs.QualityFinding::affected).reversed(),
                10);
    }
}
