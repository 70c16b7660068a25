package org.vigie.monitor.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.pixel.GreyImage;

class ImageStatisticsTest {

    @Test
    void ofARampAreThoseWorkedOutByHand() {
        float[] ramp = new float[100];
        for (int i = 0; i < 100; i++) {
            ramp[i] = i + 1;
        }
        Map<String, Double> statistics = ImageStatistics.of(new GreyImage(10, 10, ramp));

        assertThat(statistics.get("mean")).isCloseTo(50.5, within(1e-12));
        assertThat(statistics.get("standardDeviation")).isCloseTo(Math.sqrt((100 * 100 - 1) / 12.0), within(1e-9));
        assertThat(statistics.get("p01")).isCloseTo(1, within(0.002));
        assertThat(statistics.get("p50")).isCloseTo(50, within(0.002));
        assertThat(statistics.get("p99")).isCloseTo(99, within(0.002));
        assertThat(statistics.get("clippedShare")).isEqualTo(0.02);
        // a plane has no second differences
        assertThat(statistics.get("sharpness")).isCloseTo(0, within(1e-9));
        assertThat(statistics.get("noise")).isCloseTo(0, within(1e-9));
    }

    @Test
    void ofAConstantImageAreAllThere() {
        Map<String, Double> statistics = ImageStatistics.of(new GreyImage(4, 4, new float[16]));

        assertThat(statistics).hasSize(13);
        assertThat(statistics.values()).allMatch(Double::isFinite);
        assertThat(statistics)
                .containsEntry("entropy", 0.0)
                .containsEntry("clippedShare", 1.0)
                .containsEntry("p50", 0.0);
    }

    @Test
    void leaveOutEdgesWhereThereAreNone() {
        assertThat(ImageStatistics.of(new GreyImage(1, 2, new float[] {1, 2})))
                .doesNotContainKeys("sharpness", "noise");
    }

    @Test
    void noiseIsTheStandardDeviationOfWhiteNoiseOnAPlane() {
        float[] values = noise(256, 256, 7);
        for (int i = 0; i < values.length; i++) {
            values[i] += 1000 + (i % 256) * 2 + i / 256;
        }
        // Immerkær's estimator: standard error of about 0.6 % here
        assertThat(ImageStatistics.of(new GreyImage(256, 256, values)).get("noise"))
                .isCloseTo(7, within(0.2));
    }

    @Test
    void anEvenHistogramHasEightBitsOfEntropy() {
        float[] values = new float[256 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 256;
        }
        assertThat(ImageStatistics.of(new GreyImage(16, 256, values)).get("entropy"))
                .isCloseTo(8, within(1e-9));
    }

    @Property(tries = 50)
    void brightnessMovesPlacesAndLeavesShapesAlone(
            @ForAll @IntRange(min = 3, max = 30) int rows,
            @ForAll @IntRange(min = 3, max = 30) int columns,
            @ForAll @FloatRange(min = -1000, max = 1000) float shift) {
        float[] values = noise(rows, columns, 50);
        float[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += shift;
        }
        Map<String, Double> before = ImageStatistics.of(new GreyImage(rows, columns, values));
        Map<String, Double> after = ImageStatistics.of(new GreyImage(rows, columns, moved));

        for (String place : new String[] {"mean", "p01", "p50", "p99"}) {
            assertThat(after.get(place)).isCloseTo(before.get(place) + shift, within(0.05));
        }
        for (String shape : new String[] {"standardDeviation", "noise"}) {
            assertThat(after.get(shape)).isCloseTo(before.get(shape), within(0.05));
        }
    }

    private static float[] noise(int rows, int columns, double deviation) {
        var random = new SplittableRandom(5);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
