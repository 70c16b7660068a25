package org.vigie.dicom.deidentify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;

/// Rewrites JPEG and JPEG-LS streams without segments in which anything may be written.
///
/// Of the application segments only those stay that decide on colours: JFIF without a picture, Adobe, and the colour
/// transform of JPEG-LS. Bytes after the end of the image are left out.
final class JpegSegments {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF_WITHOUT_PICTURE = 16;

    private final byte[] stream;
    private final ByteArrayOutputStream kept;
    private int position = 2;

    private JpegSegments(byte[] stream) {
        this.stream = stream;
        this.kept = new ByteArrayOutputStream(stream.length);
    }

    static boolean isJpeg(Bytes frame) {
        return frame.length() > 2 && frame.at(0) == (byte) 0xFF && frame.at(1) == (byte) START_OF_IMAGE;
    }

    static Bytes withoutText(Bytes frame) throws DicomException {
        return new JpegSegments(frame.toArray()).rewrite();
    }

    private Bytes rewrite() throws DicomException {
        kept.write(stream, 0, 2);
        while (true) {
            int marker = marker();
            if (marker == END_OF_IMAGE) {
                kept.write(0xFF);
                kept.write(END_OF_IMAGE);
                return Bytes.copyOf(kept.toByteArray());
            }
            int length = length();
            if (isKept(marker, length)) {
                kept.write(0xFF);
                kept.write(marker);
                kept.write(stream, position, length);
            }
            position += length;
            if (marker == START_OF_SCAN) {
                copyScan();
            }
        }
    }

    private int marker() throws DicomException {
        if (at(position++) != 0xFF) {
            throw new DicomException(Reason.MALFORMED, "JPEG frame has no marker where one should stand");
        }
        int marker = at(position++);
        while (marker == 0xFF) {
            marker = at(position++);
        }
        return marker;
    }

    private int length() throws DicomException {
        int length = (at(position) << 8) | at(position + 1);
        if (length < 2) {
            throw new DicomException(Reason.MALFORMED, "JPEG segment is shorter than its length");
        }
        at(position + length - 1);
        return length;
    }

    private int at(int index) throws DicomException {
        if (index >= stream.length) {
            throw new DicomException(Reason.TRUNCATED, "JPEG frame ends early");
        }
        return Byte.toUnsignedInt(stream[index]);
    }

    private boolean isKept(int marker, int length) {
        if (marker < 0xE0 || marker > 0xEF) {
            return marker != COMMENT;
        }
        return switch (marker) {
            case 0xE0 -> length == JFIF_WITHOUT_PICTURE && segmentStartsWith("JFIF\0");
            case 0xE8 -> length == 7 && segmentStartsWith("mrfx");
            case 0xEE -> length == 14 && segmentStartsWith("Adobe");
            default -> false;
        };
    }

    private boolean segmentStartsWith(String text) {
        String start = new String(stream, position + 2, text.length(), StandardCharsets.ISO_8859_1);
        return start.equals(text);
    }

    /// Coded data runs to the next marker that is no restart; in JPEG-LS any byte below 80 may follow FF.
    private void copyScan() throws DicomException {
        int start = position;
        while (at(position) != 0xFF || !endsScan(at(position + 1))) {
            position++;
        }
        kept.write(stream, start, position - start);
    }

    private static boolean endsScan(int next) {
        return next >= 0x80 && next != 0xFF && (next < 0xD0 || next > 0xD7);
    }
}
