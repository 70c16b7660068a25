package org.vigie.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.drift.interval.ProportionInterval.CLOPPER_PEARSON;
import static org.vigie.drift.interval.ProportionInterval.WILSON;
import static org.vigie.drift.verdict.ThresholdVerdict.Outcome.FAIL;
import static org.vigie.drift.verdict.ThresholdVerdict.Outcome.INCONCLUSIVE;
import static org.vigie.drift.verdict.ThresholdVerdict.Outcome.PASS;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;

class ThresholdVerdictTest {

    @Property
    void followsFromTheIntervalAlone(
            @ForAll ProportionInterval method,
            @ForAll @IntRange(min = 1, max = 400) int trials,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0, max = 1) double minimum) {
        ThresholdVerdict verdict =
                ThresholdVerdict.of(new Proportion((long) (share * trials), trials), minimum, method, 0.95);
        var expected = verdict.interval().lower() >= minimum
                ? PASS
                : verdict.interval().upper() < minimum ? FAIL : INCONCLUSIVE;

        assertThat(verdict.outcome()).isEqualTo(expected);
    }

    @Test
    void manyDetectedPass() {
        // statsmodels 0.13.5: Wilson 95 % of 950/1000 is [0.9347, 0.9619]
        assertThat(outcome(950, 1_000, 0.93)).isEqualTo(PASS);
        assertThat(outcome(950, 1_000, 0.95)).isEqualTo(INCONCLUSIVE);
        assertThat(outcome(950, 1_000, 0.97)).isEqualTo(FAIL);
    }

    @Test
    void aLowerLimitOnTheMinimumPasses() {
        Proportion observed = new Proportion(90, 100);
        double lower = observed.wilson(0.95).lower();

        assertThat(outcome(90, 100, lower)).isEqualTo(PASS);
        assertThat(outcome(90, 100, Math.nextUp(lower))).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void anUpperLimitOnTheMinimumDoesNotFail() {
        double upper = new Proportion(90, 100).wilson(0.95).upper();

        assertThat(outcome(90, 100, upper)).isEqualTo(INCONCLUSIVE);
        assertThat(outcome(90, 100, Math.nextUp(upper))).isEqualTo(FAIL);
    }

    @Test
    void noCasesAreInconclusive() {
        ThresholdVerdict verdict = ThresholdVerdict.of(new Proportion(0, 0), 0.8, WILSON, 0.95);

        assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(verdict.settledBy()).isEmpty();
        assertThat(verdict.onlyABound()).isFalse();
    }

    @Test
    void noCasesAreInconclusiveEvenAgainstAMinimumOfZero() {
        assertThat(outcome(0, 0, 0)).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void saysHowManyCasesMoreWouldSettleIt() {
        // 18 of 20 against 0.80: 0.9 ± passes Wilson 95 % from n = 61 (0.8005); n = 60 gives 0.7986
        ThresholdVerdict verdict = ThresholdVerdict.of(new Proportion(18, 20), 0.8, WILSON, 0.95);
        long needed = 20 + verdict.settledBy().orElseThrow();

        assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(WILSON.of(0.9 * needed, needed, 0.95).lower()).isGreaterThanOrEqualTo(0.8);
        assertThat(WILSON.of(0.9 * (needed - 1), needed - 1, 0.95).lower()).isLessThan(0.8);
    }

    @Test
    void aPerfectRecordIsSettledByTheRuleOfThree() {
        // Clopper–Pearson 97.5 %: 0.025^(1/n) ≥ 0.9 from n = 36 on
        ThresholdVerdict verdict = ThresholdVerdict.of(new Proportion(10, 10), 0.9, CLOPPER_PEARSON, 0.95);

        assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(verdict.settledBy()).hasValue(26);
        assertThat(verdict.onlyABound()).isTrue();
    }

    @Test
    void aProportionOnTheMinimumIsNeverSettled() {
        assertThat(ThresholdVerdict.of(new Proportion(8, 10), 0.8, WILSON, 0.95).settledBy())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"97, 100, 0.95", "9, 10, 0.8", "27, 30, 0.93", "19, 20, 0.97", "5, 8, 0.7"})
    void settlingIsTheFirstNumberThatSettles(long successes, long trials, double minimum) {
        double share = (double) successes / trials;
        for (ProportionInterval method : ProportionInterval.values()) {
            long n = trials;
            while (ThresholdVerdict.Outcome.of(method.of(share * n, (double) n, 0.95), minimum)
                    == ThresholdVerdict.Outcome.INCONCLUSIVE) {
                n++;
            }
            assertThat(ThresholdVerdict.of(new Proportion(successes, trials), minimum, method, 0.95)
                            .settledBy())
                    .as("%s", method)
                    .hasValue(n - trials);
        }
    }

    @Test
    void anyIntervalIsJudgedByItsLimits() {
        assertThat(ThresholdVerdict.Outcome.of(new Interval(0.5, 0.9, 0.95), 0.5))
                .isEqualTo(ThresholdVerdict.Outcome.PASS);
        assertThat(ThresholdVerdict.Outcome.of(new Interval(0.5, 0.9, 0.95), 0.9))
                .isEqualTo(ThresholdVerdict.Outcome.INCONCLUSIVE);
        assertThat(ThresholdVerdict.Outcome.of(new Interval(0.5, 0.9, 0.95), 0.91))
                .isEqualTo(ThresholdVerdict.Outcome.FAIL);
    }

    @Test
    void aSettledVerdictNeedsNoMoreCases() {
        assertThat(ThresholdVerdict.of(new Proportion(10, 100), 0.8, WILSON, 0.95)
                        .settledBy())
                .isEmpty();
    }

    @Test
    void rejectsAMinimumThatIsNoProportion() {
        assertThatThrownBy(() -> ThresholdVerdict.of(new Proportion(8, 10), 80, WILSON, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimum 80.0 is not in [0, 1]");
    }

    private static ThresholdVerdict.Outcome outcome(long successes, long trials, double minimum) {
        return ThresholdVerdict.of(new Proportion(successes, trials), minimum, WILSON, 0.95)
                .outcome();
    }
}
