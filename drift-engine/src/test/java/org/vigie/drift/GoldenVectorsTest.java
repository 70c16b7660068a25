package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.ConfusionMatrix;
import org.vigie.drift.performance.PredictiveValues;
import org.vigie.drift.performance.regression.BlandAltman;
import org.vigie.drift.performance.regression.RegressionError;
import org.vigie.drift.performance.segmentation.Overlap;
import org.vigie.drift.verdict.ThresholdVerdict;
import org.vigie.drift.verification.BeggGreenes;
import org.vigie.drift.verification.CorrectedEstimate;

/// Values worked out apart from this library, by their formulas, to as many digits as they are printed with.
class GoldenVectorsTest {

    private static final double LAST_OF_FOUR = 5.1e-5;

    // ---- what a threshold on sensitivity and specificity means at a prevalence

    @ParameterizedTest(name = "{0} %, {1} %")
    @CsvSource({"55, 55, 0.10, 1.22, 0.818", "98, 55, 0.53, 2.18, 0.036", "72, 98, 0.70, 36.0, 0.286"})
    void youdenAndLikelihoodRatios(int se, int sp, double youden, double positive, double negative) {
        var matrix = new ConfusionMatrix(se, 100 - sp, 100 - se, sp);

        assertThat(matrix.youden()).hasValueCloseTo(youden, within(1e-12));
        assertThat(matrix.positiveLikelihoodRatio(0.95).value()).hasValueCloseTo(positive, within(5e-3));
        assertThat(matrix.negativeLikelihoodRatio(0.95).value()).hasValueCloseTo(negative, within(5e-4));
    }

    @ParameterizedTest(name = "{0} %, {1} %, prevalence {2}")
    @CsvSource({
        "55, 55, 0.001, .0012, .99918, 449.5, 0.45",
        "55, 55, 0.01, .0122, .99180, 445.5, 4.50",
        "55, 55, 0.107, .1277, .91072, 401.8, 48.15",
        "55, 55, 0.3, .3438, .74038, 315.0, 135.0",
        "98, 55, 0.001, .0022, .99996, 449.5, 0.02",
        "98, 55, 0.01, .0215, .99963, 445.5, 0.20",
        "98, 55, 0.107, .2069, .99566, 401.8, 2.14",
        "98, 55, 0.3, .4828, .98465, 315.0, 6.0",
        "72, 98, 0.001, .0348, .99971, 20.0, 0.28",
        "72, 98, 0.01, .2667, .99712, 19.8, 2.80",
        "72, 98, 0.107, .8118, .96690, 17.9, 29.96",
        "72, 98, 0.3, .9391, .89091, 14.0, 84.0",
        "97, 98, 0.001, .0463, .99997, 20.0, 0.03",
        "97, 98, 0.01, .3288, .99969, 19.8, 0.30",
        "97, 98, 0.107, .8532, .99635, 17.9, 3.21",
        "97, 98, 0.3, .9541, .98705, 14.0, 9.0",
        "100, 100, 0.001, 1, 1, 0, 0",
        "100, 100, 0.3, 1, 1, 0, 0"
    })
    void predictiveValuesAtAPrevalence(
            int se, int sp, double prevalence, double ppv, double npv, double falseAlarms, double missed) {
        PredictiveValues values =
                PredictiveValues.at(prevalence, new Proportion(se, 100), new Proportion(sp, 100), 0.95);

        assertThat(values.positive()).hasValueCloseTo(ppv, within(LAST_OF_FOUR));
        assertThat(values.negative()).hasValueCloseTo(npv, within(5.1e-6));
        assertThat(1_000 * values.falseAlarmShare().orElseThrow()).isCloseTo(falseAlarms, within(0.0501));
        assertThat(1_000 * values.missedShare().orElseThrow()).isCloseTo(missed, within(0.00501));
    }

    // ---- intervals

