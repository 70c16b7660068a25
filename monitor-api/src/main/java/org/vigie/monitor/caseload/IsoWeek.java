package org.vigie.monitor.caseload;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.monitor.problem.InvalidTime;

/// A week as ISO 8601 counts them, in a time zone: Monday 00:00 to Monday 00:00.
public record IsoWeek(int year, int number, ZoneId zone) implements Comparable<IsoWeek> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");

    /// The report on a week is due on the Monday after, at this hour.
    public static final LocalTime DUE = LocalTime.of(7, 0);

    /// @throws InvalidTime unless the text is like `2026-W05` and the year has that week
    public static IsoWeek parse(String text, ZoneId zone) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(1));
            int number = Integer.parseInt(matcher.group(2));
            if (year >= 1900 && number >= 1 && number <= weeksIn(year)) {
                return new IsoWeek(year, number, zone);
            }
        }
        throw new InvalidTime("week", text, "a week such as 2026-W05");
    }

    public static IsoWeek of(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), zone);
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
                .with(DayOfWeek.MONDAY);
    }

    public Instant from() {
        return monday().atStartOfDay(zone).toInstant();
    }

    public Instant to() {
        return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    /// Monday after the week, 07:00.
    public Instant due() {
        return monday().plusWeeks(1).atTime(DUE).atZone(zone).toInstant();
    }

    public IsoWeek plus(int weeks) {
        return of(monday().plusWeeks(weeks).atStartOfDay(zone).toInstant(), zone);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday().compareTo(other.monday());
    }

    @Override
    public String toString() {
        return "%04d-W%02d".formatted(year, number);
    }

    private static int weeksIn(int year) {
        return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
    }
}
