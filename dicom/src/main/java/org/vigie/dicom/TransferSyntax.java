package org.vigie.dicom;

import java.nio.ByteOrder;

/// How a data set is encoded (PS3.5 A).
///
/// @param uid (0002,0010), empty for a bare data set whose encoding was recognised
public record TransferSyntax(String uid, boolean explicitVr, ByteOrder order, boolean deflated, boolean encapsulated) {

    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2", false, ByteOrder.LITTLE_ENDIAN, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1", true, ByteOrder.LITTLE_ENDIAN, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1.99", true, ByteOrder.LITTLE_ENDIAN, true, false);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.2", true, ByteOrder.BIG_ENDIAN, false, false);
    public static final TransferSyntax RLE_LOSSLESS = compressed("1.2.840.10008.1.2.5");
    public static final TransferSyntax JPEG_BASELINE = compressed("1.2.840.10008.1.2.4.50");
    public static final TransferSyntax JPEG_EXTENDED = compressed("1.2.840.10008.1.2.4.51");

    /// The syntax with this UID. All compressed ones are explicit VR little endian around the pixels (PS3.5 A.4).
    ///
    /// @throws DicomException if the UID is not one of the standard's
    public static TransferSyntax of(String uid) throws DicomException {
        return switch (uid) {
            case "1.2.840.10008.1.2" -> IMPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.1" -> EXPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.1.99" -> DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
            case "1.2.840.10008.1.2.2" -> EXPLICIT_VR_BIG_ENDIAN;
            default -> {
                if (uid.matches("1\\.2\\.840\\.10008\\.1\\.2(\\.\\d{1,3}){1,3}")) {
                    yield compressed(uid);
                }
                throw new DicomException(
                        DicomException.Reason.UNSUPPORTED_TRANSFER_SYNTAX,
                        "Transfer syntax is not one of the DICOM standard's");
            }
        };
    }

    private static TransferSyntax compressed(String uid) {
        return new TransferSyntax(uid, true, ByteOrder.LITTLE_ENDIAN, false, true);
    }
}
