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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;

class ConfidenceSequenceLawsTest {

    private static final BetaBinomialSequence SEQUENCE = BetaBinomialSequence.of(0.95);

    // ---- coverage over all looks together

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.5, 0.85, 0.97})
    void betaBinomialCoversAtAllLooksTogether(double p) {
        var random = new SplittableRandom(20_261_121);
        int runs = 300;
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            long successes = 0;
            boolean ever = false;
            for (int n = 1; n <= 600 && !ever; n++) {
                successes += random.nextDouble() < p ? 1 : 0;
                ever = SEQUENCE.logEvidenceAgainst(p, successes, n) >= Math.log(20);
            }
            missed += ever ? 1 : 0;
        }

        // at most 5 %, and not so much less that the interval would be needlessly wide
        assertThat(missed / (double) runs).isBetween(0.002, 0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9})
    void bettingCoversAtAllLooksTogether(double p) {
        var random = new SplittableRandom(20_261_122);
        int runs = 40;
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            List<Interval> looks = BettingSequence.over(bernoulli(random, 200, p), 0.95);
            missed += looks.stream().allMatch(look -> look.contains(p)) ? 0 : 1;
        }

        assertThat(missed / (double) runs).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aFixedTimeIntervalWatchedEveryCaseDoesNot() {
        var random = new SplittableRandom(20_261_123);
        int missed = 0;
        for (int run = 0; run < 200; run++) {
            long successes = 0;
            boolean ever = false;
            for (int n = 1; n <= 300; n++) {
                successes += random.nextDouble() < 0.85 ? 1 : 0;
                ever |= !ProportionInterval.WILSON.of(successes, n, 0.95).contains(0.85);
            }
            missed += ever ? 1 : 0;
        }

        assertThat(missed / 200.0).isGreaterThan(0.2);
    }

    // ---- laws

    @Property
    void theLimitsAreWhereTheEvidenceReachesTheThreshold(
            @ForAll @IntRange(max = 500) int successes, @ForAll @IntRange(max = 500) int failures) {
        int trials = successes + failures;
        Interval interval = SEQUENCE.at(successes, trials);

        assertThat(interval.lower()).isBetween(0.0, 1.0);
        if (interval.lower() > 1e-9) {
            assertThat(SEQUENCE.logEvidenceAgainst(interval.lower(), successes, trials))
                    .isCloseTo(Math.log(20), within(1e-6));
        }
        if (interval.upper() < 1 - 1e-9) {
            assertThat(SEQUENCE.logEvidenceAgainst(interval.upper(), successes, trials))
                    .isCloseTo(Math.log(20), within(1e-6));
        }
    }

    @Property
    void exchangingSuccessAndFailureMirrorsIt(
            @ForAll @IntRange(max = 500) int successes, @ForAll @IntRange(max = 500) int failures) {
        Interval interval = SEQUENCE.at(successes, successes + failures);
        Interval mirror = SEQUENCE.at(failures, successes + failures);

        assertThat(interval.lower()).isCloseTo(1 - mirror.upper(), within(1e-9));
        assertThat(interval.upper()).isCloseTo(1 - mirror.lower(), within(1e-9));
    }

    @Property
    void isWiderThanTheFixedTimeInterval(
            @ForAll @IntRange(min = 5, max = 300) int successes, @ForAll @IntRange(min = 5, max = 300) int failures) {
        int trials = successes + failures;

        assertThat(SEQUENCE.at(successes, trials).width())
                .isGreaterThan(
                        ProportionInterval.WILSON.of(successes, trials, 0.95).width() * 0.999);
    }

    @Test
    void holdsTheNumbersOfTheMonitoringNotes() {
        assertThat(SEQUENCE.at(90, 100).lower()).isCloseTo(0.788, within(5e-4));
        assertThat(SEQUENCE.at(90, 100).upper()).isCloseTo(0.970, within(5e-4));
        assertThat(SEQUENCE.at(450, 500).lower()).isCloseTo(0.853, within(5e-4));
        assertThat(SEQUENCE.at(450, 500).upper()).isCloseTo(0.938, within(5e-4));
    }

    @Test
    void theIntersectionNarrowsAndTellsOfAChange() {
        var running = RunningIntersection.start(0.95).and(SEQUENCE.at(90, 100)).and(SEQUENCE.at(170, 200));
        assertThat(running.interval().orElseThrow().lower())
                .isEqualTo(SEQUENCE.at(90, 100).lower());

        assertThat(running.and(SEQUENCE.at(400, 1000)).interval()).isEmpty();
        assertThatThrownBy(() -> running.and(new Interval(0, 1, 0.9))).hasMessage("confidence 0.9 is not 0.95");
    }

    @Test
    void bettingAdaptsToLittleVariance() {
        var random = new SplittableRandom(7);
        double[] dice = random.doubles(300).map(u -> 0.85 + 0.1 * (u - 0.5)).toArray();

        assertThat(BettingSequence.after(dice, 0.95).width())
                .isLessThan(BettingSequence.after(bernoulli(random, 300, 0.85), 0.95)
                                .width()
                        / 3);
    }

    // ---- edge cases

    @Test
    void nothingSeenIsEverything() {
        assertThat(SEQUENCE.at(0, 0)).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(BettingSequence.after(new double[0], 0.95)).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(PredictableMixture.HOEFFDING.over(new double[0], 0.95)).isEmpty();
    }

    @Test
    void manyCasesStayFinite() {
        Interval all = SEQUENCE.at(1_000_000_000L, 1_000_000_000L);
        assertThat(all.upper()).isOne();
        assertThat(all.lower()).isBetween(0.9999999, 1.0);
        assertThat(SEQUENCE.at(500_000_000L, 1_000_000_000L).width()).isLessThan(2e-4);
    }

    @Test
    void everyMeanRejectedLeavesTheLeastRejected() {
        double[] values = new double[4000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5005;
        }

        assertThat(BettingSequence.after(values, 0.95).width()).isBetween(0.0, 0.05);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> BettingSequence.after(new double[] {0.5, Double.NaN}, 0.95))
                .hasMessage("values[1] is NaN, not in [0, 1]");
        assertThatThrownBy(() -> PredictableMixture.HOEFFDING.over(new double[] {1.5}, 0.95))
                .hasMessage("values[0] is 1.5, not in [0, 1]");
        assertThatThrownBy(() -> SEQUENCE.at(3, 2)).hasMessage("3 successes in 2 trials");
        assertThatThrownBy(() -> SEQUENCE.logEvidenceAgainst(1, 1, 2)).hasMessage("p 1.0 is not in (0, 1)");
        assertThatThrownBy(() -> new BetaBinomialSequence(0.95, 0))
                .hasMessage("tunedFor 0.0 is not positive and finite");
        assertThatThrownBy(() -> UniformBoundary.normalMixture(-1, 0.05, 100, 0.05))
                .hasMessage("v -1.0 is negative or not finite");
        assertThatThrownBy(() -> EmpiricalProcessBound.of(0.05, 100, 0.7))
                .hasMessage("factor 0.7 is not above 0.7071 and at most 10");
    }

    @Test
    void theBandBeginsWhereItIsWanted() {
        var band = EmpiricalProcessBound.of(0.05, 100, EmpiricalProcessBound.DEFAULT_FACTOR);

        assertThat(band.at(99)).isInfinite();
        assertThat(band.at(100)).isFinite().isGreaterThan(band.at(101));
    }

    private static double[] bernoulli(SplittableRandom random, int n, double p) {
        return random.doubles(n).map(u -> u < p ? 1 : 0).toArray();
    }
}
