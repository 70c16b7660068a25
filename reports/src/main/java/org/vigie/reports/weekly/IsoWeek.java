package org.vigie.reports.weekly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A week as ISO 8601 counts them: it starts on Monday, week 1 holds the first Thursday of the year.
///
/// @param year week-based year
/// @param week 1 to 52 or 53
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Comparator<IsoWeek> ORDER =
            Comparator.comparingInt(IsoWeek::year).thenComparingInt(IsoWeek::week);

    public IsoWeek {
        if (year < 1000 || year > 9999) {
            throw new IllegalArgumentException("year has not four digits: " + year);
        }
        long last = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
        if (week < 1 || week > last) {
            throw new IllegalArgumentException("%d has %d weeks, not a week %d".formatted(year, last, week));
        }
    }

    /// @throws IllegalArgumentException unless the text is like `2026-W05`
    public static IsoWeek parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an ISO week like 2026-W05: " + text);
        }
        return new IsoWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /// The week a day falls in.
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return ORDER.compare(this, other);
    }

    /// `2026-W05`
    @Override
    public String toString() {
        return "%04d-W%02d".formatted(year, week);
    }
}
