package org.vigie.drift.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;

class ConfusionMatrixTest {

    @Test
    void countsEachCaseOnce() {
        boolean[] decisions = {true, true, false, false, true};
        boolean[] reference = {true, false, true, false, true};

        assertThat(ConfusionMatrix.of(decisions, reference)).isEqualTo(new ConfusionMatrix(2, 1, 1, 1));
    }

    @Test
    void readsTheTableTheClinicalWay() {
        var matrix = new ConfusionMatrix(90, 30, 10, 870);

        assertThat(matrix.sensitivity()).isEqualTo(new Proportion(90, 100));
        assertThat(matrix.specificity()).isEqualTo(new Proportion(870, 900));
        assertThat(matrix.positivePredictiveValue()).isEqualTo(new Proportion(90, 120));
        assertThat(matrix.negativePredictiveValue()).isEqualTo(new Proportion(870, 880));
        assertThat(matrix.prevalence()).isEqualTo(new Proportion(100, 1_000));
        assertThat(matrix.accuracy()).isEqualTo(new Proportion(960, 1_000));
    }

    @Test
    void withoutPositivesThereIsNoSensitivity() {
        assertThat(new ConfusionMatrix(0, 3, 0, 7).sensitivity().estimate()).isEmpty();
        assertThat(new ConfusionMatrix(0, 0, 0, 0).accuracy().estimate()).isEmpty();
    }

    @Test
    void rejectsDecisionsWithoutAReference() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new boolean[2], new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 decisions for 3 reference standards");
        assertThatThrownBy(() -> new ConfusionMatrix(1, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative count in 1, -1, 0, 0");
    }

    // ---- predictive values

    @ParameterizedTest
    @CsvFileSource(resources = "predictive_values.oracle.csv", useHeadersInDisplayName = true)
    void predictiveValuesFollowThePrevalence(double se, double sp, double prevalence, double ppv, double npv) {
        PredictiveValues values = PredictiveValues.at(prevalence, proportion(se, 1_000), proportion(sp, 1_000), 0.95);

        assertThat(values.positive()).hasValueCloseTo(ppv, within(1e-12));
        assertThat(values.negative()).hasValueCloseTo(npv, within(1e-12));
    }

    @Test
    void theIntervalIsMercaldosOnTheLogitScale() {
        // by hand: Se 90/100, Sp 160/200, π 0.1: PPV = 1/3, logit −0.6931,
        // se² = 0.1/(0.9·100) + 0.8/(0.2·200) = 0.021111, 1.959964·0.145297 = 0.284776
        PredictiveValues values = PredictiveValues.at(0.1, new Proportion(90, 100), new Proportion(160, 200), 0.95);

        assertThat(values.positiveInterval().lower()).isCloseTo(0.27328, within(1e-4));
        assertThat(values.positiveInterval().upper()).isCloseTo(0.39928, within(1e-4));
    }

    @Property
    void theIntervalHoldsTheEstimate(
            @ForAll @IntRange(max = 30) int detected,
            @ForAll @IntRange(max = 40) int cleared,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prevalence) {
        PredictiveValues values =
                PredictiveValues.at(prevalence, new Proportion(detected, 30), new Proportion(cleared, 40), 0.95);

        values.positive()
                .ifPresent(ppv ->
                        assertThat(values.positiveInterval().contains(ppv)).isTrue());
        values.negative()
                .ifPresent(npv ->
                        assertThat(values.negativeInterval().contains(npv)).isTrue());
    }

    @Test
    void perfectAccuracyStillHasAnInterval() {
        PredictiveValues values = PredictiveValues.at(0.1, new Proportion(20, 20), new Proportion(50, 50), 0.95);

        assertThat(values.positive()).hasValue(1);
        assertThat(values.positiveInterval().lower()).isBetween(0.3, 0.95);
        assertThat(values.positiveInterval().upper()).isEqualTo(1);
    }

    @Test
    void withoutNegativesEverythingIsOpen() {
        PredictiveValues values = PredictiveValues.at(0.1, new Proportion(20, 20), new Proportion(0, 0), 0.95);

        assertThat(values.positive()).isEmpty();
        assertThat(values.positiveInterval()).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void aModelThatNeverAlarmsHasNoPositivePredictiveValue() {
        PredictiveValues values = PredictiveValues.at(0.1, new Proportion(0, 20), new Proportion(50, 50), 0.95);

        assertThat(values.positive()).isEmpty();
        assertThat(values.negative()).hasValueCloseTo(0.9, within(1e-12));
    }

    @Test
    void rejectsAPrevalenceOfNothing() {
        assertThatThrownBy(() -> PredictiveValues.at(0, new Proportion(1, 2), new Proportion(1, 2), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prevalence 0.0 is not in (0, 1)");
    }

    // ---- Brier

    @Property
    void answeringThePrevalenceScoresItsVariance(@ForAll List<Boolean> outcomes) {
        boolean[] reference = new boolean[outcomes.size()];
        double positive = 0;
        for (int i = 0; i < reference.length; i++) {
            reference[i] = outcomes.get(i);
            positive += reference[i] ? 1 : 0;
        }
        double[] prevalence = new double[reference.length];
        java.util.Arrays.fill(prevalence, positive / reference.length);

        if (reference.length == 0) {
            assertThat(BrierScore.of(prevalence, reference)).isEmpty();
        } else {
            double share = positive / reference.length;
            assertThat(BrierScore.of(prevalence, reference)).hasValueCloseTo(share * (1 - share), within(1e-12));
        }
    }

    @Test
    void brierNamesTheValueThatIsNoProbability() {
        assertThatThrownBy(() -> BrierScore.of(new double[] {0.5, 1.5}, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities[1] is 1.5");
    }

    private static Proportion proportion(double share, long trials) {
        return new Proportion(Math.round(share * trials), trials);
    }
}
