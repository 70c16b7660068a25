package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.dicom.TestObjects.hex;
import static org.vigie.dicom.TestObjects.image;
import static org.vigie.dicom.TestObjects.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Tag;
import org.vigie.dicom.Vr;

class GreyImageTest {

    @Test
    void sixteenBitsAreExact() throws DicomException {
        assertThat(grey(image(1, 3).words(Tag.PixelData, new short[] {0, 1, (short) 65_535})))
                .containsExactly(0, 1, 65_535);
        assertThat(grey(image(1, 3)
                        .integer(Tag.PixelRepresentation, 1)
                        .words(Tag.PixelData, new short[] {-32_768, -1, 32_767})))
                .containsExactly(-32_768, -1, 32_767);
    }

    @Test
    void eightBitsAreExact() throws DicomException {
        assertThat(grey(bits(image(1, 3), 8, 8).bytes(Tag.PixelData, Vr.OB, hex("00 7F FF"))))
                .containsExactly(0, 127, 255);
    }

    @Test
    void bitsOutsideTheStoredOnesDoNotCount() throws DicomException {
        DataSetBuilder twelve = bits(image(1, 2), 16, 12);
        assertThat(grey(twelve.words(Tag.PixelData, new short[] {(short) 0xF123, 0x0FFF})))
                .containsExactly(0x123, 0xFFF);
        assertThat(grey(twelve.integer(Tag.PixelRepresentation, 1).words(Tag.PixelData, new short[] {0x0FFF, 0x07FF})))
                .containsExactly(-1, 2_047);
        assertThat(grey(bits(image(1, 1), 16, 12)
                        .integer(Tag.HighBit, 15)
                        .words(Tag.PixelData, new short[] {(short) 0xABCF})))
                .containsExactly(0xABC);
    }

    @Test
    void thirtyTwoBitsAreUnsignedWhenTheySaySo() throws DicomException {
        assertThat(grey(bits(image(1, 1), 32, 32).bytes(Tag.PixelData, Vr.OW, hex("000000FF"))))
                .containsExactly(0xFF000000L);
        assertThat(grey(bits(image(1, 1), 32, 32)
                        .integer(Tag.PixelRepresentation, 1)
                        .bytes(Tag.PixelData, Vr.OW, hex("FFFFFFFF"))))
                .containsExactly(-1);
    }

    @Test
    void singleBitsRunOnFromFrameToFrame() throws DicomException {
        var pixels = PixelData.of(object(bits(image(1, 3), 1, 1)
                .integer(Tag.NumberOfFrames, 3)
                .bytes(Tag.PixelData, Vr.OB, hex("6B 00")))); // 110 101 100 from the lowest bit on

        assertThat(pixels.grey(0).values()).containsExactly(1, 1, 0);
        assertThat(pixels.grey(1).values()).containsExactly(1, 0, 1);
        assertThat(pixels.grey(2).values()).containsExactly(1, 0, 0);
    }

    @Test
    void rescaleGivesTheValuesOfTheModality() throws DicomException {
        assertThat(grey(image(1, 2)
                        .decimal(Tag.RescaleSlope, 0.5)
                        .decimal(Tag.RescaleIntercept, -1024)
                        .words(Tag.PixelData, new short[] {0, 2_049})))
                .containsExactly(-1024, 0.5f);
    }

    @Test
    void aMalformedRescaleIsAnError() {
        DataSetBuilder image = image(1, 1).words(Tag.PixelData, new short[1]);
        image.bytes(Tag.RescaleSlope, Vr.DS, new byte[] {'1', 'A'});

        assertThatThrownBy(() -> grey(image)).hasMessage("(0028,1053) is not a number");
    }

    @Test
    void monochrome1IsTurnedAroundAmongStoredValues() throws DicomException {
        DataSetBuilder twelve = bits(image(1, 3), 16, 12)
                .string(Tag.PhotometricInterpretation, "MONOCHROME1")
                .words(Tag.PixelData, new short[] {0, 1, 4_095});

        assertThat(grey(twelve)).containsExactly(4_095, 4_094, 0);
        assertThat(grey(twelve.decimal(Tag.RescaleSlope, 2).decimal(Tag.RescaleIntercept, 10)))
                .containsExactly(8_200, 8_198, 10);
        assertThat(grey(bits(image(1, 2), 16, 12)
                        .string(Tag.PhotometricInterpretation, "MONOCHROME1")
                        .integer(Tag.PixelRepresentation, 1)
                        .words(Tag.PixelData, new short[] {-2_048, 5})))
                .containsExactly(2_047, -6);
    }

    @Test
    void aModalityTableIsUsed() throws DicomException {
        DataSet table = DataSet.builder()
                .integer(Tag.LUTDescriptor, 3, 10, 16)
                .words(Tag.LUTData, new short[] {100, 200, (short) 60_000})
                .build();
        DataSetBuilder image = image(1, 5)
                .sequence(Tag.ModalityLUTSequence, table)
                .words(Tag.PixelData, new short[] {0, 10, 11, 12, 99});

        assertThat(grey(image)).containsExactly(100, 100, 200, 60_000, 60_000);
    }

    @Test
    void coloursBecomeLuminance() throws DicomException {
        DataSetBuilder rgb =
                bits(image(1, 2), 8, 8).integer(Tag.SamplesPerPixel, 3).string(Tag.PhotometricInterpretation, "RGB");
        float[] expected = {76.245f, 178.755f}; // 0.299 R; 0.587 G + 0.114 B

        assertThat(grey(rgb.bytes(Tag.PixelData, Vr.OB, hex("FF0000 00FFFF")))).containsExactly(expected);
        assertThat(grey(rgb.integer(Tag.PlanarConfiguration, 1).bytes(Tag.PixelData, Vr.OB, hex("FF00 00FF 00FF"))))
                .containsExactly(expected);
    }

