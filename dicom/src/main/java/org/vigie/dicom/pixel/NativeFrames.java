package org.vigie.dicom.pixel;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Element;

/// Frames that are not compressed (PS3.5 8.1).
final class NativeFrames {

    private NativeFrames() {}

    static List<Bytes> split(Bytes value, FrameFormat format, int count) throws DicomException {
        long bits = format.nativeBits();
        long needed = (bits * count + 7) / 8;
        if (value.length() < needed) {
            throw new DicomException(
                    Reason.TRUNCATED,
                    "Pixel Data (7FE0,0010) has " + value.length() + " bytes, " + count + " frames need " + needed);
        }
        List<Bytes> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long start = i * bits;
            frames.add(
                    bits % 8 == 0
                            ? value.slice((int) (start / 8), (int) (bits / 8))
                            : shifted(value, start, (int) bits));
        }
        return List.copyOf(frames);
    }

    /// Single bits from anywhere, moved to begin with a byte; the first pixel is the lowest bit.
    private static Bytes shifted(Bytes value, long start, int bits) {
        byte[] target = new byte[(bits + 7) / 8];
        for (int i = 0; i < bits; i++) {
            long bit = start + i;
            int read = (value.at((int) (bit / 8)) >> (bit % 8)) & 1;
            target[i / 8] |= (byte) (read << (i % 8));
        }
        return Bytes.copyOf(target);
    }

    static FrameDecoder.Decoded toLittleEndian(Bytes frame, Element.Value value, FrameFormat format) {
        byte[] bytes = frame.toArray();
        int word = value.vr().wordBytes();
        if (value.order() == ByteOrder.BIG_ENDIAN && word == 2) {
            for (int i = 0; i + 1 < bytes.length; i += 2) {
                byte held = bytes[i];
                bytes[i] = bytes[i + 1];
                bytes[i + 1] = held;
            }
        }
        if (format.photometric() == Photometric.YBR_FULL_422) {
            return new FrameDecoder.Decoded(
                    withAllChroma(bytes, format.bitsAllocated() / 8), format.with(Photometric.YBR_FULL, false));
        }
        return new FrameDecoder.Decoded(bytes, format);
    }

    /// From `Y₁ Y₂ Cb Cr` for two pixels to `Y₁ Cb Cr Y₂ Cb Cr`.
    private static byte[] withAllChroma(byte[] halved, int width) {
        byte[] full = new byte[halved.length / 2 * 3];
        int to = 0;
        for (int from = 0; from + 4 * width <= halved.length; from += 4 * width) {
            for (int pixel = 0; pixel < 2; pixel++) {
                System.arraycopy(halved, from + pixel * width, full, to, width);
                System.arraycopy(halved, from + 2 * width, full, to + width, 2 * width);
                to += 3 * width;
            }
        }
        return full;
    }
}
