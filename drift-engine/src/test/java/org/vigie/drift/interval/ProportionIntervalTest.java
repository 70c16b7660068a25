package org.vigie.drift.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.interval.ProportionInterval.CLOPPER_PEARSON;
import static org.vigie.drift.interval.ProportionInterval.WILSON;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionIntervalTest {

    // ---- oracle

    @ParameterizedTest
    @CsvFileSource(resources = "wilson.oracle.csv", useHeadersInDisplayName = true)
    void wilsonAgreesWithStatsmodels(long successes, long trials, double alpha, double lower, double upper) {
        Interval interval = new Proportion(successes, trials).wilson(1 - alpha);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * lower + 1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "clopper_pearson.oracle.csv", useHeadersInDisplayName = true)
    void clopperPearsonAgreesWithStatsmodels(long successes, long trials, double alpha, double lower, double upper) {
        Interval interval = new Proportion(successes, trials).clopperPearson(1 - alpha);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * lower + 1e-15));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * upper));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "r_binom.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithTheSevenDigitsOfR(
            long successes,
            long trials,
            double alpha,
            double wilsonLower,
            double wilsonUpper,
            double exactLower,
            double exactUpper) {
        Proportion proportion = new Proportion(successes, trials);

        assertThat(proportion.wilson(1 - alpha).lower()).isCloseTo(wilsonLower, within(1e-7));
        assertThat(proportion.wilson(1 - alpha).upper()).isCloseTo(wilsonUpper, within(1e-7));
        assertThat(proportion.clopperPearson(1 - alpha).lower()).isCloseTo(exactLower, within(1e-7));
        assertThat(proportion.clopperPearson(1 - alpha).upper()).isCloseTo(exactUpper, within(1e-7));
    }

    // ---- laws

    @Property
    void holdsTheEstimate(
            @ForAll ProportionInterval method,
            @ForAll @IntRange(min = 1, max = 5_000) int trials,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        Proportion proportion = new Proportion((long) (share * trials), trials);

        assertThat(proportion
                        .interval(method, confidence)
                        .contains(proportion.estimate().orElseThrow()))
                .isTrue();
    }

    @Property
    void failuresMirrorSuccesses(
            @ForAll ProportionInterval method,
            @ForAll @IntRange(min = 1, max = 1_000) int trials,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        long successes = (long) (share * trials);
        Interval interval = new Proportion(successes, trials).interval(method, 0.95);
        Interval mirrored = new Proportion(trials - successes, trials).interval(method, 0.95);

        assertThat(mirrored.lower()).isCloseTo(1 - interval.upper(), within(1e-12));
        assertThat(mirrored.upper()).isCloseTo(1 - interval.lower(), within(1e-12));
    }

    // ---- theory: coverage, summed over all outcomes instead of simulated

    @Property(tries = 200)
    void clopperPearsonCoversAtLeastAsOftenAsStated(
            @ForAll @IntRange(min = 1, max = 120) int trials, @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        assertThat(coverage(CLOPPER_PEARSON, trials, p, 0.95)).isGreaterThanOrEqualTo(0.95 - 1e-9);
    }

    @Test
    void wilsonCoversAsOftenAsStatedOnAverage() {
        double sum = 0;
        for (int i = 1; i < 500; i++) {
            sum += coverage(WILSON, 50, i / 500.0, 0.95);
        }
        // Brown, Cai & DasGupta (2001), figure 10: within half a percent of 0.95 at n = 50
        assertThat(sum / 499).isCloseTo(0.95, within(0.005));
    }

    private static double coverage(ProportionInterval method, int trials, double p, double confidence) {
        BinomialDistribution outcomes = BinomialDistribution.of(trials, p);
        double covered = 0;
        for (int k = 0; k <= trials; k++) {
            if (method.of(k, trials, confidence).contains(p)) {
                covered += outcomes.probability(k);
            }
        }
        return covered;
    }

    // ---- edge cases

    @ParameterizedTest
    @EnumSource
    void noTrialsSayNothing(ProportionInterval method) {
        assertThat(new Proportion(0, 0).interval(method, 0.95)).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(new Proportion(0, 0).estimate()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endsAreExactAtTheEdges(ProportionInterval method) {
        assertThat(new Proportion(0, 7).interval(method, 0.95).lower()).isZero();
        assertThat(new Proportion(7, 7).interval(method, 0.95).upper()).isEqualTo(1);
    }

    @Test
    void aPerfectRecordIsOnlyABound() {
        // rule of three: the lower limit of 100/100 is near 1 − 3.69/100
        assertThat(new Proportion(100, 100).clopperPearson(0.95).lower()).isCloseTo(0.9638, within(1e-4));
        assertThat(new Proportion(100, 100).isPerfect()).isTrue();
        assertThat(new Proportion(0, 0).isPerfect()).isFalse();
    }

    @Test
    void rejectsMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> new Proportion(5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 successes in 4 trials");
        assertThatThrownBy(() -> WILSON.of(Double.NaN, 4, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NaN successes in 4.0 trials");
    }

    @Test
    void rejectsAConfidenceThatIsNoProbability() {
        assertThatThrownBy(() -> new Proportion(3, 4).wilson(95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence 95.0 is not in (0, 1)");
    }
}
