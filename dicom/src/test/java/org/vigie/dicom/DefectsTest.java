package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vigie.dicom.TestObjects.file;
import static org.vigie.dicom.TestObjects.hex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.pixel.PixelData;

class DefectsTest {

    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MR_truncated.dcm         | TRUNCATED         | (7FE0,0010) says it has 8192 bytes, but only 8130 follow (at byte 1488)
                    rtplan_truncated.dcm     | TRUNCATED         | (300A,00B0) says it has 976 bytes, but only 711 follow (at byte 1410)
                    meta_missing_tsyntax.dcm | MISSING_ATTRIBUTE | TransferSyntaxUID (0002,0010) is missing
                    """)
    void realDefectsAreRefusedWithTheirPlace(String name, Reason reason, String message) {
        DicomException refused = refusal(TestFiles.bytes(name));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessage(message);
    }

    @Test
    void pixelsOfAnObjectWithoutACountOfFramesAreRefused() throws DicomException {
        DicomObject object = TestFiles.read("MR_small_implicit.dcm");
        DataSet odd = object.dataSet().toBuilder()
                .put(new Element.Value(
                        Tag.NumberOfFrames,
                        Vr.IS,
                        Bytes.copyOf("1A".getBytes(StandardCharsets.US_ASCII)),
                        java.nio.ByteOrder.LITTLE_ENDIAN))
                .build();

        assertThatThrownBy(() -> PixelData.of(new DicomObject(DataSet.EMPTY, object.transferSyntax(), odd)))
                .hasMessage("NumberOfFrames (0028,0008) is not an integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR_small_implicit.dcm", "MR_small_bigendian.dcm", "MR_small_RLE.dcm", "sm_image.dcm"})
    void noCutLeavesHalfAnImage(String name) throws DicomException {
        byte[] whole = TestFiles.bytes(name);
        int pixelEnd = endOfPixels(name, whole);
        for (int length = 0; length < pixelEnd; length += length < 3000 ? 1 : 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PixelData.of(DicomReader.read(cut, DicomLimits.DEFAULT)))
                    .as("%s cut to %d bytes", name, length)
                    .isInstanceOf(DicomException.class);
        }
    }

    /// Where elements follow the pixels, a cut among them may leave a whole image.
    private static int endOfPixels(String name, byte[] whole) throws DicomException {
        return TestFiles.read(name).dataSet().contains(Tag.DataSetTrailingPadding) ? whole.length - 200 : whole.length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "hello world, this is text", "{\"json\": true}", "PK\u0003\u0004aaaaaaaaaaaaaa"})
    void whatIsNotDicomIsCalledSo(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(Reason.NOT_DICOM);
    }

    @Test
    void anElementLongerThanTheFileIsTruncated() {
        DicomException refused = refusal(file(IMPLICIT, hex("0800 1600 F0FFFFFF 31")));

        assertThat(refused.reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refused).hasMessage("(0008,0016) says it has 4294967280 bytes, but only 1 follow (at byte 158)");
        assertThat(refused.offset()).isEqualTo(158);
    }

    @Test
    void anElementLongerThanItsItemIsMalformed() {
        byte[] sequence = hex("0800 4011 10000000  FEFF 00E0 08000000  0800 5011 FF000000" + "00".repeat(400));

        assertThat(refusal(file(IMPLICIT, sequence)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unknown VR                | 0800 1600 3F3F 0000                                   | MALFORMED
                    undefined length of text  | 0800 1600 5554 0000 FFFFFFFF                          | MALFORMED
                    element twice             | 0800 6000 4353 0200 4352 0800 6000 4353 0200 4354     | MALFORMED
                    stray delimiter           | FEFF 0DE0 00000000                                    | MALFORMED
                    no item in a sequence     | 0800 4011 5351 0000 08000000 0800 6000 4353 0000      | MALFORMED
                    delimiter with a length   | 0800 4011 5351 0000 FFFFFFFF FEFF DDE0 04000000       | MALFORMED
                    pixels without items      | E07F 1000 4F42 0000 FFFFFFFF FEFF DDE0 00000000       | MALFORMED
                    unclosed sequence         | 0800 4011 5351 0000 FFFFFFFF                          | TRUNCATED
                    unclosed fragments        | E07F 1000 4F42 0000 FFFFFFFF FEFF 00E0 00000000       | TRUNCATED
                    half a header             | 0800 1600                                             | TRUNCATED
                    half a long header        | 0800 1600 4F42 0000 0000                              | TRUNCATED
                    """)
    void malformedDataSetsAreRefused(String what, String dataSet, Reason reason) {
        assertThat(refusal(file(EXPLICIT, hex(dataSet))).reason()).as(what).isEqualTo(reason);
    }

    @Test
    void privateTransferSyntaxesAreRefused() {
        assertThat(refusal(file("1.2.840.113619.5.2", new byte[8])).reason())
                .isEqualTo(Reason.UNSUPPORTED_TRANSFER_SYNTAX);
    }

    @Test
    void aDamagedDeflatedDataSetIsRefused() {
        byte[] whole = TestFiles.bytes("image_dfl.dcm");

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)).reason()).isEqualTo(Reason.TRUNCATED);
        Arrays.fill(whole, 400, 440, (byte) 0xFF);
        assertThat(refusal(whole).reason()).isIn(Reason.MALFORMED, Reason.TRUNCATED);
    }

    @Test
    void filesAreReadLikeBytes(@TempDir Path folder) throws IOException, DicomException {
        Path file = Files.write(folder.resolve("a.dcm"), TestFiles.bytes("MR_small_implicit.dcm"));

        assertThat(DicomReader.read(file, DicomLimits.DEFAULT).dataSet())
                .isEqualTo(TestFiles.read("MR_small_implicit.dcm").dataSet());
    }

    @Test
    void messagesNeverHoldValues() {
        DataSet dataSet = DataSet.builder().string(Tag.PatientName, "Doe^Jane").build();

        assertThat(dataSet.toString() + dataSet.bytes(Tag.PatientName)).doesNotContain("Doe");
        assertThatThrownBy(() -> dataSet.requiredInteger(Tag.PatientName))
                .hasMessage("PatientName (0010,0010) is not an integer");
    }

    private static DicomException refusal(byte[] bytes) {
        DicomException refused =
                catchThrowableOfType(DicomException.class, () -> DicomReader.read(bytes, DicomLimits.DEFAULT));
        assertThat(refused).isNotNull();
        return refused;
    }
}
