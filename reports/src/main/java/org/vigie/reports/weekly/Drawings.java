package org.vigie.reports.weekly;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.reports.figure.Forest;
import org.vigie.reports.figure.ShareHistogram;
import org.vigie.reports.figure.WeekBars;
import org.vigie.reports.figure.WeekIntervals;

/// The figures of a report. None is drawn without data: the page then says so in words.
record Drawings(WeeklyReport report, Words words) {

    static final int WEEKS_SHOWN = 26;

    private Formats formats() {
        return words.formats();
    }

    private IsoWeek week() {
        return report.about().week();
    }

    private String pick(String english, String french) {
        return words.language().pick(english, french);
    }

    List<Drawing> all() {
        var all = new ArrayList<Drawing>();
        new DriftDrawing(report, words).draw().ifPresent(all::add);
        weekly(Metric.SENSITIVITY).ifPresent(all::add);
        weekly(Metric.SPECIFICITY).ifPresent(all::add);
        scores().ifPresent(all::add);
        positives().ifPresent(all::add);
        forest(Metric.SENSITIVITY).ifPresent(all::add);
        forest(Metric.SPECIFICITY).ifPresent(all::add);
        truth().ifPresent(all::add);
        differences().ifPresent(all::add);
        return List.copyOf(all);
    }

    private Optional<Drawing> weekly(Metric metric) {
        var known = report.performance().weekly().stream()
                .filter(week -> estimate(week, metric) != null)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Weeks weeks =
                Weeks.upTo(week(), known.stream().map(Performance.Week::week).toList(), WEEKS_SHOWN);
        var points = new ArrayList<WeekIntervals.Point>();
        for (Performance.Week week : known) {
            Estimate estimate = estimate(week, metric);
            if (estimate != null && weeks.contains(week.week())) {
                points.add(new WeekIntervals.Point(
                        weeks.indexOf(week.week()), estimate.value(), estimate.lower(), estimate.upper()));
            }
        }
        Double minimum = report.performance().measures().stream()
                .filter(measure -> measure.metric() == metric)
                .map(Measure::minimum)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String name = minimum == null
                ? ""
                : words.say(Label.MINIMUM) + " " + formats().percent(minimum);
        return Optional.of(new Drawing(
                "weekly-" + metric.name(),
                new WeekIntervals(weeks.names(formats()), points, minimum, formats()::wholePercent),
                pick(
                                "%s by week with intervals, %d weeks with truth. %s.",
                                "%s par semaine avec intervalles, %d semaines avec vérité. %s.")
                        .formatted(
                                words.metric(metric),
                                known.size(),
                                minimum == null ? words.say(Label.NO_MINIMUM) : name)));
    }

    private static @Nullable Estimate estimate(Performance.Week week, Metric metric) {
        return metric == Metric.SENSITIVITY ? week.sensitivity() : week.specificity();
    }

