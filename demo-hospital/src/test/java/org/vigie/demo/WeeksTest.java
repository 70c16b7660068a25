package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.demo.phantom.Hospital;

class WeeksTest {
    @Test
    void translateTheHospitalsWeeksToIsoWeeks() {
        assertThat(Weeks.iso(1)).isEqualTo("2026-W02");
        assertThat(Weeks.iso(Hospital.UPGRADE_WEEK)).isEqualTo("2026-W17");
        assertThat(Weeks.iso(26)).isEqualTo("2026-W27");
        assertThat(Weeks.iso(52)).isEqualTo("2026-W53");
        assertThat(Weeks.iso(53)).isEqualTo("2027-W01");
    }
}
