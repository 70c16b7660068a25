package org.vigie.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// How much of dates and times remains.
public enum DatePolicy {
    /// The day and the hour.
    DAY_AND_HOUR,
    /// The day; times are dropped.
    DAY,
    /// The first day of the month; times are dropped.
    MONTH,
    /// Dates and times are dropped.
    NONE;

    private static final DateTimeFormatter DA =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static Optional<LocalDate> parse(String da) {
        try {
            return Optional.of(LocalDate.parse(da, DA));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// What remains of a DA value; nothing of one that is not a date.
    Optional<String> date(String da) {
        return switch (this) {
            case DAY, DAY_AND_HOUR -> parse(da).map(DA::format);
            case MONTH -> parse(da).map(date -> DA.format(date.withDayOfMonth(1)));
            case NONE -> Optional.empty();
        };
    }

    /// What remains of a TM value.
    Optional<String> time(String tm) {
        boolean keeps = this == DAY_AND_HOUR && tm.matches("([01]\\d|2[0-3])([0-5]\\d.*)?");
        return keeps ? Optional.of(tm.substring(0, 2) + "0000") : Optional.empty();
    }

    /// What remains of a DT value, whose offset from UTC is dropped.
    Optional<String> dateTime(String dt) {
        if (dt.length() < 8) {
            return Optional.empty();
        }
        Optional<String> day = date(dt.substring(0, 8));
        Optional<String> hour = dt.length() < 10 ? Optional.empty() : time(dt.substring(8, 10));
        return day.map(kept -> kept + hour.map(time -> time.substring(0, 2)).orElse(""));
    }
}
