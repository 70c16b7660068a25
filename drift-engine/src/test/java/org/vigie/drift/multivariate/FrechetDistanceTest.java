package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.rows;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class FrechetDistanceTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    // ---- golden values

    @Test
    void inOneDimensionItIsMeansAndDeviations() {
        // means 0 and 3, deviations 1 and 5: √(3² + 4²)
        FeatureWindow reference = rows(new double[][] {{-1}, {1}});
        FeatureWindow current = rows(new double[][] {{-2}, {8}});

        assertThat(FrechetDistance.statistic(reference, current)).isCloseTo(5, within(1e-12));
    }

    @Test
    void agreesWithMatrixSquareRoots() {
        // numpy 2.4.6, scipy 1.17.1: sqrtm(sqrtm(S) @ T @ sqrtm(S))
        assertThat(FrechetDistance.statistic(MahalanobisDistanceTest.X, MahalanobisDistanceTest.Y))
                .isCloseTo(4.463486952120496, within(1e-10));
    }

    // ---- theory

    @Test
    void falseAlarmsAreAsManyAsTheLevelSays() {
        double alarms = share(
                300,
                run -> FrechetDistance.test(
                        normal(50, 3, 0.5, 0, 2 * run), normal(25, 3, 0.5, 0, 2 * run + 1), RULE.withSeed(run)));

        assertThat(alarms).isCloseTo(0.05, within(0.05)); // 4 standard errors
    }

    @Test
    void seesAChangeOfCorrelation() {
        var changed = FrechetDistance.test(normal(150, 3, 0.8, 0, 1), normal(80, 3, 0, 0, 2), RULE);

        assertThat(changed.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    // ---- laws and edges

    @Test
    void isSymmetricAndZeroForTheSame() {
        FeatureWindow one = normal(20, 4, 0.3, 0, 1);
        FeatureWindow other = normal(30, 4, 0.1, 1, 2);

        assertThat(FrechetDistance.statistic(one, other))
                .isCloseTo(FrechetDistance.statistic(other, one), within(1e-9));
        assertThat(FrechetDistance.statistic(one, one)).isCloseTo(0, within(1e-6));
    }

    @Test
    void windowsInWhichNothingVariesAreAlike() {
        FeatureWindow constant = FeatureWindow.of(Collections.nCopies(30, new float[] {1, 2}));

        assertThat(FrechetDistance.test(constant, constant, RULE).verdict())
                .isEqualTo(new DriftVerdict.Stable(1, 0.05));
    }

    @Test
    void needsWindowsOfTheSameDimensions() {
        assertThatThrownBy(() -> FrechetDistance.statistic(normal(5, 2, 0, 0, 1), normal(5, 3, 0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 and 3 dimensions");
        assertThat(FrechetDistance.test(normal(30, 2, 0, 0, 1), normal(30, 3, 0, 0, 1), RULE)
                        .verdict())
                .isInstanceOf(DriftVerdict.Inconclusive.class);
    }
}
