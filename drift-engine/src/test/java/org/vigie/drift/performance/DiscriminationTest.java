package org.vigie.drift.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;

class DiscriminationTest {

    // ---- partial AUROC

    @Property(tries = 300)
    void overTheWholeRangeItIsTheAuroc(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 6) Integer> positives,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 6) Integer> negatives,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double cut) {
        double[] scores = scores(positives, negatives);
        boolean[] reference = reference(positives, negatives);
        double auroc = Auroc.of(scores, reference).orElseThrow().value();

        assertThat(specificity(scores, reference, 0, 1).area()).isCloseTo(auroc, within(1e-12));
        assertThat(specificity(scores, reference, 0, 1).standardised()).isCloseTo(auroc, within(1e-12));
        assertThat(sensitivity(scores, reference, 0, 1).area()).isCloseTo(auroc, within(1e-12));
        // the strips add up
        assertThat(specificity(scores, reference, 0, cut).area()
                        + specificity(scores, reference, cut, 1).area())
                .isCloseTo(auroc, within(1e-12));
        assertThat(sensitivity(scores, reference, 0, cut).area()
                        + sensitivity(scores, reference, cut, 1).area())
                .isCloseTo(auroc, within(1e-12));
    }

    @Test
    void aPartOfASmallCurveByHand() {
        // ROC points (0, .5), (.5, .5), (.5, 1), (1, 1): up to 1 − specificity 0.25 the area is 0.125
        double[] scores = {4, 2, 3, 1};
        boolean[] reference = {true, true, false, false};
        PartialAuroc part = specificity(scores, reference, 0.75, 1);

        assertThat(part.area()).isCloseTo(0.125, within(1e-12));
        // ½(1 + (0.125 − 0.03125)/(0.25 − 0.03125))
        assertThat(part.standardised()).isCloseTo(0.5 * (1 + 0.09375 / 0.21875), within(1e-12));
        assertThat(sensitivity(scores, reference, 0.75, 1).area()).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void tiedScoresSayNothingAndPerfectOnesAll() {
        boolean[] reference = {true, true, false, false};
        assertThat(specificity(new double[4], reference, 0.8, 1).standardised()).isCloseTo(0.5, within(1e-12));
        assertThat(specificity(new double[] {3, 4, 1, 2}, reference, 0.8, 1).standardised())
                .isCloseTo(1, within(1e-12));
        assertThat(PartialAuroc.overSpecificity(new double[2], new boolean[2], 0, 1))
                .isEmpty();
        assertThatThrownBy(() -> PartialAuroc.overSensitivity(new double[2], new boolean[2], 0.9, 0.9))
                .hasMessage("range 0.9 to 0.9 is not within [0, 1]");
    }

    // ---- average precision

    @Test
    void averagePrecisionByHand() {
        // scikit-learn's documented example: y 0 0 1 1, scores .1 .4 .35 .8: 0.83
        assertThat(AveragePrecision.of(new double[] {.1, .4, .35, .8}, new boolean[] {false, false, true, true}))
                .hasValueCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void averagePrecisionAtItsEdges() {
        assertThat(AveragePrecision.of(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false}))
                .hasValue(0.25);
        assertThat(AveragePrecision.of(new double[] {1, 2}, new boolean[2])).isEmpty();
        assertThat(AveragePrecision.of(new double[] {1, 2}, new boolean[] {true, true}))
                .hasValue(1);
        assertThat(AveragePrecision.of(new double[0], new boolean[0])).isEmpty();
        assertThatThrownBy(() -> AveragePrecision.of(new double[] {Double.NaN}, new boolean[1]))
                .hasMessage("scores[0] is NaN");
    }

    // ---- one table

    @Test
    void oneTableByHand() {
        var matrix = new ConfusionMatrix(90, 30, 10, 870);

        assertThat(matrix.f1()).hasValueCloseTo(180.0 / 220, within(1e-12));
        assertThat(matrix.mcc())
                .hasValueCloseTo((90 * 870 - 300.0) / Math.sqrt(120.0 * 100 * 900 * 880), within(1e-12));
        assertThat(matrix.youden()).hasValueCloseTo(0.9 + 870.0 / 900 - 1, within(1e-12));
        // Simel: ln(27) ± 1.96 √(1/90 − 1/100 + 1/30 − 1/900)
        LikelihoodRatio ratio = matrix.positiveLikelihoodRatio(0.95);
        double half = 1.959963984540054 * Math.sqrt(1 / 90.0 - 0.01 + 1 / 30.0 - 1 / 900.0);
        assertThat(ratio.value()).hasValueCloseTo(27.0, within(1e-9));
        assertThat(ratio.interval().lower()).isCloseTo(27 * Math.exp(-half), within(1e-9));
        assertThat(ratio.interval().upper()).isCloseTo(27 * Math.exp(half), within(1e-9));
    }

    @Property(tries = 300)
    void allAreDefinedAndInRange(
            @ForAll @IntRange(max = 5) int tp,
            @ForAll @IntRange(max = 5) int fp,
            @ForAll @IntRange(max = 5) int fn,
            @ForAll @IntRange(max = 5) int tn) {
        var matrix = new ConfusionMatrix(tp, fp, fn, tn);

        matrix.f1().ifPresent(f1 -> assertThat(f1).isBetween(0.0, 1.0));
        matrix.mcc().ifPresent(mcc -> assertThat(mcc).isBetween(-1.0, 1.0));
        for (LikelihoodRatio ratio :
                List.of(matrix.positiveLikelihoodRatio(0.95), matrix.negativeLikelihoodRatio(0.95))) {
            ratio.value()
                    .ifPresent(value ->
                            assertThat(ratio.interval().contains(value)).isTrue());
        }
    }

    @Test
    void likelihoodRatiosAtTheEdges() {
        LikelihoodRatio infinite = new ConfusionMatrix(9, 0, 1, 20).positiveLikelihoodRatio(0.95);
        assertThat(infinite.value()).hasValue(Double.POSITIVE_INFINITY);
        assertThat(infinite.interval().lower()).isBetween(1.0, 100.0);
        assertThat(new ConfusionMatrix(10, 3, 0, 20)
                        .negativeLikelihoodRatio(0.95)
                        .value())
                .hasValue(0);
        assertThat(new ConfusionMatrix(0, 0, 5, 5).positiveLikelihoodRatio(0.95))
                .isEqualTo(new LikelihoodRatio(
                        java.util.OptionalDouble.empty(), new Interval(0, Double.POSITIVE_INFINITY, 0.95)));
    }

    // ---- predictive values at a prevalence

    // Bayes in Python 3.11: sensitivity, specificity in percent, prevalence; PPV, NPV, false positives and missed per
    // 1,000
    @ParameterizedTest
    @CsvSource({
        "55, 55, 0.001, .0012, .99918, 449.5, 0.45",
        "98, 55, 0.01, .0215, .99963, 445.5, 0.20",
        "72, 98, 0.107, .8118, .96690, 17.9, 29.96",
        "97, 98, 0.01, .3288, .99969, 19.8, 0.30",
        "97, 98, 0.107, .8532, .99635, 17.9, 3.21",
        "97, 98, 0.3, .9541, .98705, 14.0, 9.0",
        "100, 100, 0.001, 1, 1, 0, 0"
    })
    void predictiveValuesFollowThePrevalence(
            long se, long sp, double prevalence, double ppv, double npv, double falseAlarms, double missed) {
        PredictiveValues values =
                PredictiveValues.at(prevalence, new Proportion(se, 100), new Proportion(sp, 100), 0.95);

        assertThat(values.positive()).hasValueCloseTo(ppv, within(5.1e-5));
        assertThat(values.negative()).hasValueCloseTo(npv, within(5.1e-6));
        assertThat(1_000 * values.falseAlarmShare().orElseThrow()).isCloseTo(falseAlarms, within(0.051));
        assertThat(1_000 * values.missedShare().orElseThrow()).isCloseTo(missed, within(0.0051));
    }

    @Property(tries = 200)
    void anUncertainPrevalenceWidensTheInterval(
            @ForAll @IntRange(min = 1, max = 99) int se,
            @ForAll @IntRange(min = 1, max = 99) int sp,
            @ForAll @IntRange(min = 1, max = 199) int positives) {
        Prevalence sampled = Prevalence.of(new Proportion(positives, 200), 0.95);
        PredictiveValues known =
                PredictiveValues.at(sampled.value(), new Proportion(se, 100), new Proportion(sp, 100), 0.95);
        PredictiveValues unsure = PredictiveValues.at(sampled, new Proportion(se, 100), new Proportion(sp, 100), 0.95);

        assertThat(unsure.positive()).isEqualTo(known.positive());
        assertThat(unsure.positiveInterval().width())
                .isGreaterThan(known.positiveInterval().width());
        assertThat(unsure.negativeInterval().width())
                .isGreaterThan(known.negativeInterval().width());
    }

    @Test
    void exchangingTheClassesExchangesThePredictiveValues() {
        Prevalence declared = new Prevalence(0.1, 0.04, 0.2, 0.95);
        Prevalence mirrored = new Prevalence(0.9, 0.8, 0.96, 0.95);
        PredictiveValues values =
                PredictiveValues.at(declared, new Proportion(80, 100), new Proportion(190, 200), 0.95);
        PredictiveValues exchanged =
                PredictiveValues.at(mirrored, new Proportion(190, 200), new Proportion(80, 100), 0.95);

        assertThat(values.negativeInterval().lower())
                .isCloseTo(exchanged.positiveInterval().lower(), within(1e-12));
        assertThat(values.negativeInterval().upper())
                .isCloseTo(exchanged.positiveInterval().upper(), within(1e-12));
    }

    @Test
    void theIntervalWithASampledPrevalenceCovers() {
        var random = new java.util.SplittableRandom(41);
        double truth = 0.9 * 0.1 / (0.9 * 0.1 + 0.15 * 0.9);
        int covered = 0;
        for (int run = 0; run < 1_000; run++) {
            int se = successes(random, 80, 0.9);
            int sp = successes(random, 150, 0.85);
            int positive = Math.max(1, successes(random, 120, 0.1));
            covered += PredictiveValues.at(
                                    Prevalence.of(new Proportion(positive, 120), 0.95),
                                    new Proportion(se, 80),
                                    new Proportion(sp, 150),
                                    0.95)
                            .positiveInterval()
                            .contains(truth)
                    ? 1
                    : 0;
        }
        // standard error 0.7 %
        assertThat(covered / 1_000.0).isBetween(0.925, 0.985);
    }

    @Test
    void aPrevalenceOfNothingIsRefused() {
        assertThatThrownBy(() -> Prevalence.of(new Proportion(0, 20), 0.95))
                .hasMessage("0 positive of 20 give no prevalence in (0, 1)");
        assertThatThrownBy(() -> new Prevalence(0.1, 0.2, 0.3, 0.95))
                .hasMessage("prevalence 0.1 with interval 0.2 to 0.3 is not within (0, 1)");
    }

    private static int successes(java.util.SplittableRandom random, int n, double p) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            k += random.nextDouble() < p ? 1 : 0;
        }
        return k;
    }

    private static PartialAuroc specificity(double[] scores, boolean[] reference, double from, double to) {
        return PartialAuroc.overSpecificity(scores, reference, from, to).orElseThrow();
    }

    private static PartialAuroc sensitivity(double[] scores, boolean[] reference, double from, double to) {
        return PartialAuroc.overSensitivity(scores, reference, from, to).orElseThrow();
    }

    private static double[] scores(List<Integer> positives, List<Integer> negatives) {
        return java.util.stream.Stream.concat(positives.stream(), negatives.stream())
                .mapToDouble(x -> x)
                .toArray();
    }

    private static boolean[] reference(List<Integer> positives, List<Integer> negatives) {
        boolean[] reference = new boolean[positives.size() + negatives.size()];
        java.util.Arrays.fill(reference, 0, positives.size(), true);
        return reference;
    }
}
