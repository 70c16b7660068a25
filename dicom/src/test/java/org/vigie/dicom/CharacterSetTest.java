package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {

    /// Names as pydicom 2.3.1 reads them.
    @ParameterizedTest
    @CsvSource({
        "chrGerm.dcm, Äneas^Rüdiger",
        "chrRuss.dcm, Люкceмбypг",
        "chrX1.dcm, Wang^XiaoDong=王^小東=",
        "chrJapMulti.dcm, やまだ^たろう",
        "chrKoreanMulti.dcm, 김희중"
    })
    void realNamesAreRead(String file, String name) throws DicomException {
        assertThat(TestFiles.read(file).dataSet().string(Tag.PatientName)).contains(name);
    }

    /// Examples of PS3.5, annexes H, I, J and K.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,ISO 2022 IR 87               | Yamada^Tarou=␛$B;3ED␛(B^␛$BB@O:␛(B=␛$B$d$^$@␛(B^␛$B$?$m$&␛(B                | Yamada^Tarou=山田^太郎=やまだ^たろう
                    ISO 2022 IR 13,ISO 2022 IR 87 | ÔÏÀÞ^ÀÛ³=␛$B;3ED␛(J^␛$BB@O:␛(J=␛$B$d$^$@␛(J^␛$B$?$m$&␛(J                    | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう
                    ,ISO 2022 IR 149              | Hong^Gildong=␛$)Cûó^␛$)CÑÎÔ×=␛$)CÈ«^␛$)C±æµ¿                                | Hong^Gildong=洪^吉洞=홍^길동
                    ,ISO 2022 IR 58               | Zhang^XiaoDong=␛$)AÕÅ^␛$)AÐ¡¶«=                                             | Zhang^XiaoDong=张^小东=
                    GB18030                       | Wang^XiaoDong=Íõ^Ð¡¶«=                                                      | Wang^XiaoDong=王^小东=
                    """)
    void examplesOfTheStandardAreRead(String terms, String latin1, String name) {
        byte[] bytes = latin1.replace('␛', '\u001B').getBytes(StandardCharsets.ISO_8859_1);

        assertThat(CharacterSet.of(List.of(terms.split(","))).decode(bytes, true))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, ü, FC", "ISO_IR 101, ő, F5", "ISO_IR 109, ĉ, E6", "ISO_IR 110, ē, BA", "ISO_IR 144, Ж, B6",
        "ISO_IR 127, ع, D9", "ISO_IR 126, λ, EB", "ISO_IR 138, ש, F9", "ISO_IR 148, ş, FE", "ISO_IR 203, €, A4",
        "ISO_IR 166, ก, A1", "ISO_IR 13, ｱ, B1", "ISO_IR 192, €, E282AC", "GBK, 王, CDF5"
    })
    void everySingleSetIsKnown(String term, String character, String hex) {
        assertThat(CharacterSet.of(List.of(term)).decode(TestObjects.hex(hex), false))
                .isEqualTo(character);
    }

    @Test
    void anExtensionAppliesFromItsEscapeToTheNextDelimiter() {
        CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 144"));
        byte[] bytes = "ü\u001B-L¶\\ü".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(set.decode(bytes, false)).isEqualTo("üЖ\\ü");
    }

    @Test
    void undeclaredBytesAreNotGuessed() {
        DataSet dataSet = dataSet(new byte[] {'M', (byte) 0xFC, 'r'}, List.of());

        assertThat(dataSet.string(Tag.Manufacturer)).contains("M\uFFFDr");
    }

    @Test
    void anUnknownSetIsLikeNone() {
        DataSet dataSet = dataSet(new byte[] {'M', (byte) 0xFC, 'r'}, List.of("NOT A SET"));

        assertThat(dataSet.string(Tag.Manufacturer)).contains("M\uFFFDr");
    }

    @Test
    void aYenSignOfJapaneseTextSeparatesValues() {
        CharacterSet set = CharacterSet.of(List.of("ISO_IR 13"));

        assertThat(set.decode(new byte[] {(byte) 0xB1, 0x5C, (byte) 0xB2}, false))
                .isEqualTo("ｱ\\ｲ");
    }

    @Test
    void theSecondByteOfAChineseCharacterIsNoSeparator() {
        byte[] bytes = "誠".getBytes(java.nio.charset.Charset.forName("GB18030"));
        assertThat(bytes[1]).isEqualTo((byte) 0x5C);

        Element element =
                new Element.Value(Tag.Manufacturer, Vr.LO, Bytes.copyOf(bytes), java.nio.ByteOrder.LITTLE_ENDIAN);
        DataSet dataSet =
                new DataSet(new int[] {Tag.Manufacturer}, new Element[] {element}, CharacterSet.of(List.of("GB18030")));

        assertThat(dataSet.strings(Tag.Manufacturer)).containsExactly("誠");
    }

    private static DataSet dataSet(byte[] manufacturer, List<String> terms) {
        Element element = new Element.Value(
                Tag.Manufacturer, Vr.LO, Bytes.copyOf(manufacturer), java.nio.ByteOrder.LITTLE_ENDIAN);
        return new DataSet(new int[] {Tag.Manufacturer}, new Element[] {element}, CharacterSet.of(terms));
    }
}
