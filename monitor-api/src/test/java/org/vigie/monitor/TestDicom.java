package org.vigie.monitor;

import java.math.BigInteger;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DataSetBuilder;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;
import org.vigie.dicom.Vr;

/// Original DICOM files as a hospital would send them, with everything that must not get through.
public final class TestDicom {

    public static final String PATIENT_NAME = "Dupont^Jeanne";
    public static final String PATIENT_ID = "IPP-7788991";

    private TestDicom() {}

    public static String uid() {
        UUID uuid = UUID.randomUUID();
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    /// A chest radiograph of 16 by 16 pixels whose values rise from 0 in steps of ten.
    public static byte[] chest(String studyUid) {
        return chest(studyUid, builder -> builder);
    }

    public static byte[] chest(String studyUid, UnaryOperator<DataSetBuilder> change) {
        short[] pixels = new short[256];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) (i * 10);
        }
        return chest(studyUid, 16, pixels, change);
    }

    public static byte[] chest(String studyUid, int side, short[] pixels, UnaryOperator<DataSetBuilder> change) {
        byte[] bytes = new byte[pixels.length * 2];
        for (int i = 0; i < pixels.length; i++) {
            bytes[2 * i] = (byte) pixels[i];
            bytes[2 * i + 1] = (byte) (pixels[i] >> 8);
        }
        DataSetBuilder builder = DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
                .string(Tag.SOPInstanceUID, uid())
                .string(Tag.StudyInstanceUID, studyUid)
                .string(Tag.SeriesInstanceUID, uid())
                .string(Tag.PatientName, PATIENT_NAME)
                .string(Tag.PatientID, PATIENT_ID)
                .string(Tag.PatientBirthDate, "19610214")
                .string(Tag.PatientSex, "F")
                .string(Tag.StudyDate, "20260112")
                .string(Tag.StudyTime, "143327")
                .string(Tag.Modality, "DX")
                .string(Tag.BodyPartExamined, "CHEST")
                .string(Tag.ViewPosition, "PA")
                .string(Tag.Manufacturer, "Lumen")
                .string(Tag.ManufacturerModelName, "Lumen One")
                .string(Tag.SoftwareVersions, "4.1")
                .string(Tag.DeviceSerialNumber, "SN-99-1234")
                .string(Tag.KVP, "120")
                .string(Tag.SeriesNumber, "1")
                .string(Tag.InstanceNumber, "1")
                .string(Tag.PixelSpacing, "0.2", "0.2")
                .string(Tag.PhotometricInterpretation, "MONOCHROME2")
                .string(Tag.BurnedInAnnotation, "NO")
                .bytes(Tag.SamplesPerPixel, Vr.US, little(1))
                .bytes(Tag.Rows, Vr.US, little(side))
                .bytes(Tag.Columns, Vr.US, little(side))
                .bytes(Tag.BitsAllocated, Vr.US, little(16))
                .bytes(Tag.BitsStored, Vr.US, little(12))
                .bytes(Tag.HighBit, Vr.US, little(11))
                .bytes(Tag.PixelRepresentation, Vr.US, little(0))
                .bytes(Tag.PixelData, Vr.OW, bytes);
        return file(change.apply(builder));
    }

    public static byte[] file(DataSetBuilder builder) {
        try {
            return DicomWriter.write(builder.build());
        } catch (DicomException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }
}