    @ParameterizedTest(name = "{1} of {2}, {0}")
    @CsvSource({
        "WILSON, 97, 100, .9155, .9897",
        "CLOPPER_PEARSON, 97, 100, .9148, .9938",
        "AGRESTI_COULL, 97, 100, .9117, .9935",
        "WILSON, 29, 30, .8333, .9941",
        "CLOPPER_PEARSON, 29, 30, .8278, .9992",
        // 1.0083 before clipping
        "AGRESTI_COULL, 29, 30, .8191, 1",
        "WILSON, 194, 200, .9361, .9862",
        "WILSON, 485, 500, .9511, .9817",
        "WILSON, 55, 100, .4524, .6439",
        "CLOPPER_PEARSON, 55, 100, .4473, .6497",
        "WILSON, 10, 10, .7225, 1",
        "CLOPPER_PEARSON, 10, 10, .6915, 1",
        "WILSON, 20, 20, .8389, 1",
        "CLOPPER_PEARSON, 20, 20, .8316, 1",
        "WILSON, 59, 59, .9389, 1",
        "CLOPPER_PEARSON, 59, 59, .9394, 1",
        "WILSON, 100, 100, .9630, 1",
        "CLOPPER_PEARSON, 100, 100, .9638, 1",
        "WILSON, 0, 10, 0, .2775",
        "CLOPPER_PEARSON, 0, 10, 0, .3085",
        "WILSON, 11, 11, .7412, 1",
        "CLOPPER_PEARSON, 10, 11, .5872, .9977"
    })
    void intervalsOfAProportion(ProportionInterval method, long successes, long trials, double lower, double upper) {
        Interval interval = new Proportion(successes, trials).interval(method, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(LAST_OF_FOUR));
        assertThat(interval.upper()).isCloseTo(upper, within(LAST_OF_FOUR));
    }

    /// 0.97 is above 0.95, and 97 of 100 does not show it.
    @ParameterizedTest
    @CsvSource({"97, 100, INCONCLUSIVE", "485, 500, PASS", "55, 100, FAIL"})
    void aShareAboveTheMinimumIsNotYetAPass(long successes, long trials, ThresholdVerdict.Outcome outcome) {
        assertThat(ThresholdVerdict.of(new Proportion(successes, trials), 0.95, ProportionInterval.WILSON, 0.95)
                        .outcome())
                .isEqualTo(outcome);
    }

    // ---- verification bias

    /// Hepatic scintigraphy, Begg and Greenes 1983: 166 positive and 140 negative studies were not verified.
    @Test
    void hepaticScintigraphy() {
        var corrected = BeggGreenes.correct(231, 32, 27, 54, 166, 140, 0.95);

        assertThat(corrected.sensitivity().naive().estimate()).hasValueCloseTo(.8953, within(LAST_OF_FOUR));
        assertThat(corrected.specificity().naive().estimate()).hasValueCloseTo(.6279, within(LAST_OF_FOUR));
        assertThat(value(corrected.sensitivity().corrected())).isCloseTo(.8365, within(LAST_OF_FOUR));
        assertThat(value(corrected.specificity().corrected())).isCloseTo(.7384, within(LAST_OF_FOUR));
    }

    // ---- the null of the stability index, and of Kolmogorov and Smirnov

    @ParameterizedTest(name = "n {0}, m {1}")
    @CsvSource({
        "1000, 50, .189, .355",
        "10000, 100, .0909, .171",
        "5000, 150, .0618, .116",
        "10000, 500, .0189, .036",
        "10000, 2000, .0054, .010"
    })
    void theStabilityIndexOfTenBinsWithoutDrift(int n, int m, double mean, double limit) {
        BinnedCounts reference = tenths(n);
        BinnedCounts current = tenths(m);

        assertThat(PopulationStabilityIndex.expectedWithoutDrift(reference, current))
                .isCloseTo(mean, within(5.1e-4));
        assertThat(PopulationStabilityIndex.criticalValue(reference, current, 0.05))
                .isCloseTo(limit, within(5.1e-4));
    }

    /// The folklore limits 0.1 and 0.25 are passed by chance in 85.5 and 21.9 % of windows of 50.
    @ParameterizedTest
    @CsvSource({"1000, 50, .855, .1", "1000, 50, .219, .25", "10000, 100, .36, .1"})
    void howOftenChancePassesTheFolkloreLimits(int n, int m, double level, double limit) {
        assertThat(PopulationStabilityIndex.criticalValue(tenths(n), tenths(m), level))
                .isCloseTo(limit, within(5e-4));
    }

