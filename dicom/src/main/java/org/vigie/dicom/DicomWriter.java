package org.vigie.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes Part 10 files (PS3.10) in Explicit VR Little Endian; encapsulated pixels stay in their transfer syntax.
///
/// The same object always becomes the same bytes: lengths are always defined, group lengths are not written, and the
/// file meta information says nothing about when or where.
public final class DicomWriter {

    /// (0002,0012), made from a name-based UUID of the project's name.
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.139465654906366421064362371024277555029";

    private static final String IMPLEMENTATION_VERSION_NAME = "VIGIE_DICOM_1";
    private static final byte[] META_VERSION = {0, 1};

    private DicomWriter() {}

    /// A file of native pixels, or of none.
    ///
    /// @throws DicomException if SOP Class UID or SOP Instance UID is missing, or the pixels are compressed
    public static byte[] write(DataSet dataSet) throws DicomException {
        return write(new DicomObject(DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet));
    }

    /// A file. What the object's own file meta information says is replaced.
    ///
    /// @throws DicomException if SOP Class UID or SOP Instance UID is missing, or the pixels contradict the syntax
    public static byte[] write(DicomObject object) throws DicomException {
        var out = new ByteArrayOutputStream(1 << 16);
        try {
            write(object, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Writes a file to a stream, which stays open.
    ///
    /// @throws DicomException if SOP Class UID or SOP Instance UID is missing, or the pixels contradict the syntax
    public static void write(DicomObject object, OutputStream out) throws IOException, DicomException {
        DataSet dataSet = object.dataSet();
        boolean encapsulated = dataSet.element(Tag.PixelData).orElse(null) instanceof Element.Fragments;
        if (encapsulated && !object.transferSyntax().encapsulated()) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED, "Pixels are encapsulated, but the transfer syntax is native");
        }
        TransferSyntax syntax = encapsulated ? object.transferSyntax() : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        DataSet meta = DataSet.builder()
                .bytes(Tag.FileMetaInformationVersion, Vr.OB, META_VERSION)
                .string(Tag.MediaStorageSOPClassUID, dataSet.requiredString(Tag.SOPClassUID))
                .string(Tag.MediaStorageSOPInstanceUID, dataSet.requiredString(Tag.SOPInstanceUID))
                .string(Tag.TransferSyntaxUID, syntax.uid())
                .string(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .string(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME)
                .build();
        out.write(new byte[128]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        var encoder = new Encoder(out);
        encoder.write(DataSet.builder()
                .bytes(Tag.FileMetaInformationGroupLength, Vr.UL, Encoder.littleInt((int) Encoder.length(meta)))
                .build());
        encoder.write(meta);
        encoder.write(dataSet);
    }
}
