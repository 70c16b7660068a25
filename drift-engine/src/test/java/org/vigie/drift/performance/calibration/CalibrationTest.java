package org.vigie.drift.performance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.performance.BrierScore;
import org.vigie.drift.performance.calibration.LogisticRecalibration.Fitted;
import org.vigie.drift.performance.calibration.LogisticRecalibration.NotDefined;

class CalibrationTest {

    private static final double[] PREDICTED = {.05, .1, .2, .2, .35, .4, .5, .6, .7, .8, .9, .95};
    private static final boolean[] OUTCOME = {
        false, false, false, true, false, true, false, true, true, false, true, true
    };

    // ---- slope and intercept

    @Test
    void agreesWithNewtonInNumpy() {
        // numpy 2.4.6, Newton's method on the two normal equations, 50 steps; standard errors from the inverse
        // information
        Fitted fitted = fitted(PREDICTED, OUTCOME);

        assertThat(fitted.intercept()).isCloseTo(0.09291935, within(1e-8));
        assertThat(fitted.slope()).isCloseTo(0.77442099, within(1e-8));
        assertThat(fitted.interceptInterval().width() / 2).isCloseTo(1.959963984540054 * 0.67805785, within(1e-7));
        assertThat(fitted.slopeInterval().width() / 2).isCloseTo(1.959963984540054 * 0.49326145, within(1e-7));
        assertThat(fitted.inTheLarge()).isCloseTo(0.12974566541581012, within(1e-10));
        assertThat(fitted.inTheLargeInterval().width() / 2)
                .isCloseTo(1.959963984540054 * 0.719754666985674, within(1e-9));
    }

    @Test
    void theIntervalsCoverOneAndZeroWhenCalibrated() {
        var random = new SplittableRandom(3);
        int slope = 0;
        int large = 0;
        for (int run = 0; run < 400; run++) {
            double[] p = random.doubles(300, 0.05, 0.95).toArray();
            boolean[] y = new boolean[300];
            for (int i = 0; i < 300; i++) {
                y[i] = random.nextDouble() < p[i];
            }
            Fitted fitted = fitted(p, y);
            slope += fitted.slopeInterval().contains(1) ? 1 : 0;
            large += fitted.inTheLargeInterval().contains(0) ? 1 : 0;
        }
        // standard error 1.1 %
        assertThat(slope / 400.0).isBetween(0.91, 0.985);
        assertThat(large / 400.0).isBetween(0.91, 0.985);
    }

    @Test
    void exchangingTheClassesKeepsTheSlope() {
        double[] mirrored = new double[PREDICTED.length];
        boolean[] others = new boolean[PREDICTED.length];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = 1 - PREDICTED[i];
            others[i] = !OUTCOME[i];
        }
        Fitted fitted = fitted(mirrored, others);

