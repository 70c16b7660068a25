package org.vigie.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRuleTest {

    @Test
    void statesItsDefaults() {
        assertThat(DecisionRule.atLevel(0.01)).isEqualTo(new DecisionRule(0.01, 20, 20_260_101));
    }

    @Test
    void aPValueOnTheLevelIsDrift() {
        assertThat(DriftVerdict.of(0.01, 0.01)).isEqualTo(new DriftVerdict.Drifted(0.01, 0.01));
        assertThat(DriftVerdict.of(Math.nextUp(0.01), 0.01)).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void namesTheThinnerWindow() {
        var rule = DecisionRule.atLevel(0.01);

        assertThat(rule.onTooLittleData(new WindowSizes(5, 100, 3, 0)))
                .hasValue(new DriftVerdict.Inconclusive(
                        "reference window has 5 observations and 3 missing, 20 are required", 5, 20));
        assertThat(rule.onTooLittleData(new WindowSizes(20, 20, 9, 9))).isEmpty();
    }

    @Test
    void namesTheSizeOfTheWindowItNames() {
        assertThat(DecisionRule.atLevel(0.01).onTooLittleData(new WindowSizes(5, 2, 0, 0)))
                .hasValue(new DriftVerdict.Inconclusive("current window has 2 observations, 20 are required", 2, 20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void rejectsALevelThatIsNoLevel(double level) {
        assertThatThrownBy(() -> DecisionRule.atLevel(level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level " + level + " is not in (0, 1)");
    }

    @Test
    void rejectsAMinimumOfNothing() {
        assertThatThrownBy(() -> DecisionRule.atLevel(0.01).withMinimumObservations(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimumObservations 0 < 1");
    }

    @Test
    void rejectsAPValueThatIsNoProbability() {
        assertThatThrownBy(() -> DriftVerdict.of(Double.NaN, 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pValue NaN is not in [0, 1]");
        assertThatThrownBy(() -> new PValue(1.5, PValueMethod.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p-value 1.5 is not in [0, 1]");
    }
}
