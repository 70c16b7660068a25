package org.vigie.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Formats english = new Formats(Language.ENGLISH);
    private final Formats french = new Formats(Language.FRENCH);

    @Test
    void groupsThousands() {
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(french.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(english.count(999)).isEqualTo("999");
        assertThat(english.count(-1_000)).isEqualTo("−1,000");
    }

    @Test
    void writesSharesWithOneDecimal() {
        assertThat(english.percent(0.8435)).isEqualTo("84.4%");
        assertThat(french.percent(0.8435)).isEqualTo("84,4\u202f%");
    }

    @Test
    void writesThreeSignificantDigits() {
        assertThat(english.number(0.123456)).isEqualTo("0.123");
        assertThat(english.number(1234.5)).isEqualTo("1230");
        assertThat(english.number(-0.5)).isEqualTo("−0.5");
        assertThat(english.number(2.4e-7)).isEqualTo("2.4 × 10⁻⁷");
        assertThat(french.number(2.4e-7)).isEqualTo("2,4 × 10⁻⁷");
        assertThat(english.number(0.0)).isEqualTo("0");
        assertThat(english.number(null)).isEqualTo("n/a");
        assertThat(french.number(null)).isEqualTo("n.d.");
    }

    @Test
    void doesNotPretendToKnowTinyProbabilities() {
        assertThat(english.pValue(1e-12)).isEqualTo("<\u202f0.001");
        assertThat(french.pValue(0.0321)).isEqualTo("0,032");
        assertThat(english.pValue(null)).isEqualTo("n/a");
    }

    @Test
    void signsDifferences() {
        assertThat(english.points(0.0251)).isEqualTo("+2.5");
        assertThat(english.points(-0.0251)).isEqualTo("−2.5");
        assertThat(english.points(-0.0001)).isEqualTo("0.0");
    }

    @Test
    void namesTheDaysOfAWeek() {
        var week = new Period(Instant.parse("2026-01-25T23:00:00Z"), Instant.parse("2026-02-01T23:00:00Z"));

        assertThat(english.days(week, PARIS)).isEqualTo("26 January – 1 February 2026");
        assertThat(french.days(week, PARIS)).isEqualTo("26 janvier – 1er février 2026");
    }

    @Test
    void namesTheYearTwiceWhereItChanges() {
        var week = new Period(Instant.parse("2025-12-28T23:00:00Z"), Instant.parse("2026-01-04T23:00:00Z"));

        assertThat(english.days(week, PARIS)).isEqualTo("29 December 2025 – 4 January 2026");
    }

    @Test
    void tellsTimesInTheZoneOfTheSite() {
        assertThat(english.moment(Instant.parse("2026-07-01T05:00:00Z"), PARIS))
                .isEqualTo("1 July 2026, 07:00 (Europe/Paris)");
        assertThat(french.moment(Instant.parse("2026-07-01T05:00:00Z"), PARIS))
                .isEqualTo("1er juillet 2026 à 07:00 (Europe/Paris)");
        assertThat(french.date(LocalDate.of(2026, 8, 2))).isEqualTo("2 août 2026");
    }

    @Test
    void measuresWaitingInHoursThenInDays() {
        assertThat(english.duration(Duration.ofMinutes(90))).isEqualTo("1.5 h");
        assertThat(french.duration(Duration.ofHours(60))).isEqualTo("2,5 jours");
        assertThat(english.duration(null)).isEqualTo("n/a");
    }

    @Property
    void anyFiniteNumberIsReadable(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
        assertThat(english.number(value)).doesNotContain("E", "NaN").hasSizeLessThan(20);
        assertThat(french.number(value)).doesNotContain(".");
        assertThat(english.tick(value)).isNotBlank();
    }
}
