package org.vigie.drift.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.OracleCase;
import org.vigie.drift.window.NumericWindow;

class EdgeBinsTest {

    @Test
    void keepsWhatLiesBeyondTheEdges() {
        BinnedCounts counts = EdgeBins.of(0, 1, 2).count(NumericWindow.of(-1e6, 0, 0.5, 1, 2, 2.1, 1e6));

        assertThat(counts.counts()).containsExactly(1L, 2L, 2L, 2L);
    }

    /// NumPy's Doane edges for every reference of the oracle that is not constant.
    @Test
    void doaneAgreesWithNumPy() {
        List<OracleCase> cases = OracleCase.of(
                        "nannyml_univariate", "np.histogram_bin_edges(bins=\"doane\") of the reference")
                .toList();
        int constants = 0;
        for (OracleCase oracle : cases) {
            NumericWindow reference = NumericWindow.of(oracle.numbers("reference"));
            if (reference.isConstant()) {
                constants++;
                continue; // half a unit on each side there, the value alone here
            }
            EdgeBins bins = EdgeBins.doane(reference);
            assertThat(bins.size() - 2)
                    .as(oracle.id())
                    .isEqualTo(oracle.expected().path("bins").asInt());
            assertThat(bins.edges().getFirst()).isEqualTo(oracle.expected("first"));
            assertThat(bins.edges().getLast()).isEqualTo(oracle.expected("last"));
        }
        assertThat(cases).hasSize(27);
        assertThat(constants).isEqualTo(2);
    }

    @Test
    void rulesGiveTheirNumbers() {
        NumericWindow window = NumericWindow.of(ramp(1000));

        assertThat(EdgeBins.sturges(window).size() - 2).isEqualTo(11); // ⌈log₂ 1000 + 1⌉
        assertThat(EdgeBins.sturges(NumericWindow.of(ramp(1024))).size() - 2).isEqualTo(11);
        assertThat(EdgeBins.freedmanDiaconis(window).size() - 2).isEqualTo(10); // 999 / (2 · 499.5 / 10)
        assertThat(EdgeBins.freedmanDiaconis(window).rule()).isEqualTo(BinRule.FREEDMAN_DIACONIS);
        assertThat(EdgeBins.equalWidth(window, 4).edges()).containsExactly(0.0, 249.75, 499.5, 749.25, 999.0);
    }

    @Test
    void aConstantIsAValueBetweenBelowAndAbove() {
        EdgeBins bins = EdgeBins.doane(NumericWindow.of(1e-9, 1e-9, 1e-9));

        assertThat(bins.count(NumericWindow.of(0, 1e-9, 1e-9, 2e-9)).counts()).containsExactly(1L, 2L, 1L);
        assertThat(EdgeBins.sturges(NumericWindow.of(5))
                        .count(NumericWindow.of(5))
                        .counts())
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void equalQuartilesFallToSturgesAndSayIt() {
        double[] mostly = new double[100];
        mostly[0] = 7;

        assertThat(EdgeBins.freedmanDiaconis(NumericWindow.of(mostly)).rule()).isEqualTo(BinRule.STURGES);
    }

    @Test
    void aFarValueDoesNotAskForBillionsOfBins() {
        double[] values = ramp(1000);
        values[999] = 1e100;

        assertThat(EdgeBins.freedmanDiaconis(NumericWindow.of(values)).size()).isEqualTo(EdgeBins.MOST_BINS + 2);
    }

    @Property
    void everyObservationIsCountedOnce(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -5, max = 5) Double> reference,
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -9, max = 9) Double> current) {
        NumericWindow r = window(reference);
        NumericWindow c = window(current);
        for (EdgeBins bins : List.of(
                EdgeBins.sturges(r), EdgeBins.doane(r), EdgeBins.freedmanDiaconis(r), EdgeBins.equalWidth(r, 3))) {
            assertThat(bins.count(c).total()).isEqualTo(current.size());
            List<Long> own = bins.count(r).counts();
            assertThat(own.getFirst() + own.getLast()).isZero();
        }
    }

    @Test
    void refusesEdgesThatAreNone() {
        assertThatThrownBy(() -> EdgeBins.of(1)).hasMessage("edges [1.0]: at least two are needed");
        assertThatThrownBy(() -> EdgeBins.of(0, Double.POSITIVE_INFINITY)).hasMessage("edges[1] is Infinity");
        assertThatThrownBy(() -> EdgeBins.of(0, 2, 1))
                .hasMessage("edges not strictly increasing: edges[1] is 2.0, edges[2] is 1.0");
        assertThatThrownBy(() -> EdgeBins.sturges(NumericWindow.of())).hasMessage("window is empty");
        assertThatThrownBy(() -> EdgeBins.of(0, 1).count(NumericWindow.of(Double.NaN)))
                .hasMessage("window is empty");
        assertThatThrownBy(() -> EdgeBins.equalWidth(NumericWindow.of(1, 2), 0))
                .hasMessage("bins 0 is not in [1, 10000]");
    }

    private static NumericWindow window(List<Double> values) {
        return NumericWindow.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] ramp(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        return values;
    }
}
