package org.vigie.reports.weekly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.reports.figure.WeekLines;

/// The first figure of page 1: the streams that matter most, over the weeks, in multiples of their
/// limits.
record DriftDrawing(WeeklyReport report, Words words) {

    private static final int LINES_SHOWN = 3;

    /// What a third of the page holds beside the sample of the line.
    private static final int LEGEND_LENGTH = 38;

    private Formats formats() {
        return words.formats();
    }

    private IsoWeek week() {
        return report.about().week();
    }

    private String pick(String english, String french) {
        return words.language().pick(english, french);
    }

    /// The series that matter most: drifted ones first, then the score, then the nearest to the limit.
    Optional<Drawing> draw() {
        List<Inputs.Series> chosen = report.inputs().history().stream()
                .filter(series -> series.points().stream().anyMatch(point -> point.value() != null))
                .sorted(Comparator.comparing((Inputs.Series series) -> !driftedNow(series))
                        .thenComparing(series -> series.stream().kind() != Stream.Kind.SCORE)
                        .thenComparing(this::latestRatio, Comparator.reverseOrder()))
                .limit(LINES_SHOWN)
                .toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Weeks weeks = Weeks.upTo(
                week(),
                chosen.stream()
                        .flatMap(series -> series.points().stream())
                        .map(Inputs.Point::week)
                        .toList(),
                Drawings.WEEKS_SHOWN);
        List<WeekLines.Line> lines = chosen.stream()
                .map(series -> new WeekLines.Line(legend(series), points(series, weeks)))
                .toList();
        String alternative =
                pick("Drift by week in multiples of the limit. ", "Dérive par semaine, en multiples de la limite. ")
                        + String.join(" ", chosen.stream().map(this::inWords).toList());
        return Optional.of(new Drawing(
                "drift",
                new WeekLines(
                        weeks.names(formats()), lines, 1, value -> formats().tick(value) + "×"),
                alternative));
    }

    private String legend(Inputs.Series series) {
        String name = words.stream(series.stream()) + " · " + words.shortScope(series.scope());
        return name.length() <= LEGEND_LENGTH ? name : name.substring(0, LEGEND_LENGTH - 1) + "…";
    }

    private boolean driftedNow(Inputs.Series series) {
        return series.points().stream()
                .anyMatch(point -> point.week().equals(week()) && point.verdict() == DriftVerdict.DRIFTED);
    }

    private double latestRatio(Inputs.Series series) {
        return series.points().stream()
                .filter(point -> ratio(point) != null)
                .max(Comparator.comparing(Inputs.Point::week))
                .map(point -> Objects.requireNonNullElse(ratio(point), 0.0))
                .orElse(0.0);
    }

    static @Nullable Double ratio(Inputs.Point point) {
        Double value = point.value();
        Double limit = point.limit();
        return value == null || limit == null ? null : value / limit;
    }

    private static List<WeekLines.Point> points(Inputs.Series series, Weeks weeks) {
        var points = new ArrayList<WeekLines.Point>();
        for (Inputs.Point point : series.points()) {
            Double ratio = ratio(point);
            if (ratio != null && weeks.contains(point.week())) {
                points.add(new WeekLines.Point(
                        weeks.indexOf(point.week()), ratio, point.verdict() == DriftVerdict.DRIFTED));
            }
        }
        return points;
    }

    private String inWords(Inputs.Series series) {
        long drifted = series.points().stream()
                .filter(point -> point.verdict() == DriftVerdict.DRIFTED)
                .count();
        String name = words.stream(series.stream()) + ", " + words.scope(series.scope());
        return drifted == 0
                ? pick("%s: never above.", "%s : jamais au-dessus.").formatted(name)
                : pick("%s: drift in %d weeks.", "%s : dérive durant %d semaines.")
                        .formatted(name, drifted);
    }
}
