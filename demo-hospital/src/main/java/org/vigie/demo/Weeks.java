package org.vigie.demo;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.vigie.demo.phantom.Schedule;

/// The hospital counts its weeks from 1, the service by ISO 8601.
final class Weeks {
    private Weeks() {}

    static String iso(int week) {
        LocalDate monday = Schedule.monday(week);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
