package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;
import org.vigie.dicom.TestObjects;
import org.vigie.dicom.TransferSyntax;
import org.vigie.dicom.Vr;

class JpegDecoderTest {

    @Test
    void greyFramesAreDecoded() throws IOException, DicomException {
        byte[] jpeg = jpeg(BufferedImage.TYPE_BYTE_GRAY, 16, 24, (row, column) -> 10 * column);

        GreyImage image = PixelData.of(object(jpeg, 16, 24, 1, "MONOCHROME2")).grey(0);

        for (int column = 0; column < 24; column++) {
            assertThat(image.at(7, column)).isBetween(10f * column - 6, 10f * column + 6);
        }
    }

    @Test
    void coloursOfJfifBecomeRgb() throws IOException, DicomException {
        byte[] jpeg = jpeg(BufferedImage.TYPE_INT_RGB, 16, 16, (_, _) -> 0xC04020);

        PixelData pixels = PixelData.of(object(jpeg, 16, 16, 3, "YBR_FULL_422"));

        assertThat(pixels.decode(0).format().photometric()).isEqualTo(Photometric.RGB);
        int[] stored = pixels.storedValues(0);
        assertThat(stored[0]).isBetween(0xC0 - 4, 0xC0 + 4);
        assertThat(stored[1]).isBetween(0x40 - 4, 0x40 + 4);
        assertThat(stored[2]).isBetween(0x20 - 4, 0x20 + 4);
    }

    @Test
    void aCutStreamIsNotFilledWithGrey() throws IOException {
        byte[] whole = jpeg(BufferedImage.TYPE_BYTE_GRAY, 64, 64, (row, column) -> row * 4 ^ column * 3);
        for (int length = 2; length < whole.length - 2; length += 13) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() ->
                            PixelData.of(object(cut, 64, 64, 1, "MONOCHROME2")).grey(0))
                    .as("cut to %d of %d", length, whole.length)
                    .isInstanceOf(DicomException.class);
        }
    }

    @Test
    void aStreamOfAnotherSizeIsRefused() throws IOException {
        byte[] jpeg = jpeg(BufferedImage.TYPE_BYTE_GRAY, 16, 24, (_, _) -> 0);

        assertThatThrownBy(() ->
                        PixelData.of(object(jpeg, 24, 16, 1, "MONOCHROME2")).grey(0))
                .hasMessage("JPEG of 16 x 24 x 1 contradicts the data set");
    }

    @Test
    void framesAreFoundByOffsetsOrByTheirBeginning() throws IOException, DicomException {
        byte[] dark = jpeg(BufferedImage.TYPE_BYTE_GRAY, 8, 8, (_, _) -> 0);
        byte[] light = jpeg(BufferedImage.TYPE_BYTE_GRAY, 8, 8, (_, _) -> 250);
        Bytes first = Bytes.copyOf(Arrays.copyOf(dark, 100));
        Bytes rest = Bytes.copyOf(Arrays.copyOfRange(dark, 100, dark.length));
        List<Bytes> fragments = List.of(first, rest, Bytes.copyOf(light));
        int second = 8 + 100 + 8 + rest.length();
        byte[] table = {0, 0, 0, 0, (byte) second, (byte) (second >> 8), 0, 0};
        byte[] wrong = {0, 0, 0, 0, (byte) (second + 2), (byte) ((second + 2) >> 8), 0, 0};

        for (Bytes offsets : List.of(Bytes.EMPTY, Bytes.copyOf(table))) {
            PixelData pixels = PixelData.of(object(offsets, fragments, 8, 8, 1, "MONOCHROME2", 2));
            assertThat(pixels.grey(0).at(3, 3)).isZero();
            assertThat(pixels.grey(1).at(3, 3)).isEqualTo(250);
            assertThat(pixels.rawFrame(1)).isEqualTo(Bytes.copyOf(light));
        }
        assertThatThrownBy(() -> PixelData.of(object(Bytes.copyOf(wrong), fragments, 8, 8, 1, "MONOCHROME2", 2)))
                .hasMessage("Offset table: frame 1 does not begin with a fragment");
        assertThatThrownBy(() -> PixelData.of(object(Bytes.EMPTY, fragments, 8, 8, 1, "MONOCHROME2", 4)))
                .hasMessage("Pixel Data (7FE0,0010) has 3 fragments for 4 frames");
    }

    private interface Shade {
        int at(int row, int column);
    }

    private static byte[] jpeg(int type, int rows, int columns, Shade shade) throws IOException {
        var image = new BufferedImage(columns, rows, type);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int value = shade.at(row, column);
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(column, row, 0, value & 0xFF);
                } else {
                    image.setRGB(column, row, value);
                }
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static DicomObject object(byte[] jpeg, int rows, int columns, int samples, String photometric) {
        return object(Bytes.EMPTY, List.of(Bytes.copyOf(jpeg)), rows, columns, samples, photometric, 1);
    }

    private static DicomObject object(
            Bytes offsets, List<Bytes> fragments, int rows, int columns, int samples, String photometric, int frames) {
        DataSet dataSet = TestObjects.image(rows, columns)
                .integer(Tag.SamplesPerPixel, samples)
                .integer(Tag.NumberOfFrames, frames)
                .integer(Tag.BitsAllocated, 8)
                .integer(Tag.BitsStored, 8)
                .integer(Tag.HighBit, 7)
                .string(Tag.PhotometricInterpretation, photometric)
                .put(new Element.Fragments(Tag.PixelData, Vr.OB, offsets, fragments))
                .build();
        return new DicomObject(DataSet.EMPTY, TransferSyntax.JPEG_BASELINE, dataSet);
    }
}
