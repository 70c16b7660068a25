package org.vigie.drift.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

class TippingPointTest {

    @Test
    void saysHowManyUnverifiedCasesTurnAPass() {
        TippingPoint tipping = TippingPoint.ofSensitivity(positive(200, 30, 0), negative(0, 100, 900), 0.9, 0.95);

        assertThat(tipping.verdict()).isEqualTo(Outcome.PASS);
        assertThat(tipping.expected()).hasValue(0);
        long turns = tipping.worsensFrom().orElseThrow();
        assertThat(wilsonLower(200, turns)).isLessThan(0.9);
        assertThat(wilsonLower(200, turns - 1)).isGreaterThanOrEqualTo(0.9);
        assertThat(tipping.improvesUpTo()).isEmpty();
        assertThat(tipping.sentence())
                .isEqualTo("The verdict on sensitivity ('pass') gets worse if " + turns
                        + " or more of the 900 unverified cases were decided wrongly; 0.0 are expected at the rate of"
                        + " the verified.");
        assertThat(tipping.withoutAssumption().lower()).isCloseTo(200.0 / 1_100, within(1e-12));
        assertThat(tipping.withoutAssumption().upper()).isEqualTo(1);
    }

    @Test
    void aVerdictThatCannotTurnSaysSo() {
        TippingPoint tipping = TippingPoint.ofSensitivity(positive(200, 30, 0), negative(0, 100, 3), 0.9, 0.95);

        assertThat(tipping.worsensFrom()).isEmpty();
        assertThat(tipping.sentence())
                .isEqualTo("The verdict on sensitivity stays 'pass' whatever the 3 unverified cases are.");
    }

    @Test
    void anInconclusiveVerdictCanTurnBothWays() {
        TippingPoint tipping = TippingPoint.ofSensitivity(positive(200, 30, 0), negative(2, 98, 900), 0.9, 0.95);

        assertThat(tipping.verdict()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(tipping.expected()).hasValue(18);
        assertThat(tipping.improvesUpTo()).isPresent();
        assertThat(tipping.worsensFrom()).isPresent();
        assertThat(tipping.improvesUpTo().getAsLong()).isLessThan(18);
        assertThat(tipping.worsensFrom().getAsLong()).isGreaterThan(18);
    }

    @Test
    void nobodyVerifiedIsTakenAtTheWorst() {
        TippingPoint tipping = TippingPoint.ofSensitivity(positive(200, 30, 0), negative(0, 0, 900), 0.9, 0.95);

        assertThat(tipping.expected()).isEmpty();
        assertThat(tipping.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(tipping.improvesUpTo()).isPresent();
    }

    @Property
    void specificityIsSensitivityWithTheSidesExchanged(
            @ForAll @LongRange(max = 300) long tp,
            @ForAll @LongRange(max = 300) long fp,
            @ForAll @LongRange(max = 300) long fn,
            @ForAll @LongRange(max = 300) long tn,
            @ForAll @LongRange(max = 300) long u) {
        TippingPoint specificity = TippingPoint.ofSpecificity(positive(tp, fp, u), negative(fn, tn, 7), 0.8, 0.9);
        TippingPoint exchanged = TippingPoint.ofSensitivity(positive(tn, fn, 7), negative(fp, tp, u), 0.8, 0.9);

        assertThat(specificity.verdict()).isEqualTo(exchanged.verdict());
        assertThat(specificity.worsensFrom()).isEqualTo(exchanged.worsensFrom());
        assertThat(specificity.improvesUpTo()).isEqualTo(exchanged.improvesUpTo());
        assertThat(specificity.withoutAssumption()).isEqualTo(exchanged.withoutAssumption());
    }

    // ---- fixtures

    private static double wilsonLower(double right, double wrong) {
        return ProportionInterval.WILSON.of(right, right + wrong, 0.95).lower();
    }

    private static VerificationStratum positive(long with, long without, long unverified) {
        return new VerificationStratum("decision positive", true, with, without, unverified);
    }

    private static VerificationStratum negative(long with, long without, long unverified) {
        return new VerificationStratum("decision negative", false, with, without, unverified);
    }
}
