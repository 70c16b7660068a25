package org.vigie.drift.multiplicity;

/// How many false alarms a hospital accepts, and what that leaves for one test.
///
/// ```text
/// level of one check = perYear / checksPerYear
/// level of one test  = level of one check / streams
/// ```
///
/// A check whose family-wise level is [#levelPerCheck] raises at least one false alarm with at most
/// that probability, so that the expected number of checks with a false alarm is at most `perYear` a
/// year, however the streams depend on each other.
///
/// Streams of different worth, checked at different times, or watched by a detector instead of a test, share a year's
/// false alarms by a [FalseAlarmPlan].
///
/// @param perYear false alarms accepted in a year, all streams together
/// @param checksPerYear how often a check is run, 52 for every week
/// @param streams how many streams one check compares
public record FalseAlarmBudget(double perYear, int checksPerYear, int streams) {

    public FalseAlarmBudget {
        if (!(perYear > 0) || Double.isInfinite(perYear)) {
            throw new IllegalArgumentException("perYear " + perYear + " is not positive and finite");
        }
        if (checksPerYear < 1) {
            throw new IllegalArgumentException("checksPerYear " + checksPerYear + " < 1");
        }
        if (streams < 1) {
            throw new IllegalArgumentException("streams " + streams + " < 1");
        }
        if (perYear >= checksPerYear) {
            throw new IllegalArgumentException(
                    "perYear " + perYear + " leaves no check without a false alarm, there are " + checksPerYear);
        }
    }

    /// For checks that run by a calendar.
    ///
    /// @throws IllegalArgumentException as the constructor does
    public static FalseAlarmBudget of(double perYear, CheckCalendar calendar, int streams) {
        return new FalseAlarmBudget(perYear, calendar.checksPerYear(), streams);
    }

    /// Probability that a check raises any false alarm.
    public double levelPerCheck() {
        return perYear / checksPerYear;
    }

    /// Level of each test when all streams share the budget equally (Bonferroni).
    public double levelPerTest() {
        return levelPerCheck() / streams;
    }
}