    @ParameterizedTest(name = "n {0}, m {1}")
    @CsvSource({"1000, 50, .197, .194", "5000, 100, .137, .1356", "5000, 500, .064, .0634"})
    void criticalValuesOfKolmogorovAndSmirnov(int n, int m, double limit, double exact) {
        // Kolmogorov's limit is too cautious for these sizes; the exact law is as in SciPy
        assertThat(1.3581 * Math.sqrt(1.0 / n + 1.0 / m)).isCloseTo(limit, within(5e-4));
        assertThat(KolmogorovSmirnovTest.criticalValue(n, m, 0.05)).hasValueCloseTo(exact, within(1e-12));
    }

    // ---- DeLong

    @ParameterizedTest
    @CsvSource({
        "'.9,.8,.75,.6,.55,.4', '.7,.5,.45,.35,.3,.2,.15,.1', .895833, .00746528",
        "'.85,.9,.65,.7,.3,.5', '.6,.55,.4,.45,.25,.35,.1,.2', .854167, .01326885"
    })
    void delongsVariance(String positives, String negatives, double area, double variance) {
        double[] scores =
                DoubleStream.concat(numbers(positives), numbers(negatives)).toArray();
        boolean[] truth = new boolean[14];
        IntStream.range(0, 6).forEach(i -> truth[i] = true);
        Auroc auroc = Auroc.of(scores, truth).orElseThrow();

        assertThat(auroc.value()).isCloseTo(area, within(1e-6));
        assertThat(auroc.variance()).hasValueCloseTo(variance, within(1e-8));
    }

    // ---- regression

    /// Five pairs with mean square 6.87328, mean absolute 2.06 and mean difference 0.488.
    @Test
    void errorsAndLimitsOfFivePairs() {
        double root = Math.sqrt(17.8593);
        double[] differences = {(6.37 + root) / 2, (6.37 - root) / 2, -1.31, -1.31, -1.31};
        RegressionError error = RegressionError.of(differences, new double[5]).orElseThrow();
        BlandAltman limits = BlandAltman.of(differences, new double[5], 0.95).orElseThrow();

        assertThat(error.mse()).isCloseTo(6.87328, within(1e-9));
        assertThat(error.rmse()).isCloseTo(2.62169, within(5e-6));
        assertThat(error.mae()).isCloseTo(2.06, within(1e-9));
        assertThat(error.bias()).isCloseTo(0.488, within(1e-9));
        assertThat(limits.lower()).isCloseTo(-5.157, within(5.1e-4));
        assertThat(limits.upper()).isCloseTo(6.133, within(5.1e-4));
    }

    // ---- overlap

    @ParameterizedTest
    @CsvSource({"57, 100, 100, .57, .3986", "70, 100, 100, .70, .5385"})
    void diceAndJaccard(long intersection, long predicted, long reference, double dice, double jaccard) {
        var overlap = new Overlap(intersection, predicted, reference);

        assertThat(overlap.dice()).isCloseTo(dice, within(1e-12));
        assertThat(overlap.jaccard()).isCloseTo(jaccard, within(LAST_OF_FOUR));
    }

    // ---- looking again changes nothing

    /// The thresholds of a check do not move with what it has seen.
    @Test
    void aHundredChecksKeepTheirThreshold() {
        var random = new SplittableRandom(1);
        double[] reference = normal(random, 500);
        DriftCheck check = DriftCheck.atFamilyWiseLevel(0.05);
        var first = check.compare(List.of(StreamComparison.numeric("x", reference, normal(random, 50))));
        for (int i = 0; i < 100; i++) {
            var next = check.compare(List.of(StreamComparison.numeric("x", reference, normal(random, 50))));

            assertThat(next.levelPerTest()).isEqualTo(first.levelPerTest());
            assertThat(next.ranked().getFirst().result().threshold())
                    .isEqualTo(first.ranked().getFirst().result().threshold())
                    .isPresent();
        }
    }

    private static double[] normal(SplittableRandom random, int size) {
        return DoubleStream.generate(random::nextGaussian).limit(size).toArray();
    }

    private static DoubleStream numbers(String commaSeparated) {
        return List.of(commaSeparated.split(",")).stream().mapToDouble(Double::parseDouble);
    }

    private static BinnedCounts tenths(int size) {
        var bins = new QuantileBins(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0));
        return new BinnedCounts(bins, Collections.nCopies(10, size / 10L));
    }

    private static double value(CorrectedEstimate estimate) {
        return ((CorrectedEstimate.Estimated) estimate).value();
    }
}
