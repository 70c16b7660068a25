package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class LinearTimeMmdTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    @Test
    void falseAlarmsAreAsManyAsTheLevelSays() {
        int runs = 200;
        double alarms = share(
                runs,
                run -> LinearTimeMmd.test(
                        normal(1_000, 3, 0.3, 0, 2 * run), normal(1_000, 3, 0.3, 0, 2 * run + 1), RULE.withSeed(run)));

        assertThat(alarms).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void findsAShiftAndSaysWhatItUsed() {
        DriftResult result = LinearTimeMmd.test(normal(4_001, 3, 0.3, 0, 1), normal(3_000, 3, 0.3, 0.5, 2), RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.sizes().reference()).isEqualTo(3_000);
        assertThat(result.effect().orElseThrow().meaning()).contains("1500 pairs of cases");
    }

    @Test
    void estimatesTheSameAsTheQuadraticStatistic() {
        FeatureWindow reference = normal(20_000, 2, 0.3, 0, 1);
        FeatureWindow current = normal(20_000, 2, 0.3, 0.8, 2);

        double quadratic =
                MaximumMeanDiscrepancy.test(reference, current, RULE).value().orElseThrow();

        assertThat(LinearTimeMmd.test(reference, current, RULE).value().orElseThrow())
                .isCloseTo(quadratic, within(0.03));
    }

    @Test
    void windowsInWhichNothingVariesAreAlike() {
        FeatureWindow constant = FeatureWindow.of(Collections.nCopies(1_000, new float[] {1, 2}));

        assertThat(LinearTimeMmd.test(constant, constant, RULE).verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.05));
    }

    @Test
    void needsAThousandCases() {
        assertThat(LinearTimeMmd.test(normal(999, 2, 0, 0, 1), normal(2_000, 2, 0, 0, 2), RULE)
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "reference window has 999 observations, 1000 are required", 999, 1_000));
    }
}
