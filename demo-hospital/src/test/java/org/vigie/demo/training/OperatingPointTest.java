package org.vigie.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatingPointTest {
    private final LastLayer firstFeature = layer();

    @Test
    void findsTheWantedShareOfTheNodules() {
        List<Sample> tuning = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tuning.add(sample(i / 10.0f, true));
            tuning.add(sample(-i / 10.0f, false));
        }

        double threshold = OperatingPoint.forSensitivity(firstFeature, tuning, 0.9);
        long found = tuning.stream()
                .filter(Sample::nodule)
                .filter(sample -> firstFeature.score(sample.features()) >= threshold)
                .count();

        assertThat(found).isEqualTo(18);
    }

    @Test
    void keepsTheWantedShareOfTheClearStudiesNegative() {
        List<Sample> tuning = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tuning.add(sample(i / 10.0f, false));
            tuning.add(sample(3 + i / 10.0f, true));
        }

        double threshold = OperatingPoint.forSpecificity(firstFeature, tuning, 0.95);
        long cleared = tuning.stream()
                .filter(sample -> !sample.nodule())
                .filter(sample -> firstFeature.score(sample.features()) < threshold)
                .count();

        assertThat(cleared).isEqualTo(19);
    }

    @Test
    void needsAClearStudyForSpecificity() {
        assertThatThrownBy(() -> OperatingPoint.forSpecificity(firstFeature, List.of(sample(1, true)), 0.9))
                .hasMessage("No clear study among the 1 tuning cases");
    }

    @Test
    void needsANodule() {
        assertThatThrownBy(() -> OperatingPoint.forSensitivity(firstFeature, List.of(sample(1, false)), 0.9))
                .hasMessage("No nodule among the 1 tuning cases");
    }

    private static LastLayer layer() {
        double[] weights = new double[Backbone.FEATURES];
        weights[0] = 1;
        return new LastLayer(weights, 0);
    }

    private static Sample sample(float value, boolean nodule) {
        float[] features = new float[Backbone.FEATURES];
        features[0] = value;
        return new Sample(features, nodule);
    }
}
