package org.vigie.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
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

class FrameDecoderTest {

    /// Deflated Image Frame Compression (PS3.5 A.4.11).
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    /// A codec as a site would plug it in, named in META-INF/services of the tests.
    public static final class DeflatedFrames implements FrameDecoder {

        @Override
        public boolean supports(String transferSyntaxUid) {
            return transferSyntaxUid.equals(DEFLATED_FRAMES);
        }

        @Override
        public Decoded decode(String transferSyntaxUid, Bytes bitstream, FrameFormat format) throws DicomException {
            byte[] target = new byte[(int) format.frameBytes()];
            try (Inflater inflater = new Inflater(true)) {
                inflater.setInput(bitstream.toArray());
                int count = inflater.inflate(target);
                return new Decoded(java.util.Arrays.copyOf(target, count), format);
            } catch (DataFormatException e) {
                throw new DicomException(DicomException.Reason.MALFORMED, "Deflated frame is damaged");
            }
        }
    }

    @Test
    void aPluggedInDecoderIsFoundAndUsed() throws DicomException {
        assertThat(FrameDecoder.forTransferSyntax(DEFLATED_FRAMES)).containsInstanceOf(DeflatedFrames.class);
        assertThat(PixelData.of(object(new byte[] {1, 0, 2, 0})).grey(0).values())
                .containsExactly(1, 2);
    }

    @Test
    void aDecoderThatYieldsTooLittleIsNotBelieved() {
        assertThatThrownBy(() -> PixelData.of(object(new byte[] {1, 0, 2})).grey(0))
                .hasMessage("Frame decoded to 3 bytes, not 4");
    }

    @Test
    void theBuiltInDecodersAreFound() {
        assertThat(FrameDecoder.forTransferSyntax(TransferSyntax.RLE_LOSSLESS.uid()))
                .containsInstanceOf(RleDecoder.class);
        assertThat(FrameDecoder.forTransferSyntax(TransferSyntax.JPEG_BASELINE.uid()))
                .containsInstanceOf(JpegDecoder.class);
        assertThat(FrameDecoder.forTransferSyntax("1.2.840.10008.1.2.4.90")).isEmpty();
    }

    private static DicomObject object(byte[] frame) throws DicomException {
        DataSet dataSet = TestObjects.image(1, 2)
                .put(new Element.Fragments(Tag.PixelData, Vr.OB, Bytes.EMPTY, List.of(Bytes.copyOf(deflate(frame)))))
                .build();
        return new DicomObject(DataSet.EMPTY, TransferSyntax.of(DEFLATED_FRAMES), dataSet);
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(9, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] target = new byte[100];
            return java.util.Arrays.copyOf(target, deflater.deflate(target));
        }
    }
}
