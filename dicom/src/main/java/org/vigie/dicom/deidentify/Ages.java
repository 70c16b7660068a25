package org.vigie.dicom.deidentify;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.Tag;

/// Ages in bands of ten years, told by their lower ends: `040Y` for 40 to 49. From 90 on there is one band.
final class Ages {

    private static final Pattern AGE = Pattern.compile("(\\d{3})([DWMY])");
    private static final int HIGHEST_BAND = 90;

    private Ages() {}

    /// The band of an AS value.
    static Optional<String> band(String age) {
        Matcher matcher = AGE.matcher(age);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Optional.of(band(
                switch (matcher.group(2)) {
                    case "D" -> number / 366;
                    case "W" -> number / 53;
                    case "M" -> number / 12;
                    default -> number;
                }));
    }

    private static String band(long years) {
        return "%03dY".formatted(Math.min(years / 10 * 10, HIGHEST_BAND));
    }

    /// The band from the patient's age, or else from his birth date at the day of the study.
    static Optional<String> derive(DataSet source) {
        Optional<String> given = source.string(Tag.PatientAge).flatMap(Ages::band);
        if (given.isPresent()) {
            return given;
        }
        Optional<LocalDate> birth = source.string(Tag.PatientBirthDate).flatMap(DatePolicy::parse);
        Optional<LocalDate> study = source.string(Tag.StudyDate).flatMap(DatePolicy::parse);
        if (birth.isEmpty() || study.isEmpty() || study.get().isBefore(birth.get())) {
            return Optional.empty();
        }
        return Optional.of(band(ChronoUnit.YEARS.between(birth.get(), study.get())));
    }
}
