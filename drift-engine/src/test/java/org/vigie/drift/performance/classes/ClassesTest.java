package org.vigie.drift.performance.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.drift.agreement.Weights;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.performance.ConfusionMatrix;

class ClassesTest {

    private static final List<String> GRADES = List.of("none", "mild", "severe");

    @Test
    void readsAThreeByThreeTableByHand() {
        var matrix = new ClassMatrix(GRADES, new long[][] {{50, 5, 0}, {10, 20, 5}, {0, 5, 5}});

        assertThat(matrix.accuracy()).isEqualTo(new Proportion(75, 100));
        assertThat(matrix.oneAgainstRest(1)).isEqualTo(new ConfusionMatrix(20, 15, 10, 55));
        // F1: 100/115, 40/65, 10/20
        assertThat(matrix.macroF1()).hasValueCloseTo((100.0 / 115 + 40.0 / 65 + 0.5) / 3, within(1e-12));
        assertThat(matrix.meanClassError()).hasValueCloseTo(0.25, within(1e-12));
        // Gorodkin: (7500 − 55·60 − 35·30 − 10·10)/√((10⁴ − 4350)(10⁴ − 4600))
        assertThat(matrix.mcc()).hasValueCloseTo(3050 / Math.sqrt(5650.0 * 5400), within(1e-12));
        // 1 − Σ w n / Σ w e, w = squared places: 25/(55·30 + 55·10·4 + 35·60 + 35·10 + 10·60·4 + 10·30)·100
        assertThat(matrix.kappa(Weights.QUADRATIC, 0.95).estimate())
                .hasValueCloseTo(1 - 2500 / (1650 + 2200 + 2100 + 350 + 2400 + 300.0), within(1e-12));
    }

    @Property(tries = 200)
    void withTwoClassesItIsTheConfusionMatrix(
            @ForAll @IntRange(max = 30) int tp,
            @ForAll @IntRange(max = 30) int fp,
            @ForAll @IntRange(max = 30) int fn,
            @ForAll @IntRange(max = 30) int tn) {
        var two = new ClassMatrix(List.of("positive", "negative"), new long[][] {{tp, fp}, {fn, tn}});
        var one = new ConfusionMatrix(tp, fp, fn, tn);

        assertThat(two.oneAgainstRest(0)).isEqualTo(one);
        assertThat(two.accuracy()).isEqualTo(one.accuracy());
        assertThat(two.mcc().isPresent()).isEqualTo(one.mcc().isPresent());
        one.mcc().ifPresent(mcc -> assertThat(two.mcc()).hasValueCloseTo(mcc, within(1e-9)));
    }

    @Test
    void wrongAxisWouldShow() {
        // more cases of one class than of another: rows are decisions, columns the reference
        ClassMatrix matrix = ClassMatrix.of(GRADES, new int[] {0, 0, 0, 1, 2}, new int[] {0, 0, 1, 1, 0});

        assertThat(matrix.count(0, 1)).isEqualTo(1);
        assertThat(matrix.count(1, 0)).isZero();
        assertThat(matrix.oneAgainstRest(0).sensitivity()).isEqualTo(new Proportion(2, 3));
    }

    @Test
    void withoutCasesOrWithOneClassNothingIsMadeUp() {
        var none = new ClassMatrix(GRADES, new long[3][3]);
        assertThat(none.accuracy().estimate()).isEmpty();
        assertThat(none.macroF1()).isEmpty();
        assertThat(none.mcc()).isEmpty();
        assertThat(none.meanClassError()).isEmpty();
        assertThat(none.kappa(Weights.QUADRATIC, 0.95).estimate()).isEmpty();
        var one = new ClassMatrix(GRADES, new long[][] {{7, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        assertThat(one.mcc()).isEmpty();
        assertThat(one.macroF1()).hasValue(1);
    }

    @Test
    void labelsAreCountedOneByOne() {
        boolean[][] decisions = {{true, false}, {true, true}, {false, false}};
        boolean[][] truth = {{true, false}, {false, true}, {false, true}};
        LabelSets sets = LabelSets.of(List.of("nodule", "effusion"), decisions, truth);

        assertThat(sets.matrices()).containsExactly(new ConfusionMatrix(1, 1, 0, 1), new ConfusionMatrix(1, 0, 1, 1));
        assertThat(sets.exactMatches()).isEqualTo(new Proportion(1, 3));
        assertThat(sets.microF1()).hasValueCloseTo(4.0 / 6, within(1e-12));
        assertThat(sets.macroF1()).hasValueCloseTo(2.0 / 3, within(1e-12));
        assertThat(sets.hammingLoss()).hasValueCloseTo(2.0 / 6, within(1e-12));
        assertThat(LabelSets.of(List.of("nodule"), new boolean[0][], new boolean[0][])
                        .hammingLoss())
                .isEmpty();
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new ClassMatrix(List.of("one"), new long[1][1]))
                .hasMessage("1 classes, 2 are required");
        assertThatThrownBy(() -> new ClassMatrix(GRADES, new long[2][3])).hasMessage("2 rows for 3 classes");
        assertThatThrownBy(() -> new ClassMatrix(GRADES, new long[3][2])).hasMessage("row 0 has 2 of 3 classes");
        assertThatThrownBy(() -> ClassMatrix.of(GRADES, new int[] {3}, new int[] {0}))
                .hasMessage("decisions[0] is 3 of 3 classes");
        assertThatThrownBy(() -> LabelSets.of(List.of("a"), new boolean[][] {{true, true}}, new boolean[][] {{true}}))
                .hasMessage("case 0 has 2 decisions and 1 reference standards for 1 labels");
    }
}
