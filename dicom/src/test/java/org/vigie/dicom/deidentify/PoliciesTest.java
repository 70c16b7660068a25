package org.vigie.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.Tag;

class PoliciesTest {

    @ParameterizedTest
    @CsvSource({
        "DAY_AND_HOUR, 20260317, 235959.123, 20260317, 230000, 2026031723",
        "DAY, 20260317, 235959.123, 20260317, , 20260317",
        "MONTH, 20260317, 235959.123, 20260301, , 20260301",
        "NONE, 20260317, 235959.123, , , ",
        "DAY_AND_HOUR, 2026-03-17, 24, , , ",
        "DAY_AND_HOUR, 20260230, 07, , 070000, ",
        "DAY, today, Doe^Jane, , , "
    })
    void datesAndTimesAreCoarsened(DatePolicy policy, String da, String tm, String date, String time, String both) {
        assertThat(policy.date(da).orElse(null)).isEqualTo(date);
        assertThat(policy.time(tm).orElse(null)).isEqualTo(time);
        assertThat(policy.dateTime(da + tm + "+0100").orElse(null)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({
        "000Y, 000Y",
        "009Y, 000Y",
        "010Y, 010Y",
        "049Y, 040Y",
        "089Y, 080Y",
        "090Y, 090Y",
        "104Y, 090Y",
        "003D, 000Y",
        "051W, 000Y",
        "130M, 010Y",
        "45Y, ",
        "045y, ",
        "Doe, "
    })
    void agesHaveBandsOfTenYears(String age, String band) {
        assertThat(Ages.band(age).orElse(null)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"19800318, 20260317, 040Y", "19760317, 20260317, 050Y", "20270101, 20260317, ", "1980, 20260317, "})
    void anAgeIsWorkedOutWhereNoneIsGiven(String birth, String study, String band) {
        DataSet dataSet = DataSet.builder()
                .string(Tag.PatientBirthDate, birth)
                .string(Tag.StudyDate, study)
                .build();

        assertThat(Ages.derive(dataSet).orElse(null)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "CR, 1.2.840.10008.5.1.4.1.1.1, YES, BURNED_IN_TEXT_DECLARED",
        "CR, 1.2.840.10008.5.1.4.1.1.1, yes, BURNED_IN_TEXT_DECLARED",
        "CR, 1.2.840.10008.5.1.4.1.1.1, , ",
        "US, 1.2.840.10008.5.1.4.1.1.6.1, , BURNED_IN_TEXT_POSSIBLE",
        "US, 1.2.840.10008.5.1.4.1.1.6.1, MAYBE, BURNED_IN_TEXT_POSSIBLE",
        "US, 1.2.840.10008.5.1.4.1.1.6.1, NO, ",
        "OT, 1.2, , BURNED_IN_TEXT_POSSIBLE",
        "SC, 1.2, , BURNED_IN_TEXT_POSSIBLE",
        "CT, 1.2.840.10008.5.1.4.1.1.7, , BURNED_IN_TEXT_POSSIBLE",
        "CT, 1.2.840.10008.5.1.4.1.1.7.2, , BURNED_IN_TEXT_POSSIBLE",
        "CT, 1.2.840.10008.5.1.4.1.1.77.1.4, , "
    })
    void imagesThatMayCarryTextAreHeldBack(String modality, String sopClass, String declared, HeldBackReason reason) {
        DataSetBuilder dataSet =
                DataSet.builder().string(Tag.Modality, modality).string(Tag.SOPClassUID, sopClass);
        if (declared != null) {
            dataSet.string(Tag.BurnedInAnnotation, declared);
        }

        assertThat(BurnedInText.DEFAULT.judge(dataSet.build()).orElse(null)).isEqualTo(reason);
    }

    @Test
    void aSiteMayTrustItsUltrasound() {
        DataSet dataSet = DataSet.builder().string(Tag.Modality, "US").build();

        assertThat(new BurnedInText(Set.of("OT"), true).judge(dataSet)).isEmpty();
    }
}
