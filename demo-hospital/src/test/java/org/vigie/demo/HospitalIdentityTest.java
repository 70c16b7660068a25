package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HospitalIdentityTest {
    @TempDir
    private Path data;

    @Test
    void letsTheSameHospitalBackInWithMoreWeeks() throws Exception {
        HospitalIdentity.claim(options(26, 56, 1));

        assertThatCode(() -> HospitalIdentity.claim(options(30, 56, 1))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherHospital() throws Exception {
        HospitalIdentity.claim(options(26, 56, 1));

        assertThatThrownBy(() -> HospitalIdentity.claim(options(26, 56, 2)))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining(
                        "holds another hospital (seed 1, 56 studies a week, not seed 2, 56 studies a week)");
    }

    private DemoOptions options(int weeks, int perWeek, long seed) {
        return new DemoOptions(weeks, perWeek, seed, 0, data, true, true);
    }
}
