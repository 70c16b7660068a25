package org.vigie.drift.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.drift.estimation.EstimatedPerformance.Estimated;
import org.vigie.drift.estimation.EstimatedPerformance.NotEstimable;
import org.vigie.drift.estimation.NannyMlEstimation.ExpectedConfusion;

class CbpeTest {

    private static final EnumSet<CbpeMetric> ALL = EnumSet.allOf(CbpeMetric.class);

    // ---- against the plain formulas

    @Property
    void expectsTheConfusionMatrix(@ForAll @Size(30) List<@DoubleRange(min = 0, max = 1) Double> listed) {
        double[] scores = listed.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] decisions = decisions(scores, 0.4);
        ExpectedConfusion expected = ExpectedConfusion.of(scores, decisions);
        Map<CbpeMetric, EstimatedPerformance> estimates = uncalibrated().estimate(scores, decisions, ALL, 0.95);

        assertThat(value(estimates, CbpeMetric.TRUE_POSITIVES)).isCloseTo(expected.truePositives(), within(1e-9));
        assertThat(value(estimates, CbpeMetric.FALSE_NEGATIVES)).isCloseTo(expected.falseNegatives(), within(1e-9));
        assertThat(value(estimates, CbpeMetric.FALSE_POSITIVES)).isCloseTo(expected.falsePositives(), within(1e-9));
        assertThat(value(estimates, CbpeMetric.TRUE_NEGATIVES)).isCloseTo(expected.trueNegatives(), within(1e-9));
        assertThat(value(estimates, CbpeMetric.ACCURACY)).isCloseTo(expected.accuracy(), within(1e-9));
        estimates
                .get(CbpeMetric.SENSITIVITY)
                .estimate()
                .ifPresent(value -> assertThat(value).isCloseTo(expected.recall(), within(1e-9)));
        estimates
                .get(CbpeMetric.F1)
                .estimate()
                .ifPresent(value -> assertThat(value).isCloseTo(expected.f1(), within(1e-9)));
    }

    /// The expectation over every possible labelling, weighted by its probability.
    @Test
    void expectsAurocAndAveragePrecisionAsAllLabellingsSay() {
        double[] scores = {0.9, 0.7, 0.7, 0.4, 0.2, 0.1};
        double won = 0;
        double pairs = 0;
        double precision = 0;
        double positives = 0;
        for (int labels = 0; labels < 1 << scores.length; labels++) {
            double probability = 1;
            for (int i = 0; i < scores.length; i++) {
                probability *= (labels >> i & 1) == 1 ? scores[i] : 1 - scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                double atOrAbove = 0;
                double rank = 0;
                for (int j = 0; j < scores.length; j++) {
                    if ((labels >> i & 1) == 1 && (labels >> j & 1) == 0) {
                        pairs += probability;
                        won += probability * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0);
                    }
                    rank += scores[j] >= scores[i] ? 1 : 0;
                    atOrAbove += scores[j] >= scores[i] && (labels >> j & 1) == 1 ? 1 : 0;
                }
                if ((labels >> i & 1) == 1) {
                    precision += probability * atOrAbove / rank;
                    positives += probability;
                }
            }
        }
        Map<CbpeMetric, EstimatedPerformance> estimates =
                uncalibrated().estimate(scores, new boolean[scores.length], ALL, 0.95);

        assertThat(value(estimates, CbpeMetric.AUROC)).isCloseTo(won / pairs, within(1e-12));
        assertThat(value(estimates, CbpeMetric.AVERAGE_PRECISION)).isCloseTo(precision / positives, within(1e-12));
    }

    @Test
    void valuesDecisions() {
        double[] scores = {0.9, 0.6, 0.2};
        Estimated estimated = (Estimated)
                uncalibrated().businessValue(scores, decisions(scores, 0.5), new DecisionValues(5, -1, -10, 0), 0.95);

        assertThat(estimated.value()).isCloseTo(5 * 1.5 - 0.5 - 10 * 0.2, within(1e-12));
    }

    // ---- errors

    @ParameterizedTest
    @EnumSource(
            value = CbpeMetric.class,
            names = {"SENSITIVITY", "SPECIFICITY", "POSITIVE_PREDICTIVE_VALUE", "F1", "AUROC", "AVERAGE_PRECISION"})
    void samplingErrorIsTheSpreadOfTheRealisedMetric(CbpeMetric metric) {
        var random = new SplittableRandom(8);
        int runs = 1_500;
        int n = 200;
        double[] values = new double[runs];
        double error = 0;
        Cbpe cbpe = uncalibrated();
        for (int run = 0; run < runs; run++) {
            double[] scores = random.doubles(n).toArray();
            boolean[] truth = labels(random, scores);
            values[run] = realised(metric, scores, truth, decisions(scores, 0.5));
            error += ((Estimated) cbpe.estimate(metric, scores, decisions(scores, 0.5), 0.95)).samplingError() / runs;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (runs - 1));

        // NannyML's error of the AUROC is 5 to 30 % below this
        assertThat(error / deviation).isBetween(0.93, 1.07);
    }

    @Test
    void intervalsCoverTheRealisedAndThePopulationMetric() {
        var random = new SplittableRandom(9);
        int runs = 400;
        int realised = 0;
        int population = 0;
        // scores that are too high: the truth is their square; sensitivity at 0.5 is ∫½¹ s² / ∫ s² = 7/8
        for (int run = 0; run < runs; run++) {
            double[] reference = random.doubles(400).toArray();
            Cbpe cbpe = Cbpe.fit(reference, labels(random, squares(reference)));
            double[] scores = random.doubles(300).toArray();
            Estimated estimated =
                    (Estimated) cbpe.estimate(CbpeMetric.SENSITIVITY, scores, decisions(scores, 0.5), 0.95);
            boolean[] truth = labels(random, squares(scores));
            realised += estimated
                            .interval()
                            .contains(realised(CbpeMetric.SENSITIVITY, scores, truth, decisions(scores, 0.5)))
                    ? 1
                    : 0;
            population += estimated.interval().contains(7.0 / 8) ? 1 : 0;
        }
        assertThat((double) realised / runs).isGreaterThan(0.92);
        assertThat((double) population / runs).isGreaterThan(0.92);
    }

    /// Peers give a width of 0 here.
    @Test
    void aPerfectReferenceStillHasAWidth() {
        double[] scores = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9};
        boolean[] truth = decisions(scores, 0.5);
        Estimated sensitivity =
                (Estimated) Cbpe.fit(scores, truth).estimate(CbpeMetric.SENSITIVITY, scores, truth, 0.95);

        assertThat(sensitivity.value()).isEqualTo(1);
        assertThat(sensitivity.interval().upper()).isEqualTo(1);
        assertThat(sensitivity.interval().lower()).isBetween(0.2, 0.8);
        assertThat(sensitivity.calibrationError()).isPositive();
    }

    @Test
    void calibrationErrorShrinksWithTheReference() {
        var random = new SplittableRandom(10);
        double[] scores = random.doubles(500).toArray();
        double small = calibrationError(random, 200, scores);
        double large = calibrationError(random, 20_000, scores);

        assertThat(small / large).isBetween(5.0, 20.0);
    }

    // ---- laws

    @Test
    void calibrationMakesAnyIncreasingScoreTheSame() {
        var random = new SplittableRandom(11);
        double[] reference = random.doubles(500).toArray();
        boolean[] truth = labels(random, reference);
        double[] scores = Arrays.copyOf(reference, 200);
        double[] logits =
                Arrays.stream(reference).map(s -> Math.log(s / (1 - s))).toArray();
        double plain =
                value(Cbpe.fit(reference, truth).estimate(scores, decisions(scores, 0.5), ALL, 0.95), CbpeMetric.AUROC);
        double turned = value(
                Cbpe.fit(logits, truth).estimate(Arrays.copyOf(logits, 200), decisions(scores, 0.5), ALL, 0.95),
                CbpeMetric.AUROC);

        assertThat(turned).isCloseTo(plain, within(1e-12));
    }

    @Test
    void inputsStayAsTheyAre() {
        double[] scores = {0.9, 0.1, 0.5, 0.3};
        boolean[] truth = {true, false, true, false};
        Cbpe.fit(scores, truth).estimate(scores, truth, ALL, 0.95);

        assertThat(scores).containsExactly(0.9, 0.1, 0.5, 0.3);
    }

    @Test
    void theAssumptionIsPartOfTheResult() {
        double[] scores = {0.9, 0.1, 0.5, 0.3};
        Estimated estimated = (Estimated) uncalibrated().estimate(CbpeMetric.AUROC, scores, new boolean[4], 0.95);

        assertThat(estimated.assumption()).contains("cannot see", "concept drift");
    }

    @Test
    void calibratesOnlyWhereAskedTo() {
        var random = new SplittableRandom(12);
        double[] scores = random.doubles(2_000).toArray();

        assertThat(Cbpe.fit(scores, labels(random, squares(scores)), CalibrationPolicy.IF_IT_LOWERS_THE_ERROR)
                        .isCalibrating())
                .isTrue();
        assertThat(Cbpe.fit(scores, labels(random, scores), CalibrationPolicy.NEVER)
                        .isCalibrating())
                .isFalse();
    }

    // ---- edge cases

    @Test
    void missingScoresAreCounted() {
        double[] scores = {0.9, Double.NaN, 0.2};
        Estimated estimated = (Estimated) uncalibrated().estimate(CbpeMetric.ACCURACY, scores, new boolean[3], 0.95);

        assertThat(estimated.cases()).isEqualTo(2);
        assertThat(estimated.missing()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingToEstimateFromIsAReason(CbpeMetric metric) {
        double[] none = {Double.NaN, Double.NaN};
        double[] scores = {0.2, 0.7};

        assertThat(uncalibrated().estimate(metric, none, new boolean[2], 0.95))
                .isEqualTo(new NotEstimable(metric.title(), "no case has a score"));
        assertThat(uncalibrated().estimate(metric, new double[0], new boolean[0], 0.95))
                .isEqualTo(new NotEstimable(metric.title(), "no case has a score"));
        assertThat(Cbpe.fit(scores, new boolean[2]).estimate(metric, scores, new boolean[2], 0.95))
                .isEqualTo(new NotEstimable(metric.title(), "the reference has only negative cases"));
    }

    @Test
    void aShareOfNothingIsNotEstimable() {
        double[] zeros = {0, 0};

        for (CbpeMetric metric : List.of(
                CbpeMetric.SENSITIVITY,
                CbpeMetric.POSITIVE_PREDICTIVE_VALUE,
                CbpeMetric.AUROC,
                CbpeMetric.AVERAGE_PRECISION)) {
            assertThat(uncalibrated().estimate(metric, zeros, new boolean[2], 0.95))
                    .isEqualTo(new NotEstimable(metric.title(), "no case is expected that it could be a share of"));
        }
    }

    @Test
    void rejectsWhatIsNoScore() {
        assertThatThrownBy(() -> Cbpe.fit(new double[] {0.1, Double.NaN}, new boolean[2]))
                .hasMessage("scores[1] is NaN");
        assertThatThrownBy(() -> Cbpe.fit(new double[0], new boolean[0])).hasMessage("no cases");
        assertThatThrownBy(() -> Cbpe.fit(new double[] {0.1, 2}, new boolean[2], CalibrationPolicy.NEVER))
                .hasMessage("scores[1] is 2.0, no probability, and is not to be calibrated");
        assertThatThrownBy(() -> uncalibrated()
                        .estimate(CbpeMetric.F1, new double[] {Double.POSITIVE_INFINITY}, new boolean[1], 0.95))
                .hasMessage("scores[0] is Infinity");
    }

    // ---- fixtures

    private static Cbpe uncalibrated() {
        double[] scores = new double[20_000];
        Arrays.setAll(scores, i -> (i + 0.5) / scores.length);
        return Cbpe.fit(scores, labels(new SplittableRandom(1), scores), CalibrationPolicy.NEVER);
    }

    private static double calibrationError(SplittableRandom random, int n, double[] scores) {
        double[] reference = random.doubles(n).toArray();
        return ((Estimated) Cbpe.fit(reference, labels(random, reference))
                        .estimate(CbpeMetric.SPECIFICITY, scores, decisions(scores, 0.5), 0.95))
                .calibrationError();
    }

    private static double realised(CbpeMetric metric, double[] scores, boolean[] truth, boolean[] decisions) {
        double[] certain = new double[truth.length];
        Arrays.setAll(certain, i -> truth[i] ? 1 : 0);
        ExpectedConfusion counts = ExpectedConfusion.of(certain, decisions);
        return switch (metric) {
            case SENSITIVITY -> counts.recall();
            case SPECIFICITY -> counts.specificity();
            case POSITIVE_PREDICTIVE_VALUE -> counts.precision();
            case F1 -> counts.f1();
            case AUROC -> NannyMlEstimation.auroc(certain, scores).orElseThrow();
            case AVERAGE_PRECISION ->
                NannyMlEstimation.averagePrecision(certain, scores).orElseThrow();
            default -> throw new IllegalArgumentException(metric.title());
        };
    }

    private static double value(Map<CbpeMetric, EstimatedPerformance> estimates, CbpeMetric metric) {
        return estimates.get(metric).estimate().orElseThrow();
    }

    private static boolean[] labels(SplittableRandom random, double[] probabilities) {
        boolean[] labels = new boolean[probabilities.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < probabilities[i];
        }
        return labels;
    }

    private static double[] squares(double[] scores) {
        return Arrays.stream(scores).map(score -> score * score).toArray();
    }

    private static boolean[] decisions(double[] scores, double cut) {
        boolean[] decisions = new boolean[scores.length];
        for (int i = 0; i < decisions.length; i++) {
            decisions[i] = scores[i] >= cut;
        }
        return decisions;
    }
}
