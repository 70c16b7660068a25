package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.rows;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class MahalanobisDistanceTest {

    static final FeatureWindow X = rows(new double[][] {{1, 2}, {2, 1}, {3, 5}, {4, 3}, {6, 5}, {5, 8}});
    static final FeatureWindow Y = rows(new double[][] {{2, 6}, {3, 9}, {5, 7}, {4, 8}, {7, 12}});

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    // ---- golden values: numpy 2.4.6; T² of X and Y is 14.53, cases doubled make it 20/9 times as much

    @Test
    void agreesWithNumpy() {
        FeatureWindow four = FeatureWindow.concatenation(List.of(X, X, X, X)); // same moments, nothing drawn
        MahalanobisDistance distance = MahalanobisDistance.from(four);

        assertThat(distance.shrinkage()).isZero();
        assertThat(distance.of(1, 2).orElseThrow()).isCloseTo(1.4879590519303285, within(1e-7));
        assertThat(distance.of(10, 0).orElseThrow()).isCloseTo(7.463564634139003, within(1e-7));
        assertThat(distance.of(3.5f, 4).orElseThrow()).isCloseTo(0, within(1e-7));
    }

    @Test
    void hotellingAgreesWithNumpyWhereNothingIsDrawn() {
        FeatureWindow reference = FeatureWindow.concatenation(List.of(X, X));
        FeatureWindow current = FeatureWindow.concatenation(List.of(Y, Y));

        DriftResult result = HotellingTest.test(reference, current, RULE.withMinimumObservations(5));

        assertThat(result.value().orElseThrow()).isCloseTo(14.529528016740297 * 20 / 9, within(1e-6));
    }

    // ---- theory

    @Test
    void hotellingHoldsItsLevelWithFewerCasesThanDimensions() {
        int runs = 400;
        double alarms = share(
                runs,
                run -> HotellingTest.test(
                        normal(25, 60, 0.4, 0, 2 * run), normal(20, 60, 0.4, 0, 2 * run + 1), RULE.withSeed(run)));

        assertThat(alarms).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void hotellingSeesAShiftAgainstTheCorrelation() {
        double[] against = {0.5, -0.5};

        DriftResult result = HotellingTest.test(normal(60, 0.95, new double[2], 1), normal(30, 0.95, against, 2), RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    // ---- laws

    @Test
    void aLinearChangeOfTheDimensionsChangesNothing() {
        FeatureWindow reference = normal(60, 3, 0.3, 0, 1);
        FeatureWindow current = normal(40, 3, 0.3, 0.4, 2);

        DriftResult plain = HotellingTest.test(reference, current, RULE);
        DriftResult mixed = HotellingTest.test(mixed(reference), mixed(current), RULE);

        assertThat(mixed.value().orElseThrow()).isCloseTo(plain.value().orElseThrow(), within(1e-3));
        assertThat(MahalanobisDistance.from(mixed(reference)).of(3, 1, -2).orElseThrow())
                .isCloseTo(MahalanobisDistance.from(reference).of(1, 1, -1).orElseThrow(), within(1e-4));
    }

    // ---- edge cases

    @Test
    void copiesOfADimensionAndConstantsAreNoObstacle() {
        FeatureWindow one = normal(40, 1, 0, 0, 1);
        FeatureWindow copied = rows(IntStream.range(0, 40)
                .mapToObj(i -> new double[] {one.get(i, 0), one.get(i, 0), 7})
                .toArray(double[][]::new));

        assertThat(MahalanobisDistance.from(copied).of(1, 1, 7).orElseThrow()).isFinite();
        assertThat(HotellingTest.test(copied, copied, RULE).verdict()).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        MahalanobisDistance distance = MahalanobisDistance.from(X);

        assertThat(distance.of(1, Float.NaN)).isEmpty();
        assertThatThrownBy(() -> distance.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vector has 1 dimensions, the reference has 2");
        assertThatThrownBy(() -> MahalanobisDistance.from(rows(new double[][] {{1}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference has 1 cases of 1 dimensions, 3 cases of 1 dimension are required");
        assertThat(HotellingTest.test(X, Y, RULE).verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 5 observations, 20 are required", 5, 20));
    }

    private static FeatureWindow mixed(FeatureWindow window) {
        return rows(IntStream.range(0, window.size())
                .mapToObj(window::vector)
                .map(v -> new double[] {2 * v[0] + v[1], v[1], v[2] - v[0]})
                .toArray(double[][]::new));
    }
}
