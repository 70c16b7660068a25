package org.vigie.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.dicom.TestObjects.file;
import static org.vigie.dicom.TestObjects.hex;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {

    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    @ParameterizedTest
    @CsvSource({
        "MR_small_implicit.dcm, 1.2.840.10008.1.2",
        "MR_small_bigendian.dcm, 1.2.840.10008.1.2.2",
        "MR_small_RLE.dcm, 1.2.840.10008.1.2.5"
    })
    void oneImageInThreeSyntaxesHasOneHeader(String name, String transferSyntaxUid) throws DicomException {
        DicomObject object = TestFiles.read(name);

        assertThat(object.transferSyntax().uid()).isEqualTo(transferSyntaxUid);
        DataSet dataSet = object.dataSet();
        assertThat(dataSet.string(Tag.Manufacturer)).contains("TOSHIBA_MEC");
        assertThat(dataSet.integer(Tag.Rows)).hasValue(64);
        assertThat(dataSet.decimals(Tag.PixelSpacing)).containsExactly(0.3125, 0.3125);
        assertThat(dataSet.integer(Tag.SmallestImagePixelValue)).hasValue(0);
    }

    @Test
    void aBareDataSetIsRecognised() throws DicomException {
        DicomObject bigEndian = TestFiles.read("ExplVR_BigEndNoMeta.dcm");
        assertThat(bigEndian.transferSyntax().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(bigEndian.dataSet().string(Tag.Modality)).contains("RTPLAN");

        DicomObject implicit = DicomReader.read(hex("0800 6000 02000000 4352"), DicomLimits.DEFAULT);
        assertThat(implicit.fileMeta().isEmpty()).isTrue();
        assertThat(implicit.dataSet().string(Tag.Modality)).contains("CR");
    }

    @Test
    void fileMetaInformationNeedsNoPreamble() throws DicomException {
        byte[] whole = TestFiles.bytes("MR_small_implicit.dcm");

        DicomObject object = DicomReader.read(Arrays.copyOfRange(whole, 132, whole.length), DicomLimits.DEFAULT);

        assertThat(object.dataSet())
                .isEqualTo(TestFiles.read("MR_small_implicit.dcm").dataSet());
    }

    @Test
    void privateSequencesOfUnknownRepresentationAreFound() throws DicomException {
        DataSet dataSet = TestFiles.read("nested_priv_SQ.dcm").dataSet();

        DataSet item = dataSet.sequence(0x0001_0001).getFirst();
        assertThat(item.sequence(0x0001_0001)).hasSize(1);
    }

    @Test
    void unknownElementsOfTheStandardAreRead() throws DicomException {
        // Rows and a Modality LUT Sequence written as UN, the sequence in implicit VR (PS3.5 6.2.2)
        byte[] bytes = hex("2800 1000 554E 0000 02000000 4000"
                + "2800 0030 554E 0000 FFFFFFFF FEFF 00E0 FFFFFFFF 2800 0430 02000000 4855"
                + "FEFF 0DE0 00000000 FEFF DDE0 00000000"
                + "2800 1030 554E 0000 0C000000 FEFF 00E0 04000000 2800 0430");
        bytes = Arrays.copyOf(bytes, bytes.length - 24);

        DataSet dataSet =
                DicomReader.read(file(EXPLICIT, bytes), DicomLimits.DEFAULT).dataSet();

        assertThat(dataSet.integer(Tag.Rows)).hasValue(64);
        assertThat(dataSet.sequence(Tag.ModalityLUTSequence).getFirst().string(Tag.ModalityLUTType))
                .contains("HU");
    }

    @Test
    void itemsInheritTheCharacterSet() throws DicomException {
        byte[] bytes = hex("0800 0500 4353 0A00 49534F5F495220313030"
                + "0800 4011 5351 0000 FFFFFFFF FEFF 00E0 FFFFFFFF 0800 7000 4C4F 0200 FC20"
                + "FEFF 0DE0 00000000 FEFF DDE0 00000000");

        DataSet dataSet =
                DicomReader.read(file(EXPLICIT, bytes), DicomLimits.DEFAULT).dataSet();

        assertThat(dataSet.sequence(0x0008_1140).getFirst().string(Tag.Manufacturer))
                .contains("ü");
    }

    @Test
    void theRepresentationOfPixelsDecidesOnSigns() throws DicomException {
        byte[] implicit = hex("2800 0301 02000000 0100  2800 0601 02000000 FFFF");

        DataSet dataSet = DicomReader.read(file("1.2.840.10008.1.2", implicit), DicomLimits.DEFAULT)
                .dataSet();

        assertThat(dataSet.integer(Tag.SmallestImagePixelValue)).hasValue(-1);
    }

    @Test
    void elementsOutOfOrderAreSorted() throws DicomException {
        byte[] bytes = hex("1000 2000 4C4F 0200 3131  0800 6000 4353 0200 4352");

        DataSet dataSet =
                DicomReader.read(file(EXPLICIT, bytes), DicomLimits.DEFAULT).dataSet();

        assertThat(dataSet.elements()).extracting(Element::tag).containsExactly(Tag.Modality, Tag.PatientID);
    }

    @Test
    void theReaderKeepsNoHoldOnTheCallersArray() throws DicomException {
        byte[] bytes = TestFiles.bytes("MR_small_implicit.dcm");
        DicomObject object = DicomReader.read(bytes, DicomLimits.DEFAULT);

        Arrays.fill(bytes, (byte) 0);

        assertThat(object.dataSet())
                .isEqualTo(TestFiles.read("MR_small_implicit.dcm").dataSet());
    }
}