        assertThat(fitted.slope()).isCloseTo(fitted(PREDICTED, OUTCOME).slope(), within(1e-9));
        assertThat(fitted.intercept()).isCloseTo(-fitted(PREDICTED, OUTCOME).intercept(), within(1e-9));
    }

    @Test
    void saysWhyThereIsNoSlope() {
        assertThat(reason(new double[] {.1, .2}, false, false)).isEqualTo("no positive case");
        assertThat(reason(new double[] {.1, .2}, true, true)).isEqualTo("no negative case");
        assertThat(reason(new double[] {})).isEqualTo("no positive case");
        assertThat(reason(new double[] {.3, .3, .3}, false, true, false)).isEqualTo("all predictions are the same");
        assertThat(reason(new double[] {.1, .2, .8}, false, false, true))
                .isEqualTo("the predictions separate positive from negative cases");
        assertThat(reason(new double[] {.1, .5, .5, .8}, true, false, true, false))
                .isEqualTo("the predictions separate positive from negative cases");
        assertThat(reason(new double[] {.1, 1}, false, true)).isEqualTo("probabilities[1] is 1.0 and has no logit");
        assertThatThrownBy(() -> LogisticRecalibration.of(new double[] {Double.NaN}, new boolean[1], 0.95))
                .hasMessage("probabilities[0] is NaN");
    }

    // ---- Brier, ECE, O:E

    @Property(tries = 200)
    void theFiveTermsAddUpToTheBrierScore(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> predicted,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll long seed) {
        double[] p = predicted.stream().mapToDouble(x -> x).toArray();
        boolean[] y = outcomes(p, seed);
        for (ProbabilityBins bins :
                List.of(ProbabilityBins.ofEqualWidth(p, y, count), ProbabilityBins.ofEqualCount(p, y, count))) {
            BrierDecomposition parts = BrierDecomposition.of(bins).orElseThrow();
            assertThat(bins.bins().stream()
                            .mapToLong(ProbabilityBins.Bin::cases)
                            .sum())
                    .isEqualTo(p.length);
            assertThat(parts.score()).isCloseTo(BrierScore.of(p, y).orElseThrow(), within(1e-12));
        }
    }

    @Test
    void oneValueABinIsMurphysPartition() {
        // by hand: 0.2 on 5 cases with 1 positive, 0.8 on 5 cases with 3: reliability 0.5·0.04, resolution 0.04
        double[] p = {.2, .2, .2, .2, .2, .8, .8, .8, .8, .8};
        boolean[] y = {true, false, false, false, false, true, true, true, false, false};
        BrierDecomposition parts =
                BrierDecomposition.of(ProbabilityBins.ofEqualWidth(p, y, 10)).orElseThrow();

        assertThat(parts.reliability()).isCloseTo(0.02, within(1e-15));
        assertThat(parts.resolution()).isCloseTo(0.04, within(1e-15));
        assertThat(parts.uncertainty()).isCloseTo(0.24, within(1e-15));
        assertThat(parts.withinBinVariance()).isZero();
        assertThat(parts.binnedScore()).isCloseTo(0.22, within(1e-15));
        assertThat(CalibrationError.of(ProbabilityBins.ofEqualWidth(p, y, 10))
                        .orElseThrow()
                        .value())
                .isCloseTo(0.1, within(1e-15));
        assertThat(CalibrationError.of(ProbabilityBins.ofEqualWidth(p, y, 10))
                        .orElseThrow()
                        .largest())
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void theErrorOfACalibratedModelIsWhatItSays() {
        var random = new SplittableRandom(9);
        double sum = 0;
        double expected = 0;
        for (int run = 0; run < 400; run++) {
            double[] p = random.doubles(200).toArray();
            boolean[] y = outcomes(p, random.nextLong());
            CalibrationError error =
                    CalibrationError.of(ProbabilityBins.ofEqualCount(p, y, 10)).orElseThrow();
            sum += error.value() / 400;
            expected += error.expectedWhenCalibrated() / 400;
        }
        assertThat(sum).isCloseTo(expected, within(0.05 * expected));
        assertThat(expected).isGreaterThan(0.05);
    }

    @Test
    void tiedPredictionsShareABin() {
        double[] p = {.5, .5, .5, .5};
        assertThat(ProbabilityBins.ofEqualCount(p, new boolean[4], 4).bins()).hasSize(1);
        assertThat(ProbabilityBins.ofEqualWidth(new double[] {0, 1, 0.1}, new boolean[3], 10)
                        .bins())
                .hasSize(2);
    }

    @Test
    void observedOverExpected() {
        ObservedExpected ratio = ObservedExpected.of(PREDICTED, OUTCOME, 0.95).orElseThrow();

        assertThat(ratio.value()).isCloseTo(6 / 5.75, within(1e-12));
        assertThat(ratio.interval().contains(1)).isTrue();
        ObservedExpected none =
                ObservedExpected.of(new double[] {.5, .5}, new boolean[2], 0.95).orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().upper()).isGreaterThan(1);
        assertThat(ObservedExpected.of(new double[] {0, 0}, new boolean[2], 0.95))
                .isEmpty();
    }

    @Test
    void withoutCasesThereIsNothing() {
        ProbabilityBins none = ProbabilityBins.ofEqualWidth(new double[0], new boolean[0], 10);

        assertThat(BrierDecomposition.of(none)).isEmpty();
        assertThat(CalibrationError.of(none)).isEmpty();
        assertThat(ObservedExpected.of(new double[0], new boolean[0], 0.95)).isEmpty();
        assertThat(NetBenefit.of(new double[0], new boolean[0], 0.5)).isEmpty();
        assertThatThrownBy(() -> ProbabilityBins.ofEqualWidth(new double[0], new boolean[0], 0))
                .hasMessage("count 0 < 1");
    }

    // ---- net benefit

    @Test
    void netBenefitWeighsFalseAlarmsByTheOdds() {
        // by hand at 0.5: of .5 … .95, 4 positive and 2 negative: (4 − 2)/12
        NetBenefit half = NetBenefit.of(PREDICTED, OUTCOME, 0.5).orElseThrow();

        assertThat(half.value()).isCloseTo(2.0 / 12, within(1e-15));
        assertThat(half.treatAll()).isCloseTo(0, within(1e-15));
        assertThat(half.interval(0.95).contains(half.value())).isTrue();
        List<NetBenefit> curve = NetBenefit.curve(PREDICTED, OUTCOME, 0.01, 0.2);
        assertThat(curve.getFirst().value()).isCloseTo(curve.getFirst().treatAll(), within(1e-15));
        assertThat(curve.get(1).value()).isCloseTo((6 - 4 * 0.25) / 12, within(1e-15));
        assertThatThrownBy(() -> NetBenefit.of(PREDICTED, OUTCOME, 1)).hasMessage("threshold 1.0 is not in (0, 1)");
    }

    private static Fitted fitted(double[] p, boolean[] y) {
        assertThat(LogisticRecalibration.of(p, y, 0.95)).isInstanceOf(Fitted.class);
        return (Fitted) LogisticRecalibration.of(p, y, 0.95);
    }

    private static String reason(double[] p, boolean... y) {
        assertThat(LogisticRecalibration.of(p, y, 0.95)).isInstanceOf(NotDefined.class);
        return ((NotDefined) LogisticRecalibration.of(p, y, 0.95)).reason();
    }

    private static boolean[] outcomes(double[] p, long seed) {
        var random = new SplittableRandom(seed);
        boolean[] y = new boolean[p.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextDouble() < p[i];
        }
        return y;
    }
}
