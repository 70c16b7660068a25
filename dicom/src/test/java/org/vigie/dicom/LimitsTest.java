package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.dicom.TestObjects.file;
import static org.vigie.dicom.TestObjects.hex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.pixel.PixelData;

class LimitsTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final DicomLimits LIMITS = new DicomLimits(10_000, 1_000, 100, 4, 100_000);

    @Test
    void defaultsAreAsDocumented() {
        assertThat(DicomLimits.DEFAULT).isEqualTo(new DicomLimits(1L << 30, 1L << 30, 500_000, 32, 1L << 28));
    }

    @Test
    void senselessLimitsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DicomLimits(0, 1, 1, 1, 1))
                .withMessageStartingWith("totalBytes 0 is not in 1..");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DicomLimits(1, 1, 1, 257, 1))
                .withMessage("depth 257 is not in 1..256");
    }

    @Test
    void aLargeFileIsRefusedBeforeItIsParsed() {
        refuses(new byte[10_001], "Object is larger than the 10000 bytes allowed");
    }

    @Test
    void aLongElementIsRefused() {
        byte[] element = new byte[8 + 4 + 1_001 + 1];
        System.arraycopy(hex("0900 0110 4F42 0000 EA03 0000"), 0, element, 0, 12);
        refuses(file(EXPLICIT, element), "(0009,1001) is longer than the 1000 bytes allowed (at byte 172)");
    }

    @Test
    void manyFragmentsCountTogether() {
        String fragment = "FEFF 00E0 C8000000" + "00".repeat(200);
        refuses(
                file(EXPLICIT, hex("E07F 1000 4F42 0000 FFFFFFFF" + fragment.repeat(6) + "FEFF DDE0 00000000")),
                "Fragments are longer than the 1000 bytes allowed (at byte 1220)");
    }

    @Test
    void manyElementsAreRefused() {
        refuses(
                file(EXPLICIT, hex("0800 4011 5351 0000 FFFFFFFF" + "FEFF 00E0 00000000".repeat(101))),
                "Object has more than the 100 elements allowed (at byte 964)");
    }

    @Test
    void sixtyThousandLevelsAreRefusedWithoutOverflow() {
        byte[] deep = hex("0800 4011 5351 0000 FFFFFFFF FEFF 00E0 FFFFFFFF".repeat(60_000));

        assertThatThrownBy(() -> DicomReader.read(file(EXPLICIT, deep), DicomLimits.DEFAULT))
                .hasMessageStartingWith("Sequences are nested deeper than the 32 levels allowed");
    }

    @Test
    void fourLevelsPassAndFiveDoNot() throws DicomException {
        DataSet four = nested(4);
        assertThat(DicomReader.read(DicomWriter.write(four), LIMITS).dataSet()).isEqualTo(four);
        byte[] five = DicomWriter.write(nested(5));
        assertThatThrownBy(() -> DicomReader.read(five, LIMITS))
                .hasMessageStartingWith("Sequences are nested deeper than the 4 levels allowed");
    }

    private static DataSet nested(int depth) {
        DataSet inner = DataSet.EMPTY;
        for (int level = 0; level < depth; level++) {
            inner = DataSet.builder()
                    .string(Tag.SOPClassUID, "1.2")
                    .string(Tag.SOPInstanceUID, "1.2.3")
                    .sequence(Tag.RequestAttributesSequence, inner)
                    .build();
        }
        return inner;
    }

    @Test
    void aDeflateBombIsRefused() throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated, new Deflater(9, true))) {
            for (int i = 0; i < 64; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        byte[] bomb = file("1.2.840.10008.1.2.1.99", deflated.toByteArray());

        assertThatThrownBy(() -> DicomReader.read(bomb, DicomLimits.DEFAULT.withInflatedBytes(1 << 20)))
                .hasMessage("Deflated bytes exceed the 1048576 allowed");
    }

    @Test
    void aFrameThatWouldBecomeTooLargeIsNotDecoded() throws DicomException {
        DataSet dataSet = TestObjects.image(60_000, 60_000)
                .put(new Element.Fragments(
                        Tag.PixelData, Vr.OB, Bytes.EMPTY, java.util.List.of(Bytes.copyOf(new byte[64]))))
                .build();
        PixelData pixels = PixelData.of(new DicomObject(DataSet.EMPTY, TransferSyntax.RLE_LOSSLESS, dataSet));

        assertThatThrownBy(() -> pixels.grey(0)).hasMessage("Frame of 7200000000 bytes, 268435456 are allowed");
    }

    private static void refuses(byte[] bytes, String message) {
        assertThatThrownBy(() -> DicomReader.read(bytes, LIMITS))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT_EXCEEDED))
                .hasMessage(message);
    }
}
