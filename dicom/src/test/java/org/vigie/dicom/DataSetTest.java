package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(DataSet.EMPTY.string(Tag.PatientID)).isEmpty();
        assertThat(DataSet.EMPTY.strings(Tag.PatientID)).isEmpty();
        assertThat(DataSet.EMPTY.integer(Tag.Rows)).isEmpty();
        assertThat(DataSet.EMPTY.decimal(Tag.KVP)).isEmpty();
        assertThat(DataSet.EMPTY.sequence(Tag.VOILUTSequence)).isEmpty();
        assertThat(DataSet.EMPTY.bytes(Tag.PixelData)).isEmpty();
        assertThatThrownBy(() -> DataSet.EMPTY.requiredString(Tag.PatientID))
                .hasMessage("PatientID (0010,0020) is missing");
    }

    @Test
    void paddingIsNoPartOfAValue() {
        assertThat(raw(Tag.ImageType, Vr.CS, " ORIGINAL \\PRIMARY \\\\AXIAL ").strings(Tag.ImageType))
                .containsExactly("ORIGINAL", "PRIMARY", "", "AXIAL");
        assertThat(raw(Tag.StudyInstanceUID, Vr.UI, "1.2.3\0").string(Tag.StudyInstanceUID))
                .contains("1.2.3");
        assertThat(raw(Tag.PatientID, Vr.LO, "  ").string(Tag.PatientID)).isEmpty();
    }

    @Test
    void longTextKeepsBackslashesAndLeadingBlanks() {
        assertThat(raw(Tag.ImageComments, Vr.LT, "  a\\b  ").strings(Tag.ImageComments))
                .containsExactly("  a\\b");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.5, -1.5", "+2e3, 2000", ".5, 0.5", "' 7 ', 7"})
    void decimalStringsAreNumbers(String text, double number) {
        assertThat(raw(Tag.KVP, Vr.DS, text).decimal(Tag.KVP)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1d", "0x1p3", "1e999", "1,5", "1A", "--1"})
    void whatIsNoDecimalStringIsNoNumber(String text) {
        assertThat(raw(Tag.KVP, Vr.DS, text).decimal(Tag.KVP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2147483648", "1A", ""})
    void whatIsNoIntegerStringIsNoInteger(String text) {
        assertThat(raw(Tag.InstanceNumber, Vr.IS, text).integer(Tag.InstanceNumber))
                .isEmpty();
        assertThat(raw(Tag.InstanceNumber, Vr.IS, "1\\" + text).integers(Tag.InstanceNumber))
                .hasSizeLessThan(2);
    }

    @Test
    void binaryIntegersKnowTheirSignAndOrder() {
        DataSet dataSet = DataSet.builder()
                .put(binary(Tag.Rows, Vr.US, ByteOrder.BIG_ENDIAN, "FFFE"))
                .put(binary(Tag.Columns, Vr.US, ByteOrder.LITTLE_ENDIAN, "FFFE"))
                .put(binary(Tag.PixelPaddingValue, Vr.SS, ByteOrder.LITTLE_ENDIAN, "FFFE"))
                .put(binary(0x0018_6020, Vr.SL, ByteOrder.BIG_ENDIAN, "FFFFFFFE 00000001"))
                .put(binary(0x0018_9073, Vr.FD, ByteOrder.BIG_ENDIAN, "3FF8000000000000"))
                .build();

        assertThat(dataSet.integer(Tag.Rows)).hasValue(0xFFFE);
        assertThat(dataSet.integer(Tag.Columns)).hasValue(0xFEFF);
        assertThat(dataSet.integer(Tag.PixelPaddingValue)).hasValue(-257);
        assertThat(dataSet.integers(0x0018_6020)).containsExactly(-2, 1);
        assertThat(dataSet.decimal(0x0018_9073)).hasValue(1.5);
    }

    @Test
    void elementsAreInAscendingOrderWhateverTheirGroup() {
        DataSet dataSet = DataSet.builder()
                .bytes(0xFFFC_FFFC, Vr.OB, new byte[2])
                .string(Tag.PatientID, "1")
                .bytes(Tag.PixelData, Vr.OW, new byte[2])
                .build();

        assertThat(dataSet.elements())
                .extracting(Element::tag)
                .containsExactly(Tag.PatientID, Tag.PixelData, 0xFFFC_FFFC);
        assertThat(dataSet.contains(0xFFFC_FFFC)).isTrue();
    }

    @Test
    void theBuilderRefusesWhatAnAttributeCannotHold() {
        DataSetBuilder builder = DataSet.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.string(Tag.Rows, "12"))
                .withMessage("(0028,0010) has representation US, not text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.string(Tag.Manufacturer, "A\\B"))
                .withMessage("(0008,0070): a value holds a backslash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.integer(Tag.Rows, 65_536))
                .withMessage("(0028,0010): 65536 is no US");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.decimal(Tag.KVP, Double.NaN))
                .withMessage("(0018,0060): NaN is not finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.string(Tag.ImageComments, "a", "b"))
                .withMessage("(0020,4000) holds one value, not 2");
    }

    @Test
    void theDictionaryKnowsTheStandard() {
        assertThat(Dictionary.keyword(Tag.PatientID)).contains("PatientID");
        assertThat(Dictionary.tag("PixelData")).hasValue(Tag.PixelData);
        assertThat(Dictionary.tag("NoSuchKeyword")).isEmpty();
        assertThat(Dictionary.vr(0x6012_3000)).isEqualTo(Vr.OW);
        assertThat(Dictionary.vr(0x0009_0010)).isEqualTo(Vr.LO);
        assertThat(Dictionary.vr(0x0009_1001)).isEqualTo(Vr.UN);
        assertThat(Dictionary.vr(Tag.SmallestImagePixelValue, true)).isEqualTo(Vr.SS);
    }

    @Test
    void sliceAndCopyOfBytes() {
        Bytes bytes = Bytes.copyOf(new byte[] {1, 2, 3, 4});

        assertThat(bytes.slice(1, 2)).isEqualTo(Bytes.copyOf(new byte[] {2, 3}));
        assertThat(bytes.slice(1, 2).hashCode())
                .isEqualTo(Bytes.copyOf(new byte[] {2, 3}).hashCode());
        assertThat(bytes.buffer(ByteOrder.BIG_ENDIAN).getInt()).isEqualTo(0x01020304);
        assertThatThrownBy(() -> bytes.slice(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.slice(1, 2).at(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Element binary(int tag, Vr vr, ByteOrder order, String hex) {
        return new Element.Value(tag, vr, Bytes.copyOf(TestObjects.hex(hex)), order);
    }

    private static DataSet raw(int tag, Vr vr, String text) {
        Element element = new Element.Value(
                tag, vr, Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)), ByteOrder.LITTLE_ENDIAN);
        return new DataSet(new int[] {tag}, List.of(element).toArray(Element[]::new), CharacterSet.DEFAULT);
    }
}
