package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.Tag;

class VoiTest {

    /// The examples of PS3.3 C.11.2.1.2.1: c=2048, w=4096; c=2048, w=1; c=0, w=100; c=0, w=1.
    @ParameterizedTest
    @CsvSource({
        "2048, 4096, 0, 0",
        "2048, 4096, 4095, 255",
        "2048, 4096, 2047.5, 127.5",
        "2048, 1, 2047, 0",
        "2048, 1, 2048, 255",
        "0, 100, -50, 0",
        "0, 100, 49, 255",
        "0, 100, 0, 128.7878787878788",
        "0, 1, -1, 0",
        "0, 1, 0, 255"
    })
    void linearWindowsFollowTheStandard(double center, double width, double value, double expected) {
        var window = new VoiWindow(center, width, VoiWindow.Function.LINEAR);

        assertThat(window.apply(value, 0, 255)).isCloseTo(expected, offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2048, 127.5", "4096, 255", "1024, 63.75", "5000, 255"})
    void exactWindowsUseTheWholeWidth(double value, double expected) {
        var window = new VoiWindow(2048, 4096, VoiWindow.Function.LINEAR_EXACT);

        assertThat(window.apply(value, 0, 255)).isCloseTo(expected, offset(1e-9));
    }

    @Test
    void sigmoidWindowsFollowTheStandard() {
        var window = new VoiWindow(100, 50, VoiWindow.Function.SIGMOID);

        assertThat(window.apply(100, 0, 2)).isEqualTo(1);
        assertThat(window.apply(150, 0, 1)).isCloseTo(1 / (1 + Math.exp(-4)), offset(1e-15));
    }

    @Property(tries = 300)
    void windowsRiseWithinTheirBounds(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double center,
            @ForAll @DoubleRange(min = 1, max = 1e4) double width,
            @ForAll VoiWindow.Function function,
            @ForAll @DoubleRange(min = -3e4, max = 3e4) double first,
            @ForAll @DoubleRange(min = -3e4, max = 3e4) double second) {
        var window = new VoiWindow(center, width, function);

        double low = window.apply(Math.min(first, second), 0, 255);
        double high = window.apply(Math.max(first, second), 0, 255);

        assertThat(low).isBetween(0.0, 255.0).isLessThanOrEqualTo(high);
        assertThat(high).isLessThanOrEqualTo(255);
    }

    @Test
    void impossibleWindowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VoiWindow(0, 0.5, VoiWindow.Function.LINEAR))
                .withMessage("center 0.0, width 0.5 are no LINEAR window");
        assertThatIllegalArgumentException().isThrownBy(() -> new VoiWindow(Double.NaN, 1, VoiWindow.Function.SIGMOID));
    }

    @Test
    void tablesComeBeforeWindows() throws DicomException {
        DataSet dataSet = DataSet.builder()
                .sequence(
                        Tag.VOILUTSequence,
                        DataSet.builder()
                                .integer(Tag.LUTDescriptor, 2, -1, 8)
                                .words(Tag.LUTData, new short[] {51, 255})
                                .build())
                .decimal(Tag.WindowCenter, 10, 20)
                .decimal(Tag.WindowWidth, 5, 6)
                .string(Tag.VOILUTFunction, "SIGMOID")
                .build();

        var offered = Voi.of(dataSet);

        assertThat(offered).hasSize(3);
        assertThat(offered.get(0).apply(-1, 0, 1)).isEqualTo(0.2);
        assertThat(offered.get(0).apply(7, 0, 1)).isEqualTo(1);
        assertThat(offered.get(2)).isEqualTo(new VoiWindow(20, 6, VoiWindow.Function.SIGMOID));
    }

    @Test
    void contradictoryWindowsAreErrors() {
        assertThatThrownBy(() -> Voi.of(DataSet.builder()
                        .decimal(Tag.WindowCenter, 1, 2)
                        .decimal(Tag.WindowWidth, 1)
                        .build()))
                .hasMessage("Window Center (0028,1050) has 2 values, Window Width (0028,1051) 1");
        assertThatThrownBy(() -> Voi.of(DataSet.builder()
                        .decimal(Tag.WindowCenter, 1)
                        .decimal(Tag.WindowWidth, 0)
                        .build()))
                .hasMessage("Window Width (0028,1051) is too small for its function");
        assertThatThrownBy(() -> Voi.of(
                        DataSet.builder().string(Tag.VOILUTFunction, "CUBIC").build()))
                .hasMessage("VOI LUT Function (0028,1056) is none of the standard's");
    }
}
