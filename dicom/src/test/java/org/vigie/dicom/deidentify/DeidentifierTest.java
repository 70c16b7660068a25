package org.vigie.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;
import org.vigie.dicom.TestFiles;
import org.vigie.dicom.TestObjects;
import org.vigie.dicom.TransferSyntax;
import org.vigie.dicom.Vr;
import org.vigie.dicom.pixel.PixelData;

class DeidentifierTest {

    private static final PseudonymKey KEY = PseudonymKey.of(new byte[32]);
    private static final Deidentifier DEIDENTIFIER = new Deidentifier(KEY);

    @Test
    void technicalAttributesPassByTheirRules() throws DicomException {
        var pseudonyms = new Pseudonymiser(KEY);
        DataSet released = release(image().string(Tag.Manufacturer, "Vigie Médical")
                .string(Tag.StationName, "CT01")
                .string(Tag.ProtocolName, "Thorax Dr. Doe")
                .string(Tag.PatientID, "4711")
                .string(Tag.PatientSex, "F")
                .string(Tag.PatientAge, "047Y")
                .string(Tag.StudyDate, "20260317")
                .string(Tag.StudyTime, "101112")
                .string(Tag.BodyPartExamined, "CHEST")
                .string(Tag.PatientName, "Doe^Jane")
                .decimal(Tag.KVP, 120)
                .decimal(Tag.PixelSpacing, 0.5, 0.5));

        assertThat(released.string(Tag.Manufacturer)).contains("Vigie Médical");
        assertThat(released.string(Tag.StationName)).contains(pseudonyms.device("CT01"));
        assertThat(released.string(Tag.ProtocolName)).contains(pseudonyms.text("Thorax Dr. Doe"));
        assertThat(released.string(Tag.PatientID)).contains(pseudonyms.patient("4711"));
        assertThat(released.string(Tag.StudyInstanceUID)).contains(pseudonyms.uid("1.2.3.2"));
        assertThat(released.string(Tag.SOPClassUID)).contains(TestObjects.COMPUTED_RADIOGRAPHY);
        assertThat(released.string(Tag.PatientSex)).contains("F");
        assertThat(released.string(Tag.PatientAge)).contains("040Y");
        assertThat(released.string(Tag.StudyDate)).contains("20260317");
        assertThat(released.contains(Tag.StudyTime)).isFalse();
        assertThat(released.string(Tag.BodyPartExamined)).contains("CHEST");
        assertThat(released.decimals(Tag.PixelSpacing)).containsExactly(0.5, 0.5);
        assertThat(released.contains(Tag.PatientName)).isFalse();
    }

    @Test
    void whatDoesNotFitItsRuleIsDropped() throws DicomException {
        DataSet released = release(image().string(Tag.BodyPartExamined, "Doe, Jane")
                .string(Tag.PatientSex, "Jane")
                .string(Tag.PatientAge, "47")
                .string(Tag.StudyDate, "Jane")
                .bytes(Tag.KVP, Vr.DS, "Jane".getBytes(StandardCharsets.US_ASCII))
                .string(Tag.ImageType, "ORIGINAL", "jane doe"));

        assertThat(List.of(Tag.BodyPartExamined, Tag.PatientSex, Tag.PatientAge, Tag.StudyDate, Tag.KVP, Tag.ImageType))
                .noneMatch(released::contains);
    }

    @Test
    void theObjectIsMarked() throws DicomException {
        DataSet released = release(image());

        assertThat(released.string(Tag.PatientIdentityRemoved)).contains("YES");
        assertThat(released.string(Tag.DeidentificationMethod)).contains("Vigie allow-list, version 1");
        assertThat(released.sequence(Tag.DeidentificationMethodCodeSequence))
                .extracting(item -> item.string(Tag.CodeValue).orElse(""))
                .containsExactly("113100", "113107", "113108");
    }

    @Test
    void deidentifyingTwiceIsPossibleAndKeepsWhatIsTechnical() throws DicomException {
        DataSet once = release(image().string(Tag.Manufacturer, "V").decimal(Tag.KVP, 90));

        DataSet twice = ((Deidentification.Released) DEIDENTIFIER.deidentify(object(once.toBuilder())))
                .object()
                .dataSet();

        assertThat(twice.elements())
                .extracting(Element::tag)
                .isEqualTo(once.elements().stream().map(Element::tag).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID})
    void anObjectWithoutItsUidsIsRefused(int tag) {
        assertThatThrownBy(() -> DEIDENTIFIER.deidentify(object(image().remove(tag))))
                .isInstanceOfSatisfying(
                        DicomException.class,
                        e -> assertThat(e.reason()).isEqualTo(DicomException.Reason.MISSING_ATTRIBUTE));
    }

