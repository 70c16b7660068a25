package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RoundTripTest {

    @SuppressWarnings("unused") // by @FieldSource
    static final List<String> FILES = TestFiles.SOUND;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenIsRead(@ForAll("dataSets") DataSet written) throws DicomException {
        DataSet identified = written.toBuilder()
                .string(Tag.SOPClassUID, "1.2.3")
                .string(Tag.SOPInstanceUID, "1.2.3.4")
                .build();

        DicomObject read = DicomReader.read(DicomWriter.write(identified), DicomLimits.DEFAULT);

        assertThat(read.dataSet()).isEqualTo(identified);
        assertThat(read.fileMeta().string(Tag.MediaStorageSOPInstanceUID)).contains("1.2.3.4");
        assertThat(read.fileMeta().string(Tag.TransferSyntaxUID)).contains("1.2.840.10008.1.2.1");
    }

    @Property(tries = 100)
    void textIsReadAsItWasGiven(@ForAll("texts") String text) throws DicomException {
        DataSet written = DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.3")
                .string(Tag.SOPInstanceUID, "1.2.3.4")
                .string(Tag.ImageComments, text)
                .sequence(
                        Tag.RequestAttributesSequence,
                        DataSet.builder().string(Tag.StudyDescription, text).build())
                .build();

        DataSet read = DicomReader.read(DicomWriter.write(written), DicomLimits.DEFAULT)
                .dataSet();

        assertThat(read.string(Tag.ImageComments)).contains(text);
        assertThat(read.sequence(Tag.RequestAttributesSequence).getFirst().string(Tag.StudyDescription))
                .contains(text);
    }

    @Property(tries = 300)
    void decimalsSurviveSixteenCharacters(@ForAll double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        DataSet dataSet = DataSet.builder().decimal(Tag.WindowCenter, value).build();

        String text = dataSet.string(Tag.WindowCenter).orElseThrow();
        assertThat(text.length()).isLessThanOrEqualTo(16);
        assertThat(Double.parseDouble(text)).isCloseTo(value, offset(Math.abs(value) * 1e-8 + Double.MIN_VALUE));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void realFilesKeepTheirValues(String file) throws DicomException {
        DicomObject original = TestFiles.read(file);
        DataSet identified = original.dataSet().contains(Tag.SOPInstanceUID)
                ? original.dataSet()
                : original.dataSet().toBuilder()
                        .string(Tag.SOPClassUID, "1.2.3")
                        .string(Tag.SOPInstanceUID, "1.2.3.4")
                        .build();

        byte[] written = DicomWriter.write(new DicomObject(DataSet.EMPTY, original.transferSyntax(), identified));
        DataSet read = DicomReader.read(written, DicomLimits.DEFAULT).dataSet();

        assertSameValues(read, identified);
        assertThat(DicomWriter.write(new DicomObject(DataSet.EMPTY, original.transferSyntax(), read)))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void aBuilderKeepsTheTextOfRealFiles(String file) throws DicomException {
        DataSet original = TestFiles.read(file).dataSet();

        DataSet rebuilt = original.toBuilder().build();

        for (Element element : original.elements()) {
            if (element.tag() != Tag.SpecificCharacterSet) {
                assertThat(rebuilt.strings(element.tag())).isEqualTo(original.strings(element.tag()));
            }
        }
    }

    private static void assertSameValues(DataSet actual, DataSet expected) {
        for (Element element : expected.elements()) {
            int tag = element.tag();
            if ((tag & 0xFFFF) != 0) {
                assertThat(actual.strings(tag)).as(Tag.toString(tag)).isEqualTo(expected.strings(tag));
                assertThat(actual.sequence(tag)).hasSameSizeAs(expected.sequence(tag));
                for (int i = 0; i < expected.sequence(tag).size(); i++) {
                    assertSameValues(
                            actual.sequence(tag).get(i), expected.sequence(tag).get(i));
                }
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aZ09 .,-äßéЖ漢字やまだ김^=")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> "x" + text + "x");
    }

    @Provide
    Arbitrary<DataSet> dataSets() {
        return around(around(flatDataSets()));
    }

    private Arbitrary<DataSet> around(Arbitrary<DataSet> inner) {
        return Combinators.combine(flatDataSets(), inner.list().ofMaxSize(2))
                .as((flat, items) -> flat.toBuilder()
                        .sequence(Tag.RequestAttributesSequence, items.toArray(DataSet[]::new))
                        .build());
    }

    private Arbitrary<DataSet> flatDataSets() {
        return Combinators.combine(
                        texts().array(String[].class).ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 0xFFFF),
                        Arbitraries.integers().array(int[].class).ofMaxSize(4),
                        Arbitraries.floats().array(float[].class).ofMaxSize(4),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(9))
                .as((texts, unsigned, integers, floats, bytes) -> DataSet.builder()
                        .string(Tag.Manufacturer, texts)
                        .string(Tag.PatientName, texts[0])
                        .integer(Tag.Rows, unsigned)
                        .integer(Tag.InstanceNumber, integers)
                        .integer(0x0018_6020, integers) // SL
                        .integer(Tag.SmallestImagePixelValue, unsigned - 0x8000 < 0 ? unsigned - 0x8000 : unsigned)
                        .decimal(0x0018_9073, doubles(floats)) // FD
                        .bytes(0x0009_1001, Vr.UN, bytes)
                        .words(Tag.PixelData, new short[] {unsigned.shortValue()})
                        .build());
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, i -> floats[i]);
        return doubles;
    }
}
