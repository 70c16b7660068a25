package org.vigie.drift.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

class StreamChecksTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.01);

    // ---- stuck values

    @Test
    void aProbeThatRepeatsItsLastValueFails() {
        double[] current = gaussians(2, 50);
        Arrays.fill(current, 30, 36, current[30]);
        current[3] = Double.NaN;

        QualityFinding finding = StuckValues.test(gaussians(1, 500), current, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(finding.value()).isEqualTo(6);
        assertThat(finding.reason()).isEqualTo("one value 6 times in a row");
        assertThat(finding.examples()).containsExactly("[30]");
    }

    @Test
    void aDefaultScatteredAmongTheValuesFails() {
        double[] current = gaussians(2, 60);
        IntStream.range(0, 60).filter(i -> i % 3 == 0).forEach(i -> current[i] = 0.5);

        QualityFinding finding = StuckValues.test(gaussians(1, 500), current, RULE);

        assertThat(finding.failed()).isTrue();
        assertThat(finding.reason()).isEqualTo("20 of 60 observations have one and the same value");
    }

    @Test
    void coarseValuesRepeatAnyway() {
        long alarms = IntStream.range(0, 300)
                .filter(run -> StuckValues.test(
                                rounded(gaussians(run, 200)),
                                rounded(gaussians(5_000 + run, 60)),
                                DecisionRule.atLevel(0.05))
                        .failed())
                .count();

        assertThat(alarms).isLessThanOrEqualTo(26); // 15 expected at most, 3 sd above
    }

    @Test
    void aConstantThatStaysConstantIsNotStuck() {
        double[] constant = new double[50];

        assertThat(StuckValues.test(constant, constant, RULE).verdict()).isEqualTo(Outcome.PASS);
        assertThat(StuckValues.test(gaussians(1, 100), constant, RULE).verdict())
                .isEqualTo(Outcome.FAIL);
        assertThat(StuckValues.test(new double[0], constant, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    // ---- freshness

    @Test
    void theInstantIsAnArgument() {
        long[] seen = {100, 250, 200};

        assertThat(Freshness.check(seen, 260, 10).verdict()).isEqualTo(Outcome.PASS);
        assertThat(Freshness.check(seen, 261, 10).verdict()).isEqualTo(Outcome.FAIL);
        assertThat(Freshness.check(seen, 261, 10).reason())
                .isEqualTo("the newest observation is 11 old; 10 is allowed");
    }

    @Test
    void theFutureAndTheVoidAreNotFresh() {
        assertThat(Freshness.check(new long[] {300}, 260, 10).reason())
                .isEqualTo("the newest observation lies 40 after the instant of the check");
        assertThat(Freshness.check(new long[0], 260, 10).reason()).startsWith("expected but absent");
        assertThat(Freshness.check(new long[0], 260, 10).failed()).isTrue();
        assertThatThrownBy(() -> Freshness.check(new long[0], 1, -1)).hasMessage("limit -1 < 0");
    }

    @Test
    void theUsualGapIsTheMedian() {
        assertThat(Freshness.usualGap(new long[] {10, 0, 30, 1000})).isEqualTo(OptionalDouble.of(20));
        assertThat(Freshness.usualGap(new long[] {0, 10, 40})).isEqualTo(OptionalDouble.of(20));
        assertThat(Freshness.usualGap(new long[] {7})).isEmpty();
    }

    // ---- volume

    @Test
    void anOutageIsAnEvent() {
        long[] weeks = {52, 48, 61, 50, 43, 55, 49, 57, 46, 51};

        QualityFinding finding = Volume.test(weeks, 0, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(finding.reason()).isEqualTo("expected but absent: no observation in this period, 51.2 are usual");
        assertThat(Volume.test(weeks, 55, RULE).verdict()).isEqualTo(Outcome.PASS);
        assertThat(Volume.test(weeks, 120, RULE).verdict()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void countsThatVaryMoreAllowMore() {
        long[] steady = {50, 51, 49, 50, 52, 48, 50, 51, 49, 50};
        long[] restless = {50, 90, 20, 70, 35, 60, 15, 80, 30, 50};

        assertThat(Volume.test(steady, 85, RULE).failed()).isTrue();
        assertThat(Volume.test(restless, 85, RULE).failed()).isFalse();
    }

    @Test
    void falseAlarmsOfTheVolumeKeepTheLevelForOverdispersedCounts() {
        var random = new SplittableRandom(11);
        int runs = 3_000;
        long alarms = IntStream.range(0, runs)
                .filter(run -> Volume.test(
                                LongStream.generate(() -> overdispersed(random))
                                        .limit(12)
                                        .toArray(),
                                overdispersed(random),
                                DecisionRule.atLevel(0.05))
                        .failed())
                .count();

        assertThat((double) alarms / runs).isBetween(0.025, 0.075);
    }

    @Property(tries = 200)
    void volumeNeverThrowsForCounts(@ForAll short current, @ForAll List<Byte> reference) {
        long[] counts = reference.stream().mapToLong(b -> b & 0xff).toArray();

        QualityFinding finding = Volume.test(counts, current & 0xffff, RULE);

        assertThat(finding.verdict() == Outcome.INCONCLUSIVE).isEqualTo(counts.length < Volume.MINIMUM_PERIODS);
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> Volume.test(new long[8], -1, RULE)).hasMessage("negative count");
    }

    /// Mean 40, variance about three times that: Poisson with a gamma mean of 20 equal parts.
    private static long overdispersed(SplittableRandom random) {
        double rate = 0;
        for (int i = 0; i < 20; i++) {
            rate -= 2 * Math.log(1 - random.nextDouble());
        }
        long count = 0;
        double time = -Math.log(1 - random.nextDouble());
        while (time < rate) {
            count++;
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(x -> Math.rint(x * 2)).toArray();
    }

    private static double[] gaussians(long seed, int size) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
