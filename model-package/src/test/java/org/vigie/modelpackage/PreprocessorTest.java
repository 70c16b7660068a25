package org.vigie.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.Tag;

class PreprocessorTest {

    private static final int[] GREY = {0, 51, 102, 255};

    @Test
    void givesStoredValuesWhenNothingIsDeclared() throws Exception {
        assertThat(apply("[]", Packages.image("MONOCHROME2", 8, GREY))).containsExactly(0, 51, 102, 255);
    }

    @Test
    void invertsMonochrome1WithinItsBits() throws Exception {
        assertThat(apply("[monochrome2]", Packages.image("MONOCHROME1", 8, 255, 204, 153, 0)))
                .containsExactly(0, 51, 102, 255);
    }

    @Test
    void refusesMonochrome1WhereNobodyThoughtOfIt() {
        assertThatThrownBy(() -> apply("[]", Packages.image("MONOCHROME1", 8, GREY)))
                .isInstanceOfSatisfying(
                        UnsuitableImage.class,
                        unsuitable -> assertThat(unsuitable.reason()).isEqualTo("monochrome1-not-declared"));
    }

    @Test
    void keepsTheMostSignificantBits() throws Exception {
        assertThat(apply("[{bit-depth: 8}]", Packages.image("MONOCHROME2", 12, 0, 816, 1632, 4080)))
                .containsExactly(0, 51, 102, 255);
    }

    @Test
    void appliesTheModalityTransformationOnlyWhenDeclared() throws Exception {
        DataSetBuilder hounsfield = Packages.image("MONOCHROME2", 12, 0, 1, 2, 3)
                .decimal(Tag.RescaleSlope, 2)
                .decimal(Tag.RescaleIntercept, -1024);

        assertThat(apply("[modality-lut]", hounsfield)).containsExactly(-1024, -1022, -1020, -1018);
        assertThatThrownBy(() -> apply("[]", hounsfield))
                .isInstanceOfSatisfying(
                        UnsuitableImage.class,
                        unsuitable -> assertThat(unsuitable.reason()).isEqualTo("modality-lut-not-declared"));
    }

    /// PS3.3 C.11.2.1.2: centre 128, width 256 maps 0 to 0, 255 to 1 and 127.5 to one half.
    @Test
    void cutsToTheWindowOfTheImage() throws Exception {
        DataSetBuilder image = Packages.image("MONOCHROME2", 12, 0, 51, 255, 4000)
                .decimal(Tag.WindowCenter, 128)
                .decimal(Tag.WindowWidth, 256);

        float[] windowed = apply("[modality-lut, {window: {from: dicom}}]", image);

        assertThat(windowed[0]).isZero();
        assertThat(windowed[1]).isCloseTo(0.2f, within(1e-6f));
        assertThat(windowed[2]).isEqualTo(1);
        assertThat(windowed[3]).isEqualTo(1);
    }

    @Test
    void cutsToADeclaredWindowAndRescalesFromIt() throws Exception {
        assertThat(apply(
                        "[{window: {center: 100, width: 100}}, {rescale: {to: [0, 1]}}]",
                        Packages.image("MONOCHROME2", 8, 0, 50, 100, 255)))
                .containsExactly(0, 0, 0.5f, 1);
    }

    @Test
    void cutsToPercentiles() throws Exception {
        assertThat(apply("[{window: {percentiles: [25, 75]}}]", Packages.image("MONOCHROME2", 8, 0, 100, 200, 255)))
                .containsExactly(75, 100, 200, 213.75f);
    }

    @Test
    void refusesToRescaleAnImageOfOneValueFromItsOwnPercentiles() {
        assertThatThrownBy(() -> apply(
                        "[{window: {percentiles: [1, 99]}}, {rescale: {to: [0, 1]}}]",
                        Packages.image("MONOCHROME2", 8, 7, 7, 7, 7)))
                .isInstanceOfSatisfying(
                        UnsuitableImage.class,
                        unsuitable -> assertThat(unsuitable.reason()).isEqualTo("empty-range"));
    }

