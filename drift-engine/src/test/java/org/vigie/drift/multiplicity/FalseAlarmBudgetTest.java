package org.vigie.drift.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FalseAlarmBudgetTest {

    @ParameterizedTest
    @CsvFileSource(resources = "adjustment.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithStatsmodels(PValueAdjustment method, String pValues, String adjusted) {
        assertThat(method.adjust(numbers(pValues))).containsExactly(numbers(adjusted), within(1e-12));
    }

    @Test
    void keepsTheOrderOfItsInput() {
        double[] p = {0.04, 0.01, 0.03};

        assertThat(PValueAdjustment.HOLM.adjust(p)).containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-15));
        assertThat(p).containsExactly(0.04, 0.01, 0.03);
    }

    @Property
    void holmIsBetweenTheRawValueAndBonferroni(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
        double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] holm = PValueAdjustment.HOLM.adjust(p);
        double[] bonferroni = PValueAdjustment.BONFERRONI.adjust(p);
        double[] benjaminiHochberg = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(p);

        for (int i = 0; i < p.length; i++) {
            assertThat(holm[i]).isBetween(p[i], bonferroni[i]);
            assertThat(benjaminiHochberg[i]).isBetween(p[i] - 1e-15, holm[i] + 1e-15);
        }
    }

    @Test
    void nothingToAdjustIsNothing() {
        assertThat(PValueAdjustment.HOLM.adjust()).isEmpty();
    }

    @Test
    void namesTheValueThatIsNoProbability() {
        assertThatThrownBy(() -> PValueAdjustment.HOLM.adjust(0.1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pValues[1] is NaN");
    }

    @Test
    void aYearOfWeeksSharesTheBudget() {
        var budget = new FalseAlarmBudget(1, 52, 10);

        assertThat(budget.levelPerCheck()).isEqualTo(1.0 / 52);
        assertThat(budget.levelPerTest()).isEqualTo(1.0 / 520);
    }

    @Test
    void rejectsABudgetThatLeavesNothing() {
        assertThatThrownBy(() -> new FalseAlarmBudget(52, 52, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perYear 52.0 leaves no check without a false alarm, there are 52");
        assertThatThrownBy(() -> new FalseAlarmBudget(0, 52, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perYear 0.0 is not positive and finite");
        assertThatThrownBy(() -> new FalseAlarmBudget(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checksPerYear 0 < 1");
        assertThatThrownBy(() -> new FalseAlarmBudget(1, 52, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("streams 0 < 1");
    }

    private static double[] numbers(String spaced) {
        return Arrays.stream(spaced.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
