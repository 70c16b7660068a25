package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DicomJsonTest {

    @Test
    void valuesHaveTheirJsonTypes() {
        DataSet dataSet = DataSet.builder()
                .string(Tag.ImageType, "ORIGINAL", "", "AXIAL")
                .integer(Tag.Rows, 512)
                .integer(Tag.InstanceNumber, 7)
                .decimal(Tag.PixelSpacing, 0.25, 1)
                .put(new Element.Value(
                        Tag.FrameIncrementPointer,
                        Vr.AT,
                        Bytes.copyOf(TestObjects.hex("1800 6310")),
                        ByteOrder.LITTLE_ENDIAN))
                .string(Tag.PatientID)
                .build();

        assertThat(DicomJson.of(dataSet)).isEqualTo("""
                        {"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},\
                        "00100020":{"vr":"LO"},\
                        "00200013":{"vr":"IS","Value":[7]},\
                        "00280009":{"vr":"AT","Value":["00181063"]},\
                        "00280010":{"vr":"US","Value":[512]},\
                        "00280030":{"vr":"DS","Value":[0.25,1]}}""");
    }

    @Test
    void namesHaveTheirGroupsAndTextIsUtf8() {
        DataSet dataSet = DataSet.builder()
                .string(Tag.PatientName, "Yamada^Tarou=山田^太郎=やまだ^たろう")
                .string(Tag.Manufacturer, "quote \" newline")
                .build();

        assertThat(DicomJson.of(dataSet)).isEqualTo("""
                        {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},\
                        "00080070":{"vr":"LO","Value":["quote \\" newline"]},\
                        "00100010":{"vr":"PN","Value":[{"Alphabetic":"Yamada^Tarou","Ideographic":"山田^太郎",\
                        "Phonetic":"やまだ^たろう"}]}}""");
    }

    @Test
    void theCharacterSetIsTheOneOfTheJson() throws DicomException {
        assertThat(DicomJson.of(TestFiles.read("chrGerm.dcm").dataSet()))
                .contains("\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}")
                .contains("{\"Alphabetic\":\"Äneas^Rüdiger\"}");
    }

    @Test
    void sequencesNest() {
        DataSet dataSet = DataSet.builder()
                .sequence(Tag.VOILUTSequence)
                .sequence(
                        Tag.ModalityLUTSequence,
                        DataSet.builder().string(Tag.ModalityLUTType, "HU").build(),
                        DataSet.EMPTY)
                .build();

        assertThat(DicomJson.of(dataSet))
                .isEqualTo(
                        "{\"00283000\":{\"vr\":\"SQ\",\"Value\":[{\"00283004\":{\"vr\":\"LO\",\"Value\":[\"HU\"]}},{}]},"
                                + "\"00283010\":{\"vr\":\"SQ\"}}");
    }

    @Test
    void binaryIsInlineInLittleEndian() {
        DataSet dataSet = DataSet.builder()
                .put(new Element.Value(
                        Tag.LUTData, Vr.OW, Bytes.copyOf(TestObjects.hex("0102 0304")), ByteOrder.BIG_ENDIAN))
                .build();

        assertThat(DicomJson.of(dataSet)).isEqualTo("{\"00283006\":{\"vr\":\"OW\",\"InlineBinary\":\"AgEEAw==\"}}");
    }

    @Test
    void pixelsAreAReferenceOrNothing() throws DicomException {
        DataSet dataSet =
                DataSet.builder().words(Tag.PixelData, new short[] {1}).build();

        assertThat(DicomJson.of(dataSet)).isEqualTo("{}");
        assertThat(DicomJson.of(dataSet, "https://pacs/frames"))
                .isEqualTo("{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"https://pacs/frames\"}}");
        assertThat(DicomJson.of(TestFiles.read("JPEG2000.dcm").dataSet(), "x"))
                .contains("\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"x\"}");
    }

    @Test
    void numbersBecomeValidJsonOrStrings() {
        assertThat(decimals("+1.50\\.5\\1.\\007\\1E3\\1A"))
                .isEqualTo("{\"00281050\":{\"vr\":\"DS\",\"Value\":[1.50,0.5,1,7,1E3,\"1A\"]}}");
    }

    @Test
    void controlCharactersAreEscaped() {
        DataSet dataSet =
                DataSet.builder().string(Tag.ImageComments, "a\r\n\u0001\\").build();

        assertThat(DicomJson.of(dataSet)).contains("\"a\\u000d\\u000a\\u0001\\\\\"");
    }

    private static String decimals(String text) {
        Element element = new Element.Value(
                Tag.WindowCenter,
                Vr.DS,
                Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII)),
                ByteOrder.LITTLE_ENDIAN);
        return DicomJson.of(new DataSet(
                new int[] {Tag.WindowCenter}, List.of(element).toArray(Element[]::new), CharacterSet.DEFAULT));
    }
}
