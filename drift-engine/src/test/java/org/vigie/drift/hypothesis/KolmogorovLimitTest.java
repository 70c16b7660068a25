package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KolmogorovLimitTest {

    @Test
    void theTailOfTheLimitIsContinuousWhereItsFormulaChanges() {
        // N = 100,000 sums Birnbaum & Tingey's terms, above it is Smirnov's expansion
        for (double d : new double[] {0.005, 0.008, 0.012}) {
            double summed = KolmogorovLimit.survival(d, 200_000, 200_000);
            double expanded = KolmogorovLimit.survival(d, 200_004, 200_004);

            assertThat(Math.log(expanded / summed)).isCloseTo(-4 * d * d, within(1e-3));
        }
    }
}
