package org.vigie.monitor.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.Tag;

/// When a study was made: its date and the hour of its time, in the zone that the object names (Timezone Offset From
/// UTC) or else the site's. Minutes and seconds are dropped, they would tell studies and with them patients apart; the
/// hour stays because night shifts and days in the wrong week would otherwise be invisible. A study without a time
/// counts as made at the start of its day.
final class Acquisition {

    /// (0008,0201)
    private static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Acquisition() {}

    /// @throws DicomException if the study has no date, or what stands there is none
    static Instant of(DataSet original, ZoneId siteZone) throws DicomException {
        String date = original.requiredString(Tag.StudyDate);
        ZoneId zone = original.string(TIMEZONE_OFFSET_FROM_UTC)
                .flatMap(Acquisition::offset)
                .orElse(siteZone);
        try {
            return LocalDate.parse(date, DATE)
                    .atTime(original.string(Tag.StudyTime)
                            .map(Acquisition::hour)
                            .orElse(LocalTime.MIDNIGHT))
                    .atZone(zone)
                    .toInstant()
                    .truncatedTo(ChronoUnit.HOURS);
        } catch (DateTimeException e) {
            throw new DicomException(DicomException.Reason.MALFORMED, "Study Date (0008,0020) is not a date");
        }
    }

    private static LocalTime hour(String time) {
        if (!time.matches("([01]\\d|2[0-3])([0-5]\\d.*)?")) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(Integer.parseInt(time.substring(0, 2)), 0);
    }

    private static java.util.Optional<ZoneId> offset(String text) {
        try {
            return java.util.Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) {
            return java.util.Optional.empty();
        }
    }
}
