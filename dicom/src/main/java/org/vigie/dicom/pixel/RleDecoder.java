package org.vigie.dicom.pixel;

import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.TransferSyntax;

/// RLE Lossless (PS3.5 G): one PackBits segment for each byte of each sample, most significant byte first.
final class RleDecoder implements FrameDecoder {

    private static final int HEADER = 64;

    @Override
    public boolean supports(String transferSyntaxUid) {
        return transferSyntaxUid.equals(TransferSyntax.RLE_LOSSLESS.uid());
    }

    @Override
    public Decoded decode(String transferSyntaxUid, Bytes bitstream, FrameFormat format) throws DicomException {
        if (bitstream.length() < HEADER) {
            throw new DicomException(Reason.TRUNCATED, "RLE frame is shorter than its header");
        }
        if (format.bitsAllocated() % 8 != 0) {
            throw new DicomException(Reason.UNSUPPORTED_PIXEL_FORMAT, "RLE frame of single bits");
        }
        byte[] stream = bitstream.toArray();
        int bytesPerSample = format.bitsAllocated() / 8;
        int segments = format.samples() * bytesPerSample;
        long declared = unsignedInt(stream, 0);
        if (declared != segments) {
            throw new DicomException(
                    Reason.MALFORMED, "RLE frame has " + declared + " segments, its format needs " + segments);
        }
        byte[] target = new byte[Math.toIntExact(format.frameBytes())];
        int pixels = Math.toIntExact(format.pixels());
        for (int segment = 0; segment < segments; segment++) {
            long start = unsignedInt(stream, 4 + 4 * segment);
            long end = segment + 1 < segments ? unsignedInt(stream, 8 + 4 * segment) : stream.length;
            if (start < HEADER || start > end || end > stream.length) {
                throw new DicomException(Reason.MALFORMED, "RLE segment " + segment + " lies outside its frame");
            }
            int sample = segment / bytesPerSample;
            int significance = bytesPerSample - 1 - segment % bytesPerSample;
            unpack(stream, (int) start, (int) end, target, sample * bytesPerSample + significance, segments, pixels);
        }
        return new Decoded(target, format.with(format.photometric(), false));
    }

    private static void unpack(byte[] stream, int start, int end, byte[] target, int first, int step, int count)
            throws DicomException {
        int read = start;
        int written = 0;
        int at = first;
        while (written < count) {
            if (read >= end) {
                throw new DicomException(Reason.TRUNCATED, "RLE segment ends after " + written + " of " + count);
            }
            int control = stream[read++];
            if (control == -128) {
                continue;
            }
            int run = Math.min(control >= 0 ? control + 1 : 1 - control, count - written);
            if (read + (control >= 0 ? run : 1) > end) {
                throw new DicomException(Reason.TRUNCATED, "RLE segment ends within a run");
            }
            for (int i = 0; i < run; i++) {
                target[at] = stream[control >= 0 ? read + i : read];
                at += step;
            }
            read += control >= 0 ? control + 1 : 1;
            written += run;
        }
    }

    private static long unsignedInt(byte[] bytes, int at) {
        return Byte.toUnsignedLong(bytes[at])
                | (Byte.toUnsignedLong(bytes[at + 1]) << 8)
                | (Byte.toUnsignedLong(bytes[at + 2]) << 16)
                | (Byte.toUnsignedLong(bytes[at + 3]) << 24);
    }
}