    private Optional<Drawing> scores() {
        Outputs.Distribution scores = report.outputs().scores();
        if (scores == null) {
            return Optional.empty();
        }
        List<Double> thresholds = report.about().versions().stream()
                .map(About.VersionInForce::threshold)
                .distinct()
                .sorted()
                .toList();
        long before = scores.reference().stream().mapToLong(Long::longValue).sum();
        long now = scores.current().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Drawing(
                "scores",
                new ShareHistogram(
                        scores.edges(),
                        scores.reference(),
                        scores.current(),
                        words.say(Label.REFERENCE) + ", n = " + formats().count(before),
                        words.say(Label.THIS_WEEK) + ", n = " + formats().count(now),
                        thresholds,
                        formats()::tick,
                        formats()::wholePercent),
                pick(
                                "Distribution of the model score: %s cases of the reference and %s of this week.",
                                "Distribution du score du modèle : %s cas de la référence et %s de cette semaine.")
                        .formatted(formats().count(before), formats().count(now))));
    }

    private Optional<Drawing> positives() {
        var known = report.outputs().positives().stream()
                .filter(rate -> rate.cases() > 0)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Weeks weeks = Weeks.upTo(
                week(), known.stream().map(Outputs.PositiveRate::week).toList(), WEEKS_SHOWN);
        List<WeekBars.Bar> bars = known.stream()
                .filter(rate -> weeks.contains(rate.week()))
                .map(rate -> new WeekBars.Bar(weeks.indexOf(rate.week()), (double) rate.positive() / rate.cases()))
                .toList();
        double top = bars.stream().mapToDouble(WeekBars.Bar::value).max().orElse(0);
        return Optional.of(new Drawing(
                "positives",
                new WeekBars(weeks.names(formats()), bars, Math.clamp(top * 1.15, 0.05, 1.0), formats()::wholePercent),
                pick(
                                "Share of positive model results by week, %d weeks, up to %s.",
                                "Part des résultats positifs du modèle par semaine, %d semaines, jusqu’à %s.")
                        .formatted(bars.size(), formats().percent(top))));
    }

    private Optional<Drawing> forest(Metric metric) {
        List<Measure> measures = report.performance().measures().stream()
                .filter(measure -> measure.metric() == metric && measure.estimate() != null)
                .limit(8)
                .toList();
        if (measures.size() < 2) {
            return Optional.empty();
        }
        var rows = new ArrayList<Forest.Row>();
        for (Measure measure : measures) {
            Estimate estimate = Objects.requireNonNull(measure.estimate());
            rows.add(
                    new Forest.Row(words.scope(measure.scope()), estimate.value(), estimate.lower(), estimate.upper()));
        }
        double lowest = rows.stream().mapToDouble(Forest.Row::lower).min().orElse(0);
        Double minimum = measures.getFirst().minimum();
        double from = Math.max(0, Math.floor(Math.min(lowest, minimum == null ? 1 : minimum) * 10 - 0.2) / 10);
        return Optional.of(new Drawing(
                "forest-" + metric.name(),
                new Forest(rows, from, 1.005, minimum, false, formats()::wholePercent),
                words.metric(metric)
                        + pick(" by site: ", " par site : ")
                        + String.join(
                                "; ",
                                measures.stream()
                                        .map(measure -> words.scope(measure.scope()) + " "
                                                + formats().interval(measure.estimate()))
                                        .toList())));
    }

    private Optional<Drawing> truth() {
        var known = report.performance().truth().byWeek().stream()
                .filter(share -> share.cases() > 0)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Weeks weeks =
                Weeks.upTo(week(), known.stream().map(Performance.Share::week).toList(), WEEKS_SHOWN);
        List<WeekBars.Bar> bars = known.stream()
                .filter(share -> weeks.contains(share.week()))
                .map(share -> new WeekBars.Bar(weeks.indexOf(share.week()), (double) share.withTruth() / share.cases()))
                .toList();
        return Optional.of(new Drawing(
                "truth",
                new WeekBars(weeks.names(formats()), bars, 1.02, formats()::wholePercent),
                pick(
                                "Share of cases with truth by week; %s in the last week.",
                                "Part des cas avec vérité par semaine ; %s la dernière semaine.")
                        .formatted(formats()
                                .percent(bars.isEmpty() ? 0 : bars.getLast().value()))));
    }

    private Optional<Drawing> differences() {
        var rows = new ArrayList<Forest.Row>();
        var said = new ArrayList<String>();
        for (ShadowComparison comparison :
                report.comparisons().stream().limit(Page.MOST_COMPARISONS).toList()) {
            add(
                    rows,
                    said,
                    comparison.candidate(),
                    Metric.SENSITIVITY,
                    comparison.sensitivity().difference());
            add(
                    rows,
                    said,
                    comparison.candidate(),
                    Metric.SPECIFICITY,
                    comparison.specificity().difference());
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double margin = report.comparisons().getFirst().margin();
        double reach = rows.stream()
                .mapToDouble(row -> Math.max(Math.abs(row.lower()), Math.abs(row.upper())))
                .reduce(margin, Math::max);
        double edge = Math.ceil(reach * 22) / 20;
        boolean oneMargin = report.comparisons().stream().allMatch(comparison -> comparison.margin() == margin);
        return Optional.of(new Drawing(
                "differences",
                new Forest(rows, -edge, edge, oneMargin ? -margin : null, true, formats()::points),
                words.say(Label.DIFFERENCES) + words.language().colon() + String.join("; ", said)));
    }

    private void add(
            List<Forest.Row> rows, List<String> said, String candidate, Metric metric, @Nullable Estimate difference) {
        if (difference != null) {
            String name = candidate + " · " + words.metric(metric);
            rows.add(new Forest.Row(name, difference.value(), difference.lower(), difference.upper()));
            said.add(name + " " + formats().difference(difference));
        }
    }
}
