package org.vigie.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProportionEProcessTest {

    private static final ProportionEProcess START = ProportionEProcess.against(AlternativeMixture.below(0.85));

    @Test
    void oneAlternativeIsALikelihoodRatio() {
        var mixture = new AlternativeMixture(0.85, List.of(0.75), List.of(1.0));

        assertThat(Math.exp(ProportionEProcess.against(mixture).after(7, 10).logEValue()))
                .isCloseTo(Math.pow(0.75 / 0.85, 7) * Math.pow(0.25 / 0.15, 3), within(1e-12));
    }

    @Test
    void keepsItsLevelAtAllLooksTogether() {
        var random = new SplittableRandom(20_261_141);
        int rejected = 0;
        for (int run = 0; run < 1000; run++) {
            ProportionEProcess process = START;
            for (int n = 0; n < 500; n++) {
                process = process.after(random.nextDouble() < 0.85 ? 1 : 0, 1);
            }
            rejected += process.rejects(0.95) ? 1 : 0;
        }

        assertThat(rejected / 1000.0).isBetween(0.005, 0.05);
    }

    @Property
    void doesNotDependOnHowTheCasesAreCutIntoWeeks(
            @ForAll @IntRange(max = 200) int a,
            @ForAll @IntRange(max = 200) int b,
            @ForAll @IntRange(max = 200) int c) {
        ProportionEProcess one = START.after(a + b, a + b + c);
        ProportionEProcess two = START.after(a, a + c).after(b, b);

        assertThat(two.logEValue()).isEqualTo(one.logEValue());
        assertThat(two.pValue()).isLessThanOrEqualTo(one.pValue());
    }

    @Test
    void aRejectionStands() {
        ProportionEProcess process = START.after(10, 60);
        assertThat(process.rejects(0.95)).isTrue();
        assertThat(process.after(100_000, 100_000).rejects(0.95)).isTrue();
        assertThat(process.after(100_000, 100_000).pValue()).isEqualTo(process.pValue());
    }

    @Test
    void nothingSeenAllFoundAndTheOuterFloors() {
        assertThat(START.logEValue()).isZero();
        assertThat(START.pValue()).isOne();
        assertThat(START.after(0, 0)).isEqualTo(START);
        assertThat(START.after(50, 50).pValue()).isOne();
        assertThat(ProportionEProcess.against(AlternativeMixture.below(0))
                        .after(0, 100)
                        .pValue())
                .isOne();
        assertThat(ProportionEProcess.against(AlternativeMixture.below(1))
                        .after(99, 100)
                        .pValue())
                .isZero();
        assertThatThrownBy(() -> START.after(2, 1)).hasMessage("2 successes in 1 trials");
        assertThatThrownBy(() -> new ProportionEProcess(AlternativeMixture.below(0.5), 0, 0, Double.NaN))
                .hasMessage("highestLog NaN is negative or not finite");
    }
}
