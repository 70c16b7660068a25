package org.vigie.drift.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.window.NumericWindow;

class QuantileBinsTest {

    @Test
    void edgesAreTypeSevenQuantiles() {
        // numpy 2.4.6: numpy.quantile([1, 2, 4, 8, 16, 32], [.25, .5, .75], method="linear")
        assertThat(QuantileBins.fit(NumericWindow.of(32, 1, 16, 2, 8, 4), 4).innerEdges())
                .containsExactly(2.5, 6.0, 14.0);
    }

    @Test
    void anObservationOnAnEdgeBelongsToTheBinBelow() {
        var bins = new QuantileBins(List.of(1.0, 2.0));

        assertThat(bins.count(NumericWindow.of(0, 1, 1.5, 2, 3)).counts()).containsExactly(2L, 2L, 1L);
    }

    @Test
    void tiedQuantilesCollapse() {
        assertThat(QuantileBins.fit(NumericWindow.of(5, 5, 5, 5, 9), 4).size()).isEqualTo(2);
    }

    @Property
    void everyObservationIsCountedOnce(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e6, max = 1e6) Double> sample) {
        var values = NumericWindow.of(
                sample.stream().mapToDouble(Double::doubleValue).toArray());

        assertThat(QuantileBins.fit(values, 10).count(values).total()).isEqualTo(sample.size());
    }

    @Test
    void anEmptyReferenceHasNoQuantiles() {
        assertThatThrownBy(() -> QuantileBins.fit(NumericWindow.of(), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window is empty");
    }
}
