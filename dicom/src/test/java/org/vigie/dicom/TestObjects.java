package org.vigie.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Objects made by hand.
public final class TestObjects {

    public static final String COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1";

    private TestObjects() {}

    /// What every image has, before its pixels.
    public static DataSetBuilder image(int rows, int columns) {
        return DataSet.builder()
                .string(Tag.SOPClassUID, COMPUTED_RADIOGRAPHY)
                .string(Tag.SOPInstanceUID, "1.2.3.1")
                .string(Tag.StudyInstanceUID, "1.2.3.2")
                .string(Tag.SeriesInstanceUID, "1.2.3.3")
                .string(Tag.Modality, "CR")
                .integer(Tag.SamplesPerPixel, 1)
                .string(Tag.PhotometricInterpretation, "MONOCHROME2")
                .integer(Tag.Rows, rows)
                .integer(Tag.Columns, columns)
                .integer(Tag.BitsAllocated, 16)
                .integer(Tag.BitsStored, 16)
                .integer(Tag.HighBit, 15)
                .integer(Tag.PixelRepresentation, 0);
    }

    public static DicomObject object(DataSetBuilder builder) {
        return new DicomObject(DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, builder.build());
    }

    /// A Part 10 file around bytes of a data set.
    public static byte[] file(String transferSyntaxUid, byte[] dataSet) {
        byte[] uid = (transferSyntaxUid + (transferSyntaxUid.length() % 2 == 0 ? "" : "\0"))
                .getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {2, 0, 0x10, 0, 'U', 'I', (byte) uid.length, 0});
        out.writeBytes(uid);
        out.writeBytes(dataSet);
        return out.toByteArray();
    }

    /// Bytes from hexadecimal digits; blanks do not count.
    public static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }
}
