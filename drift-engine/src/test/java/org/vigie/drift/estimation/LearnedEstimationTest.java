package org.vigie.drift.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.drift.estimation.DirectLossEstimation.Loss;
import org.vigie.drift.estimation.EstimatedPerformance.Estimated;
import org.vigie.drift.estimation.EstimatedPerformance.NotEstimable;

/// What rests on a learned model: the density ratio, calibration under a shift, the loss of a regression; and the
/// multiclass form.
class LearnedEstimationTest {

    // ---- density ratio

    @Test
    void withoutAShiftTheReferenceKeepsItsWorth() {
        var random = new SplittableRandom(1);
        DensityRatio ratio = DensityRatio.of(uniform(random, 400, 2), uniform(random, 300, 2), 5);

        assertThat(ratio.effectiveNumber()).isBetween(250.0, 400.0);
        assertThat(java.util.Arrays.stream(ratio.weights()).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void casesWhoseLikeBecameMoreFrequentWeighMore() {
        var random = new SplittableRandom(2);
        double[][] reference = uniform(random, 600, 2);
        // now three of four cases are on the right
        double[][] current = uniform(random, 600, 2);
        for (double[] one : current) {
            one[0] = random.nextDouble() < 0.75 ? 0.5 + one[0] / 2 : one[0] / 2;
        }
        double[] weights = DensityRatio.of(reference, current, 5).weights();
        double right = 0;
        double left = 0;
        int ofRight = 0;
        for (int i = 0; i < weights.length; i++) {
            if (reference[i][0] > 0.5) {
                right += weights[i];
                ofRight++;
            } else {
                left += weights[i];
            }
        }
        // 1.5 and 0.5 by construction
        assertThat(right / ofRight).isBetween(1.2, 1.7);
        assertThat(left / (weights.length - ofRight)).isBetween(0.3, 0.8);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        var random = new SplittableRandom(3);
        double[][] reference = uniform(random, 200, 3);
        double[][] current = uniform(random, 100, 3);

        assertThat(DensityRatio.of(reference, current, 5).weights())
                .containsExactly(DensityRatio.of(reference, current, 5).weights());
    }

    // ---- multicalibrated CBPE

    /// On scanner B the condition is three times as frequent as the score says; B goes from 10 % to 80 % of cases.
    @Test
    void followsAShiftThatPlainCbpeMisses() {
        var random = new SplittableRandom(4);
        Scanned reference = Scanned.of(random, 1_500, 0.1);
        Scanned current = Scanned.of(random, 800, 0.8);
        List<CbpeMetric> metrics = List.of(CbpeMetric.PREVALENCE);
        double plain = value(Cbpe.fit(reference.scores, reference.truth)
                .estimate(CbpeMetric.PREVALENCE, current.scores, new boolean[800], 0.95));
        MultiCalibratedCbpe shifted =
                MultiCalibratedCbpe.fit(reference.scores, reference.truth, reference.features, current.features, 5);
        Estimated followed = (Estimated) shifted.estimate(current.scores, new boolean[800], metrics, 0.95)
                .get(CbpeMetric.PREVALENCE);
        double realised = current.prevalence();

        assertThat(Math.abs(plain - realised)).isGreaterThan(0.1);
        assertThat(Math.abs(followed.value() - realised)).isLessThan(0.08);
        assertThat(followed.assumption()).contains("same inputs", "concept drift");
        assertThat(shifted.ratio().effectiveNumber()).isLessThan(1_000);
    }

    @Test
    void refusesWhereTheReferenceHasNoSuchCases() {
        var random = new SplittableRandom(6);
        double[][] reference = uniform(random, 40, 1);
        double[][] current = uniform(random, 1_000, 1);
        for (double[] one : current) {
            one[0] = 0.97 + one[0] / 40;
        }
        double[] scores = random.doubles(40).toArray();
        boolean[] truth = new boolean[40];
        truth[3] = true;
        EstimatedPerformance refused = MultiCalibratedCbpe.fit(scores, truth, reference, current, 5)
                .estimate(scores, truth, List.of(CbpeMetric.AUROC), 0.95)
                .get(CbpeMetric.AUROC);

        assertThat(refused).isInstanceOf(NotEstimable.class);
        assertThat(((NotEstimable) refused).reason()).startsWith("the current inputs lie where the reference");
    }

    @Test
    void rejectsFewAndUnevenCases() {
        assertThatThrownBy(() -> DensityRatio.of(new double[9][2], new double[20][2], 1))
                .hasMessage("9 reference and 20 current cases; 10 are needed of each");
        double[][] uneven = new double[20][2];
        uneven[7] = new double[] {1, Double.NaN};
        assertThatThrownBy(() -> DensityRatio.of(new double[20][2], uneven, 1)).hasMessage("current[7][1] is NaN");
    }

    // ---- direct loss estimation

    /// The error grows with the feature; the window has the harder half only.
    @Test
    void expectsALargerLossOfHarderCases() {
        var random = new SplittableRandom(7);
        double[][] reference = uniform(random, 600, 1);
        double[] predictions = new double[600];
        double[] truth = new double[600];
        for (int i = 0; i < 600; i++) {
            predictions[i] = 10 * reference[i][0];
            truth[i] = predictions[i] + 2 * reference[i][0] * (random.nextDouble() - 0.5);
        }
        double[][] harder = uniform(random, 500, 1);
        double[] current = new double[500];
        for (int i = 0; i < 500; i++) {
            harder[i][0] = 0.5 + harder[i][0] / 2;
            current[i] = 10 * harder[i][0];
        }
        DirectLossEstimation absolute = DirectLossEstimation.fit(reference, predictions, truth, Loss.ABSOLUTE, 5);
        DirectLossEstimation squared = DirectLossEstimation.fit(reference, predictions, truth, Loss.SQUARED, 5);
        Estimated mae = (Estimated) absolute.meanLoss(harder, current, 0.95);
        Estimated rmse = (Estimated) squared.rootMeanSquaredError(harder, current, 0.95);

        // mean of x/2 over [½, 1] is 3/8; mean of x²/3 is 7/36
        assertThat(mae.value()).isCloseTo(0.375, within(0.03));
        assertThat(mae.interval().contains(0.375)).isTrue();
        assertThat(rmse.value()).isCloseTo(Math.sqrt(7.0 / 36), within(0.04));
        assertThat(mae.assumption()).contains("concept drift");
        assertThat(absolute.meanLoss(harder, current, 0.95))
                .isEqualTo(DirectLossEstimation.fit(reference, predictions, truth, Loss.ABSOLUTE, 5)
                        .meanLoss(harder, current, 0.95));
        assertThat(absolute.meanLoss(new double[0][], new double[0], 0.95))
                .isEqualTo(new NotEstimable("MAE", "no cases"));
        assertThatThrownBy(() -> absolute.rootMeanSquaredError(harder, current, 0.95))
                .hasMessage("RMSE comes from squared losses, these are ABSOLUTE");
    }

    @Test
    void aPerfectReferenceExpectsNoLoss() {
        var random = new SplittableRandom(8);
        double[][] features = uniform(random, 60, 1);
        double[] predictions = random.doubles(60).toArray();
        Estimated mae = (Estimated) DirectLossEstimation.fit(features, predictions, predictions, Loss.ABSOLUTE, 1)
                .meanLoss(features, predictions, 0.95);

        assertThat(mae.value()).isZero();
    }

    // ---- several classes

    @Test
    void twoClassesAreTheMeanOfBothSides() {
        var random = new SplittableRandom(9);
        double[][] scores = new double[500][2];
        int[] truth = new int[500];
        int[] decisions = new int[500];
        boolean[] isFirst = new boolean[500];
        boolean[] decidedFirst = new boolean[500];
        double[] first = new double[500];
        for (int i = 0; i < 500; i++) {
            scores[i][0] = random.nextDouble();
            scores[i][1] = 1 - scores[i][0];
            truth[i] = random.nextDouble() < scores[i][0] ? 0 : 1;
            decisions[i] = scores[i][0] > 0.6 ? 0 : 1;
            isFirst[i] = truth[i] == 0;
            decidedFirst[i] = decisions[i] == 0;
            first[i] = scores[i][0];
        }
        MulticlassCbpe several = MulticlassCbpe.fit(List.of("a", "b"), scores, truth);
        Cbpe binary = Cbpe.fit(first, isFirst);

        double sensitivity = value(binary.estimate(CbpeMetric.SENSITIVITY, first, decidedFirst, 0.95));
        double specificity = value(binary.estimate(CbpeMetric.SPECIFICITY, first, decidedFirst, 0.95));
        assertThat(value(several.estimate(CbpeMetric.SENSITIVITY, scores, decisions, 0.95)))
                .isCloseTo((sensitivity + specificity) / 2, within(1e-9));
        assertThat(value(several.estimate(CbpeMetric.ACCURACY, scores, decisions, 0.95)))
                .isCloseTo(value(binary.estimate(CbpeMetric.ACCURACY, first, decidedFirst, 0.95)), within(1e-9));
        assertThat(value(several.estimate(CbpeMetric.AUROC, scores, decisions, 0.95)))
                .isCloseTo(value(binary.estimate(CbpeMetric.AUROC, first, decidedFirst, 0.95)), within(1e-9));
    }

    @Test
    void threeClassesAreExpectedAsTheyAreRealised() {
        var random = new SplittableRandom(10);
        double[][] scores = new double[6_000][3];
        int[] truth = new int[6_000];
        int[] decisions = new int[6_000];
        double right = 0;
        for (int i = 0; i < 6_000; i++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                scores[i][k] = random.nextDouble();
                sum += scores[i][k];
            }
            for (int k = 0; k < 3; k++) {
                scores[i][k] /= sum;
            }
            double draw = random.nextDouble();
            truth[i] = draw < scores[i][0] ? 0 : draw < scores[i][0] + scores[i][1] ? 1 : 2;
            for (int k = 1; k < 3; k++) {
                decisions[i] = scores[i][k] > scores[i][decisions[i]] ? k : decisions[i];
            }
            right += truth[i] == decisions[i] ? 1.0 / 6_000 : 0;
        }
        Estimated accuracy = (Estimated) MulticlassCbpe.fit(List.of("a", "b", "c"), scores, truth)
                .estimate(CbpeMetric.ACCURACY, scores, decisions, 0.95);

        assertThat(accuracy.value()).isCloseTo(right, within(0.02));
        assertThat(accuracy.interval().contains(right)).isTrue();
        assertThat(accuracy.metric()).isEqualTo("accuracy");
    }

    @Test
    void aClassTheReferenceDoesNotShowIsNamed() {
        assertThat(MulticlassCbpe.fit(List.of("a", "b", "c"), new double[4][3], new int[] {0, 1, 0, 1})
                        .estimate(CbpeMetric.F1, new double[4][3], new int[4], 0.95))
                .isEqualTo(new NotEstimable("macro F1", "the reference has no case of class 'c'"));
        assertThatThrownBy(() -> MulticlassCbpe.fit(List.of("a", "b"), new double[1][2], new int[] {2}))
                .hasMessage("truth[0] is 2, no class");
    }

    // ---- fixtures

    private static double value(EstimatedPerformance performance) {
        return performance.estimate().orElseThrow();
    }

    private static double[][] uniform(SplittableRandom random, int cases, int features) {
        double[][] rows = new double[cases][features];
        for (double[] row : rows) {
            for (int k = 0; k < features; k++) {
                row[k] = random.nextDouble();
            }
        }
        return rows;
    }

    private record Scanned(double[] scores, boolean[] truth, double[][] features) {

        static Scanned of(SplittableRandom random, int cases, double ofB) {
            var scanned = new Scanned(new double[cases], new boolean[cases], new double[cases][2]);
            for (int i = 0; i < cases; i++) {
                boolean onB = random.nextDouble() < ofB;
                scanned.scores[i] = random.nextDouble() * 0.3;
                scanned.truth[i] = random.nextDouble() < scanned.scores[i] * (onB ? 3 : 1);
                scanned.features[i][0] = onB ? 1 : 0;
                scanned.features[i][1] = random.nextDouble();
            }
            return scanned;
        }

        double prevalence() {
            double positives = 0;
            for (boolean label : truth) {
                positives += label ? 1 : 0;
            }
            return positives / truth.length;
        }
    }
}
