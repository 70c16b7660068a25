package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.TestFiles;

class RealPixelsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "pixels.oracle.csv")
    void storedValuesAreThoseOfAnotherToolkit(String file, int frames, int min, int max, double mean)
            throws DicomException {
        PixelData pixels = PixelData.of(TestFiles.read(file));

        assertThat(pixels.frameCount()).isEqualTo(frames);
        IntSummaryStatistics all = new IntSummaryStatistics();
        for (int frame = 0; frame < frames; frame++) {
            all.combine(Arrays.stream(pixels.storedValues(frame)).summaryStatistics());
        }
        assertThat(all.getMin()).isEqualTo(min);
        assertThat(all.getMax()).isEqualTo(max);
        assertThat(all.getAverage()).isCloseTo(mean, offset(0.005001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR_small_bigendian.dcm", "MR_small_RLE.dcm"})
    void oneImageInOtherSyntaxesHasTheSamePixels(String file) throws DicomException {
        int[] expected = PixelData.of(TestFiles.read("MR_small_implicit.dcm")).storedValues(0);

        assertThat(PixelData.of(TestFiles.read(file)).storedValues(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "JPGExtended.dcm, No decoder for JPEG of 12 bits",
        "JPEG2000.dcm, No decoder for frames of transfer syntax 1.2.840.10008.1.2.4.91",
        "MR_small_jpeg_ls_lossless.dcm, No decoder for frames of transfer syntax 1.2.840.10008.1.2.4.80"
    })
    void framesWithoutADecoderAreSaidToBeSo(String file, String message) throws DicomException {
        PixelData pixels = PixelData.of(TestFiles.read(file));

        assertThat(pixels.isEncapsulated()).isTrue();
        assertThat(pixels.rawFrame(0).length()).isPositive();
        assertThatThrownBy(() -> pixels.grey(0))
                .isInstanceOfSatisfying(
                        DicomException.class,
                        e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.UNSUPPORTED_TRANSFER_SYNTAX))
                .hasMessage(message);
    }

    @Test
    void anObjectWithoutPixelsIsSaidToHaveNone() throws DicomException {
        var object = TestFiles.read("ExplVR_BigEndNoMeta.dcm");

        assertThatThrownBy(() -> PixelData.of(object))
                .isInstanceOfSatisfying(
                        DicomException.class,
                        e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.NO_PIXEL_DATA))
                .hasMessage("Object has no Pixel Data (7FE0,0010)");
    }
}
