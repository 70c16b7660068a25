package org.vigie.dicom.pixel;

import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;

/// What the markers of a JPEG stream say before its first scan.
///
/// @param adobeTransform colour transform of an Adobe marker, -1 without one
record JpegHeader(int precision, int rows, int columns, int components, boolean jfif, int adobeTransform) {

    private static final int START_OF_SCAN = 0xDA;

    private record Frame(int precision, int rows, int columns, int components) {}

    static JpegHeader of(byte[] stream) throws DicomException {
        if (stream.length < 4 || stream[0] != (byte) 0xFF || stream[1] != (byte) 0xD8) {
            throw new DicomException(Reason.MALFORMED, "Frame is not a JPEG image");
        }
        @Nullable Frame frame = null;
        boolean jfif = false;
        int adobe = -1;
        int position = 2;
        while (position + 4 <= stream.length) {
            if (stream[position] != (byte) 0xFF) {
                throw new DicomException(Reason.MALFORMED, "JPEG frame has no marker where one should stand");
            }
            int marker = at(stream, position + 1);
            if (marker == 0xFF) {
                position++;
                continue;
            }
            int length = (at(stream, position + 2) << 8) | at(stream, position + 3);
            int body = position + 4;
            if (marker == START_OF_SCAN || body + length - 2 > stream.length || length < 2) {
                break;
            }
            if (isStartOfFrame(marker) && length >= 8) {
                frame = new Frame(
                        at(stream, body),
                        (at(stream, body + 1) << 8) | at(stream, body + 2),
                        (at(stream, body + 3) << 8) | at(stream, body + 4),
                        at(stream, body + 5));
            } else if (marker == 0xE0 && length >= 7 && startsWith(stream, body, "JFIF")) {
                jfif = true;
            } else if (marker == 0xEE && length >= 14 && startsWith(stream, body, "Adobe")) {
                adobe = at(stream, body + 11);
            }
            position = body + length - 2;
        }
        if (frame == null) {
            throw new DicomException(Reason.TRUNCATED, "JPEG frame ends before its frame header");
        }
        return new JpegHeader(frame.precision(), frame.rows(), frame.columns(), frame.components(), jfif, adobe);
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean startsWith(byte[] stream, int position, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (stream[position + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int at(byte[] stream, int position) {
        return Byte.toUnsignedInt(stream[position]);
    }

    /// Whether the coded colours are luminance and differences: an Adobe marker tells it, then a JFIF marker, then
    /// the data set.
    boolean isYbr(Photometric photometric) {
        if (adobeTransform >= 0) {
            return adobeTransform == 1;
        }
        return jfif || photometric.isYbr();
    }
}