    @Test
    void rescalesFromTheBitsStored() throws Exception {
        assertThat(apply("[{rescale: {to: [-1, 1]}}]", Packages.image("MONOCHROME2", 8, 0, 255, 255, 0)))
                .containsExactly(-1, 1, 1, -1);
    }

    @Test
    void normalisesEachChannel() throws Exception {
        String yaml = yaml("[{normalize: {mean: [0, 51, 0], std: [1, 1, 51]}}]").replace("batch, 1,", "batch, 3,");
        Tensor tensor = new Preprocessor(ManifestParser.parse(yaml))
                .apply(Packages.object(Packages.image("MONOCHROME2", 8, 0, 51, 102, 255)));

        assertThat(tensor.channels()).isEqualTo(3);
        assertThat(tensor.values()).containsExactly(0, 51, 102, 255, -51, 0, 51, 204, 0, 1, 2, 5);
    }

    @Test
    void resizesByArea() throws Exception {
        assertThat(apply(
                        "[{resize: {width: 1, height: 1, interpolation: area}}]",
                        Packages.image("MONOCHROME2", 8, 0, 10, 20, 30)))
                .containsExactly(15);
    }

    /// Half-pixel centres: the values that OpenCV and PyTorch (align_corners=False) give for 2 → 4.
    @Test
    void resizesBilinearly() throws Exception {
        float[] wide = apply(
                "[{resize: {width: 4, height: 2, interpolation: bilinear}}]",
                Packages.image("MONOCHROME2", 8, 0, 100, 0, 100));
        assertThat(wide).containsExactly(0, 25, 75, 100, 0, 25, 75, 100);
    }

    @Test
    void fitsIntoTheBoxAndPads() throws Exception {
        assertThat(apply(
                        "[{resize: {width: 4, height: 2, interpolation: nearest, keep-aspect: true, pad: 9}}]",
                        Packages.image("MONOCHROME2", 8, 1, 2, 3, 4)))
                .containsExactly(9, 1, 2, 9, 9, 3, 4, 9);
    }

    @Property(tries = 200)
    void resizingKeepsAFlatImageFlatAndValuesWithinTheirRange(
            @ForAll @Size(12) List<@FloatRange(min = 0, max = 255) Float> list,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll Step.Interpolation interpolation) {
        float[] values = array(list);
        Step.Resize step = new Step.Resize(width, height, interpolation, false, 0);
        float[] flat = new float[12];
        Arrays.fill(flat, values[0]);

        assertThat(Resizer.resize(new GreyPlane(flat, 4, 3, 0, 255), step).values())
                .hasSize(width * height)
                .usingComparatorWithPrecision(1e-3f)
                .containsOnly(values[0]);
        for (float value :
                Resizer.resize(new GreyPlane(values, 4, 3, 0, 255), step).values()) {
            assertThat(value).isBetween(-1e-3f, 255.001f);
        }
    }

    /// The mean over areas is the mean of all, whatever the sizes.
    @Property(tries = 200)
    void resizingByAreaKeepsTheMean(
            @ForAll @Size(12) List<@FloatRange(min = 0, max = 255) Float> list,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height) {
        float[] values = array(list);
        GreyPlane resized = Resizer.resize(
                new GreyPlane(values, 4, 3, 0, 255), new Step.Resize(width, height, Step.Interpolation.AREA, false, 0));
        assertThat(mean(resized.values())).isCloseTo(mean(values), within(1e-2));
    }

    private static float[] array(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static float[] apply(String steps, DataSetBuilder image) throws Exception {
        return new Preprocessor(ManifestParser.parse(yaml(steps)))
                .apply(Packages.object(image))
                .values();
    }

    private static String yaml(String steps) {
        return """
                name: brightness
                version: 1.0.0
                task: binary-classification
                target: bright
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, height, width] }
                preprocess: %s
                outputs:
                  scores: { name: score, labels: [bright] }
                """.formatted(steps);
    }
}
