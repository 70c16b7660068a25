package org.vigie.drift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KappaParadoxTest {

    @Test
    void explainsHighAgreementWithLowKappa() {
        KappaParadox paradox = of(118, 5, 2, 0);

        assertThat(paradox.present()).isTrue();
        assertThat(paradox.agreement()).isCloseTo(0.944, within(1e-12));
        assertThat(paradox.kappa()).isCloseTo(-0.0234, within(5e-5));
        assertThat(paradox.ac1()).isCloseTo(0.9408, within(5e-5));
        assertThat(paradox.pabak()).isCloseTo(0.888, within(1e-12));
        assertThat(paradox.prevalenceIndex()).isCloseTo(0.944, within(1e-12));
        assertThat(paradox.biasIndex()).isCloseTo(0.024, within(1e-12));
        assertThat(paradox.sentence())
                .isEqualTo("The readers agree in 94.4 % of 125 cases; Cohen's κ is -0.023, Gwet's AC1 0.941, PABAK"
                        + " 0.888. κ is low because nearly all cases are of one category (prevalence index 0.94, bias"
                        + " index 0.02), not because the readers differ; on the rarer category they agree in 0 %.");
    }

    @Test
    void isNotSeenWhereCategoriesAreBalanced() {
        KappaParadox paradox = of(40, 9, 6, 45);

        assertThat(paradox.present()).isFalse();
        assertThat(paradox.sentence()).endsWith(": κ is not depressed by the prevalence of one category.");
    }

    /// Byrt, Bishop and Carlin's identity.
    @Property
    void kappaIsPabakAdjustedByThePrevalenceAndBiasIndices(
            @ForAll @LongRange(max = 90) long a,
            @ForAll @LongRange(min = 1, max = 90) long b,
            @ForAll @LongRange(max = 90) long c,
            @ForAll @LongRange(max = 90) long d) {
        KappaParadox.of(Ratings.ofTable(List.of("+", "−"), new long[][] {{a, b}, {c, d}}))
                .ifPresent(paradox -> {
                    double adjustment = -Math.pow(paradox.prevalenceIndex(), 2) + Math.pow(paradox.biasIndex(), 2);
                    assertThat(paradox.kappa())
                            .isCloseTo((paradox.pabak() + adjustment) / (1 + adjustment), within(1e-9));
                });
    }

    @Test
    void isAbsentWithoutTwoReadersTwoCategoriesOrVariety() {
        assertThat(KappaParadox.of(PublishedRatings.fourCoders())).isEmpty();
        assertThat(KappaParadox.of(Ratings.ofTable(List.of("+", "−"), new long[][] {{9, 0}, {0, 0}})))
                .isEmpty();
    }

    private static KappaParadox of(long a, long b, long c, long d) {
        return KappaParadox.of(Ratings.ofTable(List.of("+", "−"), new long[][] {{a, b}, {c, d}}))
                .orElseThrow();
    }
}
