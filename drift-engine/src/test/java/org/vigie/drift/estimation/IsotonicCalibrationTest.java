package org.vigie.drift.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationTest {

    @Property
    void neverDecreasesAndKeepsTheMean(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 19) Integer> coded) {
        double[] scores = coded.stream().mapToDouble(code -> code / 2).toArray();
        boolean[] truth = truth(coded);
        IsotonicCalibration calibration = IsotonicCalibration.fit(scores, truth);

        double previous = 0;
        for (double score = -1; score <= 11; score += 0.25) {
            assertThat(calibration.calibrate(score)).isBetween(previous, 1.0);
            previous = calibration.calibrate(score);
        }
        // fitted values average to the share of positives
        assertThat(Arrays.stream(scores).map(calibration::calibrate).average().orElseThrow())
                .isCloseTo(share(truth), within(1e-12));
    }

    @Property
    void aWeightOfTwoIsTheCaseTwice(@ForAll @Size(min = 1, max = 25) List<@IntRange(max = 19) Integer> coded) {
        double[] scores = coded.stream().mapToDouble(code -> code / 2).toArray();
        boolean[] truth = truth(coded);
        double[] weights = new double[scores.length];
        Arrays.fill(weights, 1);
        weights[0] = 2;
        double[] twice = Arrays.copyOf(scores, scores.length + 1);
        twice[scores.length] = scores[0];
        boolean[] twiceTruth = Arrays.copyOf(truth, truth.length + 1);
        twiceTruth[truth.length] = truth[0];
        IsotonicCalibration weighted = IsotonicCalibration.fit(scores, truth, weights);
        IsotonicCalibration doubled = IsotonicCalibration.fit(twice, twiceTruth);

        for (double score = 0; score <= 10; score += 0.5) {
            assertThat(weighted.calibrate(score)).isCloseTo(doubled.calibrate(score), within(1e-12));
        }
    }

    @Test
    void ordersAsASortDoes() {
        var random = new SplittableRandom(1);
        for (int n : new int[] {0, 1, 2, 3, 7, 64, 65, 1_000}) {
            double[] values = random.doubles(n).map(x -> Math.floor(x * 50)).toArray();
            int[] order = ScoreOrder.ascending(values);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(Arrays.stream(order).mapToDouble(i -> values[i]).toArray())
                    .containsExactly(sorted);
            assertThat(Arrays.stream(order).distinct().count()).isEqualTo(n);
        }
    }

    @Test
    void aBlockOfOneClassIsNotCertain() {
        IsotonicCalibration calibration =
                IsotonicCalibration.fit(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true});

        assertThat(calibration.calibrate(4)).isEqualTo(1);
        assertThat(calibration.interval(4, 0.95).lower()).isLessThan(0.5);
        assertThat(calibration.variance(1)).isPositive();
        assertThat(calibration.size()).isEqualTo(2);
    }

    @Test
    void equalScoresAreOne() {
        IsotonicCalibration calibration = IsotonicCalibration.fit(
                new double[] {1, 1, 1, -0.0, 0.0}, new boolean[] {true, false, false, true, false});

        assertThat(calibration.size()).isEqualTo(1);
        assertThat(calibration.calibrate(0.3)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void rejectsWhatIsNoScore() {
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[] {1}, new boolean[] {true}, new double[] {0}))
                .hasMessage("weights[0] is 0.0");
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[] {1}, new boolean[] {true, true}))
                .hasMessage("1 scores for 2 labels");
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[] {1}, new boolean[] {true})
                        .calibrate(Double.NaN))
                .hasMessage("score is NaN");
    }

    private static boolean[] truth(List<Integer> coded) {
        boolean[] truth = new boolean[coded.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = coded.get(i) % 2 == 1;
        }
        return truth;
    }

    private static double share(boolean[] truth) {
        double positives = 0;
        for (boolean label : truth) {
            positives += label ? 1 : 0;
        }
        return positives / truth.length;
    }
}
