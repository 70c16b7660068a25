package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

/// Mann–Whitney, Brunner–Munzel, Welch and Levene: laws and edge cases. SciPy's numbers are in [ScipyReferenceTest].
class LocationAndSpreadTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.01);

    // ---- laws

    @Property(tries = 300)
    void uCountsPairs(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 6) Integer> reference,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 6) Integer> current) {
        double pairs = 0;
        for (int r : reference) {
            for (int c : current) {
                pairs += r > c ? 1 : r == c ? 0.5 : 0;
            }
        }
        assertThat(MannWhitneyTest.statistic(of(reference), of(current))).isCloseTo(pairs, within(1e-9));
        assertThat(MannWhitneyTest.statistic(of(current), of(reference)))
                .isCloseTo(reference.size() * current.size() - pairs, within(1e-9));
        double delta = MannWhitneyTest.cliffsDelta(of(reference), of(current)).value();
        assertThat(delta).isBetween(-1.0, 1.0);
        assertThat(MannWhitneyTest.probabilityOfSuperiority(of(reference), of(current))
                        .value())
                .isCloseTo((1 + delta) / 2, within(1e-12));
    }

    @Property(tries = 200)
    void exchangingTheWindowsKeepsEveryPValue(
            @ForAll @Size(min = 2, max = 15) List<@IntRange(max = 20) Integer> reference,
            @ForAll @Size(min = 2, max = 15) List<@IntRange(max = 20) Integer> current) {
        NumericWindow r = of(reference);
        NumericWindow c = of(current);

        assertThat(BrunnerMunzelTest.pValue(c, r).value())
                .isCloseTo(BrunnerMunzelTest.pValue(r, c).value(), within(1e-9));
        assertThat(WelchTest.pValue(c, r).orElseThrow().value())
                .isCloseTo(WelchTest.pValue(r, c).orElseThrow().value(), within(1e-9));
        assertThat(LeveneTest.statistic(c, r).orElse(-1))
                .isCloseTo(LeveneTest.statistic(r, c).orElse(-1), within(1e-6));
    }

    @Property(tries = 200)
    void shiftingBothWindowsChangesNoMeanTest(
            @ForAll @Size(min = 2, max = 15) List<@IntRange(max = 20) Integer> reference,
            @ForAll @Size(min = 2, max = 15) List<@IntRange(max = 20) Integer> current,
            @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        NumericWindow r =
                NumericWindow.of(reference.stream().mapToDouble(x -> x + shift).toArray());
        NumericWindow c =
                NumericWindow.of(current.stream().mapToDouble(x -> x + shift).toArray());

        assertThat(WelchTest.statistic(r, c).orElse(0))
                .isCloseTo(WelchTest.statistic(of(reference), of(current)).orElse(0), within(1e-7));
        assertThat(LeveneTest.statistic(r, c).orElse(0))
                .isCloseTo(LeveneTest.statistic(of(reference), of(current)).orElse(0), within(1e-6));
    }

    @Test
    void effectsAreWhatTheySay() {
        var random = new SplittableRandom(11);
        NumericWindow reference = normal(random, 20_000, 0, 1);
        NumericWindow current = normal(random, 20_000, 0.5, 2);

        // Φ(0.5 / √5) = 0.5885; standard error about 0.003
        assertThat(MannWhitneyTest.probabilityOfSuperiority(reference, current).value())
                .isCloseTo(0.5885, within(0.012));
        // 0.5 / √((1 + 4) / 2) = 0.316
        assertThat(WelchTest.hedgesG(reference, current).orElseThrow().value()).isCloseTo(0.316, within(0.04));
        assertThat(LeveneTest.ratio(reference, current).orElseThrow().value()).isCloseTo(2, within(0.06));
    }

    @Test
    void hedgesCorrectsASmallWindow() {
        // means 2 and 4, pooled sd 1, J = 1 − 3/(4·4 − 1) = 0.8
        assertThat(WelchTest.hedgesG(NumericWindow.of(1, 2, 3), NumericWindow.of(3, 4, 5))
                        .orElseThrow()
                        .value())
                .isCloseTo(1.6, within(1e-12));
    }

    @Test
    void falseAlarmsOfMannWhitneyWithTiesAreAsManyAsTheLevelSays() {
        var random = new SplittableRandom(5);
        int small = 0;
        int large = 0;
        for (int run = 0; run < 2_000; run++) {
            small += MannWhitneyTest.pValue(rounded(random, 60), rounded(random, 10), 0.05, run)
                                    .value()
                            <= 0.05
                    ? 1
                    : 0;
            large += MannWhitneyTest.pValue(rounded(random, 60), rounded(random, 40), 0.05, run)
                                    .value()
                            <= 0.05
                    ? 1
                    : 0;
        }
        // binomial standard error 0.5 %
        assertThat(small / 2_000.0).isBetween(0.025, 0.066);
        assertThat(large / 2_000.0).isBetween(0.03, 0.066);
    }

    // ---- edge cases

    @Test
    void constantsThatAgreeAreStableEverywhere() {
        NumericWindow r = constant(5, 30);
        NumericWindow c = constant(5, 22);

        for (DriftResult result : all(r, c)) {
            assertThat(result.verdict()).as(result.statistic()).isEqualTo(new DriftVerdict.Stable(1, 0.01));
        }
    }

    @Test
    void constantsThatDifferAreSeenByEveryTestOfPosition() {
        NumericWindow r = constant(5, 30);
        NumericWindow c = constant(6, 22);

        assertThat(MannWhitneyTest.test(r, c, RULE).verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(BrunnerMunzelTest.test(r, c, RULE).verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(BrunnerMunzelTest.test(r, c, RULE).value()).isEmpty();
        assertThat(WelchTest.test(r, c, RULE).verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(WelchTest.test(r, c, RULE).value()).isEmpty();
        assertThat(WelchTest.test(r, c, RULE).effect()).isEmpty();
        assertThat(LeveneTest.test(r, c, RULE).verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.01));
    }

    @Test
    void spreadsThatAreInfinitelyDifferentAreInconclusive() {
        NumericWindow coin =
                NumericWindow.of(DoubleStream.iterate(0, x -> 1 - x).limit(30).toArray());

        assertThat(LeveneTest.test(coin, constant(5, 22), RULE).verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "all distances from the median are equal within each window and differ between them: W is"
                                + " infinite",
                        22,
                        22));
    }

    @Test
    void oneObservationIsTooLittleForATest() {
        for (DriftResult result : all(constant(5, 30), NumericWindow.of(7))) {
            assertThat(result.verdict())
                    .as(result.statistic())
                    .isEqualTo(
                            new DriftVerdict.Inconclusive("current window has 1 observations, 20 are required", 1, 20));
        }
        assertThat(WelchTest.statistic(constant(5, 30), NumericWindow.of(7))).isEmpty();
        assertThat(WelchTest.pValue(constant(5, 30), NumericWindow.of(7))).isEmpty();
        assertThat(BrunnerMunzelTest.statistic(constant(5, 30), NumericWindow.of(7)))
                .isEmpty();
    }

    @Test
    void anEmptyWindowIsRefused() {
        NumericWindow none = NumericWindow.of(Double.NaN);
        NumericWindow one = NumericWindow.of(1);

        assertThatThrownBy(() -> MannWhitneyTest.statistic(none, one)).hasMessage("reference window is empty");
        assertThatThrownBy(() -> BrunnerMunzelTest.statistic(one, none)).hasMessage("current window is empty");
        assertThatThrownBy(() -> WelchTest.statistic(one, none)).hasMessage("current window is empty");
        assertThatThrownBy(() -> LeveneTest.statistic(one, none)).hasMessage("current window is empty");
        assertThat(all(constant(5, 30), none))
                .allSatisfy(result -> assertThat(result.verdict()).isInstanceOf(DriftVerdict.Inconclusive.class));
    }

    @Test
    void oneOutlierDoesNotHideAShiftFromRanks() {
        var random = new SplittableRandom(2);
        double[] values = normal(random, 300, 0.6, 1).sorted();
        values[0] = -1e6;
        NumericWindow reference = normal(random, 1_000, 0, 1);

        assertThat(MannWhitneyTest.test(reference, NumericWindow.of(values), RULE)
                        .verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(WelchTest.test(reference, NumericWindow.of(values), RULE).verdict())
                .isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void smallWindowsAreExact() {
        assertThat(MannWhitneyTest.pValue(NumericWindow.of(1, 2, 3), NumericWindow.of(4, 5, 6, 7), 0.05, 1))
                .satisfies(p -> {
                    assertThat(p.method()).isEqualTo(PValueMethod.EXACT);
                    assertThat(p.value()).isCloseTo(2.0 / 35, within(1e-12));
                });
    }

    private static List<DriftResult> all(NumericWindow r, NumericWindow c) {
        return List.of(
                MannWhitneyTest.test(r, c, RULE),
                BrunnerMunzelTest.test(r, c, RULE),
                WelchTest.test(r, c, RULE),
                LeveneTest.test(r, c, RULE));
    }

    private static NumericWindow of(List<Integer> values) {
        return NumericWindow.of(
                values.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static NumericWindow constant(double value, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> value).limit(size).toArray());
    }

    private static NumericWindow rounded(SplittableRandom random, int size) {
        return NumericWindow.of(DoubleStream.generate(() -> Math.rint(random.nextGaussian() * 2))
                .limit(size)
                .toArray());
    }

    private static NumericWindow normal(SplittableRandom random, int size, double mean, double sd) {
        return NumericWindow.of(DoubleStream.generate(() -> random.nextGaussian(mean, sd))
                .limit(size)
                .toArray());
    }
}