    @Test
    void anImageWithTextIsHeldBack() throws DicomException {
        assertThat(DEIDENTIFIER.deidentify(object(image().string(Tag.BurnedInAnnotation, "YES"))))
                .isEqualTo(new Deidentification.HeldBack(HeldBackReason.BURNED_IN_TEXT_DECLARED));
    }

    @Test
    void bytesBehindThePixelsAreDropped() throws DicomException {
        byte[] pixels = Arrays.copyOf(new byte[] {1, 0, 2, 0}, 40);
        System.arraycopy("Doe^Jane".getBytes(StandardCharsets.US_ASCII), 0, pixels, 20, 8);

        DataSet released = release(image().bytes(Tag.PixelData, Vr.OW, pixels));

        assertThat(released.bytes(Tag.PixelData)).contains(Bytes.copyOf(new byte[] {1, 0, 2, 0}));
    }

    @Test
    void overlaysInUnusedBitsAreDropped() throws DicomException {
        DataSetBuilder image = image().integer(Tag.BitsStored, 12)
                .integer(Tag.HighBit, 11)
                .words(Tag.PixelData, new short[] {(short) 0xF123, (short) 0x8FFF});

        assertThat(release(image).bytes(Tag.PixelData)).contains(Bytes.copyOf(TestObjects.hex("2301 FF0F")));
        assertThat(release(image.integer(Tag.PixelRepresentation, 1)).bytes(Tag.PixelData))
                .contains(Bytes.copyOf(TestObjects.hex("2301 FFFF")));
    }

    @Test
    void textInJpegStreamsIsDropped() throws IOException, DicomException {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        byte[] jpeg = out.toByteArray();
        byte[] name = "Doe^Jane".getBytes(StandardCharsets.US_ASCII);
        var withText = new ByteArrayOutputStream();
        withText.write(jpeg, 0, 2);
        for (int marker : new int[] {0xFE, 0xE1, 0xEE}) {
            withText.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, 0, 10});
            withText.writeBytes(name);
        }
        withText.write(jpeg, 2, jpeg.length - 2);
        withText.writeBytes(name);
        DicomObject object = new DicomObject(
                DataSet.EMPTY,
                TransferSyntax.JPEG_BASELINE,
                TestObjects.image(16, 16)
                        .integer(Tag.BitsAllocated, 8)
                        .integer(Tag.BitsStored, 8)
                        .integer(Tag.HighBit, 7)
                        .put(new Element.Fragments(
                                Tag.PixelData, Vr.OB, Bytes.EMPTY, List.of(Bytes.copyOf(withText.toByteArray()))))
                        .build());

        DicomObject released = ((Deidentification.Released) DEIDENTIFIER.deidentify(object)).object();

        assertThat(PixelData.of(released).rawFrame(0)).isEqualTo(Bytes.copyOf(jpeg));
        assertThat(PixelData.of(released).grey(0).values())
                .isEqualTo(PixelData.of(object).grey(0).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emri_small.dcm",
                "MR_small_bigendian.dcm",
                "MR_small_implicit.dcm",
                "MR_small_RLE.dcm",
                "rtdose.dcm",
                "seg_image_ct_binary.dcm",
                "sm_image.dcm"
            })
    void pixelsStayWhatTheyAre(String file) throws DicomException {
        DicomObject original = TestFiles.read(file);

        DicomObject released = ((Deidentification.Released) DEIDENTIFIER.deidentify(original)).object();

        PixelData before = PixelData.of(original);
        PixelData after = PixelData.of(released);
        for (int frame = 0; frame < before.frameCount(); frame++) {
            assertThat(after.storedValues(frame)).isEqualTo(before.storedValues(frame));
            assertThat(after.grey(frame).values()).isEqualTo(before.grey(frame).values());
        }
    }

    private static DataSetBuilder image() {
        return TestObjects.image(1, 2).words(Tag.PixelData, new short[] {1, 2});
    }

    private static DicomObject object(DataSetBuilder builder) {
        return TestObjects.object(builder);
    }

    private static DataSet release(DataSetBuilder builder) throws DicomException {
        return ((Deidentification.Released) DEIDENTIFIER.deidentify(object(builder)))
                .object()
                .dataSet();
    }
}
