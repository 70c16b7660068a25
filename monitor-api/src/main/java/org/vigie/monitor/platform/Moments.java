package org.vigie.monitor.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.problem.InvalidTime;

/// Reads the times of requests. A time that does not say its zone is refused: it means different
/// moments to different readers.
public final class Moments {

    private static final String MOMENT = "a time with its zone, such as 2026-01-05T08:00:00Z";
    private static final String MOMENT_OR_DATE = MOMENT + ", or a date, such as 2026-01-05";

    private Moments() {}

    /// @param name of the parameter or field, for the answer
    /// @throws InvalidTime if the text is not a time with its zone
    public static Instant parse(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new InvalidTime(name, text, MOMENT);
        }
    }

    /// @param zone in which a date begins
    /// @throws InvalidTime if the text is neither a time with its zone nor a date
    public static Instant parseOrStartOfDay(String name, String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new InvalidTime(name, text, MOMENT_OR_DATE);
        }
    }

    /// The same for a parameter that may be left out.
    public static @Nullable Instant parseOrStartOfDayIfGiven(String name, @Nullable String text, ZoneId zone) {
        return text == null || text.isEmpty() ? null : parseOrStartOfDay(name, text, zone);
    }
}
