package org.vigie.monitor.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.monitor.problem.InvalidTime;

class MomentsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aTimeSaysItsZone() {
        assertThat(Moments.parse("at", "2026-01-05T09:00:00+01:00")).hasToString("2026-01-05T08:00:00Z");
        assertThat(Moments.parse("at", "2026-01-05T08:00:00.1234567Z")).hasToString("2026-01-05T08:00:00.123456Z");
    }

    @Test
    void aDateIsTheStartOfItsDay() {
        assertThat(Moments.parseOrStartOfDay("from", "2026-07-05", PARIS)).hasToString("2026-07-04T22:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T08:00:00", "2026-01-05", "05/01/2026", "now", "", "2026-13-01T00:00:00Z"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Moments.parse("at", text))
                .isInstanceOf(InvalidTime.class)
                .hasMessage("'%s' of 'at' is not a time with its zone, such as 2026-01-05T08:00:00Z".formatted(text));
    }
}
