package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class ReconstructionErrorTestTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    @Test
    void falseAlarmsAreAsManyAsTheLevelSays() {
        int runs = 400;
        double alarms = share(
                runs,
                run -> ReconstructionErrorTest.test(
                        normal(200, 10, 0.5, 0, 2 * run), normal(100, 10, 0.5, 0, 2 * run + 1), RULE.withSeed(run)));

        // KS is discrete at these sizes: a little below the level
        assertThat(alarms).isCloseTo(0.045, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void seesThatTheDimensionsNoLongerVaryTogether() {
        DriftResult result = ReconstructionErrorTest.test(normal(300, 8, 0.8, 0, 1), normal(80, 8, 0, 0, 2), RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.effect().orElseThrow().value()).isGreaterThan(0.2);
    }

    @Test
    void roundingIsNoDriftWhenEveryComponentIsKept() {
        DriftResult result = ReconstructionErrorTest.test(normal(100, 5, 0.5, 0, 1), normal(60, 5, 0.5, 3, 2), 1, RULE);

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.05));
        assertThat(result.value()).hasValue(0);
        assertThat(result.effect().orElseThrow().meaning()).contains("with 5 components of 5 dimensions");
    }

    @Test
    void judgesFewerCasesThanDimensions() {
        DriftResult result = ReconstructionErrorTest.test(normal(50, 80, 0.5, 0, 1), normal(30, 80, 0.5, 0, 2), RULE);

        assertThat(result.pValue().orElseThrow()).isBetween(0.0001, 1.0);
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        FeatureWindow constant = FeatureWindow.of(Collections.nCopies(60, new float[] {1, 2}));

        assertThat(ReconstructionErrorTest.test(constant, constant, RULE).verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("no dimension of the reference varies", 0, 1));
        assertThat(ReconstructionErrorTest.test(normal(30, 2, 0, 0, 1), normal(60, 2, 0, 0, 2), RULE)
                        .verdict())
                .isEqualTo(
                        new DriftVerdict.Inconclusive("reference window has 15 observations, 20 are required", 15, 20));
        assertThatThrownBy(() -> ReconstructionErrorTest.test(constant, constant, 0, RULE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share 0.0 is not in (0, 1]");
    }
}
