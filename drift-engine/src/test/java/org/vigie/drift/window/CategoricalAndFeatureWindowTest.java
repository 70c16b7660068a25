package org.vigie.drift.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoricalAndFeatureWindowTest {

    @Test
    void labelsThatAreNullOrBlankAreMissing() {
        CategoricalWindow window = CategoricalWindow.of(Arrays.asList("PA", null, "AP", " ", "PA"));

        assertThat(window.counts()).isEqualTo(Map.of("AP", 1L, "PA", 2L));
        assertThat(window.missing()).isEqualTo(2);
        assertThat(window.size()).isEqualTo(3);
        assertThat(window.count("LL")).isZero();
    }

    @Test
    void countsOfZeroAreNoCategories() {
        assertThat(new CategoricalWindow(new TreeMap<>(Map.of("PA", 3L, "AP", 0L)), 0).counts())
                .containsOnlyKeys("PA");
    }

    @Test
    void rejectsANegativeCount() {
        assertThatThrownBy(() -> new CategoricalWindow(new TreeMap<>(Map.of("PA", -1L)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count of 'PA' is -1");
        assertThatThrownBy(() -> new CategoricalWindow(new TreeMap<>(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("missing -1 < 0");
    }

    @Test
    void aVectorWithANaNIsMissingAsAWhole() {
        FeatureWindow window = FeatureWindow.of(List.of(new float[] {1, 2}, new float[] {Float.NaN, 4}));

        assertThat(window.size()).isEqualTo(1);
        assertThat(window.missing()).isEqualTo(1);
        assertThat(window.dimension(1).sorted()).containsExactly(2);
    }

    @Test
    void copiesItsVectors() {
        float[] vector = {1, 2};
        FeatureWindow window = FeatureWindow.of(List.<float[]>of(vector));
        vector[0] = 9;

        assertThat(window.get(0, 0)).isEqualTo(1);
    }

    @Test
    void namesTheVectorOfAnotherLength() {
        assertThatThrownBy(() -> FeatureWindow.of(List.of(new float[] {1, 2}, new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectors[1] has 1 dimensions, the first has 2");
    }

    @Test
    void namesTheInfinityInAVector() {
        assertThatThrownBy(() -> FeatureWindow.of(List.<float[]>of(new float[] {1, Float.POSITIVE_INFINITY})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectors[0][1] is Infinity");
    }

    @Test
    void concatenationRefusesDifferentDimensions() {
        FeatureWindow two = FeatureWindow.of(List.<float[]>of(new float[] {1, 2}));
        FeatureWindow three = FeatureWindow.of(List.<float[]>of(new float[] {1, 2, 3}));

        assertThatThrownBy(() -> FeatureWindow.concatenation(List.of(two, three)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 and 3 dimensions");
        assertThat(FeatureWindow.concatenation(List.of(two, FeatureWindow.of(List.of()), two))
                        .size())
                .isEqualTo(2);
    }
}
