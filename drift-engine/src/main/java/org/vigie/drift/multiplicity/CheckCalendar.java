package org.vigie.drift.multiplicity;

/// When a check runs in the course of a year.
///
/// @param checksPerYear how often
/// @param words such as "every week", for the reader of a report
public record CheckCalendar(int checksPerYear, String words) {

    private static final int WEEKS = 52;

    /// @throws IllegalArgumentException if `checksPerYear` is below 1, or `words` are blank
    public CheckCalendar {
        if (checksPerYear < 1) {
            throw new IllegalArgumentException("checksPerYear " + checksPerYear + " < 1");
        }
        if (words.isBlank()) {
            throw new IllegalArgumentException("no words for " + checksPerYear + " checks a year");
        }
    }

    public static CheckCalendar weekly() {
        return new CheckCalendar(WEEKS, "every week");
    }

    public static CheckCalendar daily() {
        return new CheckCalendar(365, "every day");
    }

    public static CheckCalendar monthly() {
        return new CheckCalendar(12, "every month");
    }

    /// On some days of each week, 5 for the days that a department works.
    ///
    /// @throws IllegalArgumentException if `days` is not in [1, 7]
    public static CheckCalendar onDaysAWeek(int days) {
        if (days < 1 || days > 7) {
            throw new IllegalArgumentException("days " + days + " is not in [1, 7]");
        }
        return days == 7
                ? daily()
                : new CheckCalendar(days * WEEKS, "on " + days + (days == 1 ? " day" : " days") + " a week");
    }
}