    @Test
    void halvedChromaIsFilledIn() throws DicomException {
        DataSetBuilder ybr = bits(image(1, 2), 8, 8)
                .integer(Tag.SamplesPerPixel, 3)
                .string(Tag.PhotometricInterpretation, "YBR_FULL_422")
                .bytes(Tag.PixelData, Vr.OB, hex("0A 14 80 81"));

        assertThat(grey(ybr)).containsExactly(10, 20);
        assertThat(PixelData.of(object(ybr)).storedValues(0)).containsExactly(10, 128, 129, 20, 128, 129);
    }

    @Test
    void palettesAreLookedUp() throws DicomException {
        DataSetBuilder palette = bits(image(1, 2), 8, 8)
                .string(Tag.PhotometricInterpretation, "PALETTE COLOR")
                .bytes(Tag.PixelData, Vr.OB, hex("00 01"));
        for (int tag : new int[] {
            Tag.RedPaletteColorLookupTableData,
            Tag.GreenPaletteColorLookupTableData,
            Tag.BluePaletteColorLookupTableData
        }) {
            palette.words(tag, new short[] {(short) 1_000, (short) 50_000});
        }
        for (int tag : new int[] {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor
        }) {
            palette.integer(tag, 2, 0, 16);
        }

        assertThat(grey(palette)).containsExactly(1_000, 50_000);
    }

    @Test
    void framesOfEnhancedObjectsHaveTheirOwnRescale() throws DicomException {
        DataSetBuilder image = image(1, 1)
                .integer(Tag.NumberOfFrames, 2)
                .words(Tag.PixelData, new short[] {1, 1})
                .sequence(Tag.SharedFunctionalGroupsSequence, rescaled(10))
                .sequence(Tag.PerFrameFunctionalGroupsSequence, DataSet.EMPTY, rescaled(20));
        PixelData pixels = PixelData.of(object(image));

        assertThat(pixels.grey(0).values()).containsExactly(10);
        assertThat(pixels.grey(1).values()).containsExactly(20);
    }

    private static DataSet rescaled(double slope) {
        return DataSet.builder()
                .sequence(
                        Tag.PixelValueTransformationSequence,
                        DataSet.builder()
                                .decimal(Tag.RescaleSlope, slope)
                                .decimal(Tag.RescaleIntercept, 0)
                                .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "BitsAllocated, 12, UNSUPPORTED_PIXEL_FORMAT, Image Pixel module: bitsAllocated 12 is not supported",
        "BitsStored, 17, UNSUPPORTED_PIXEL_FORMAT, Image Pixel module: bitsStored 17 is not supported",
        "HighBit, 16, UNSUPPORTED_PIXEL_FORMAT, Image Pixel module: highBit 16 is not supported",
        "Rows, 0, UNSUPPORTED_PIXEL_FORMAT, Image Pixel module: rows 0 is not supported",
        "SamplesPerPixel, 3, MALFORMED, 3 samples per pixel cannot be MONOCHROME2 (0028;0004)",
        "NumberOfFrames, 0, MALFORMED, Number of Frames (0028;0008) is 0",
        "NumberOfFrames, 2, TRUNCATED, Pixel Data (7FE0;0010) has 2 bytes; 2 frames need 4",
        "Columns, 2, TRUNCATED, Pixel Data (7FE0;0010) has 2 bytes; 1 frames need 4"
    })
    void contradictionsAreRefused(String keyword, int value, Reason reason, String message) {
        DataSetBuilder image = image(1, 1)
                .words(Tag.PixelData, new short[1])
                .integer(org.vigie.dicom.Dictionary.tag(keyword).orElseThrow(), value);

        assertThatThrownBy(() -> PixelData.of(object(image)))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message.replace(';', ','));
    }

    @Test
    void valuesMustFillTheImage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GreyImage(2, 2, new float[3]))
                .withMessage("2 x 2 are not 3 values");
    }

    @Test
    void windowsOfMonochrome1FitTheImageTurnedAround() throws DicomException {
        DataSetBuilder image = bits(image(1, 3), 8, 8)
                .string(Tag.PhotometricInterpretation, "MONOCHROME1")
                .decimal(Tag.WindowCenter, 100)
                .decimal(Tag.WindowWidth, 51)
                .bytes(Tag.PixelData, Vr.OB, hex("00 64 FF"));
        PixelData pixels = PixelData.of(object(image));

        List<Voi> windows = pixels.voi(0);

        assertThat(windows).hasSize(1);
        float[] shown = windows.getFirst().apply(pixels.grey(0), 0, 1).values();
        double direct = new VoiWindow(100, 51, VoiWindow.Function.LINEAR).apply(0x64, 0, 1);
        assertThat(shown).containsExactly(1, (float) (1 - direct), 0);
    }

    private static DataSetBuilder bits(DataSetBuilder image, int allocated, int stored) {
        return image.integer(Tag.BitsAllocated, allocated)
                .integer(Tag.BitsStored, stored)
                .integer(Tag.HighBit, stored - 1);
    }

    private static float[] grey(DataSetBuilder image) throws DicomException {
        return PixelData.of(object(image)).grey(0).values();
    }
}
