package org.vigie.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/// Stored values within decoded bytes (PS3.5 8.1.1).
final class StoredValues {

    private StoredValues() {}

    static int[] of(FrameDecoder.Decoded decoded) {
        FrameFormat format = decoded.format();
        int count = Math.toIntExact(format.pixels() * format.samples());
        int[] values = new int[count];
        unpack(decoded.bytes(), format.bitsAllocated(), values);
        extract(values, format);
        return format.planar() ? interleave(values) : values;
    }

    private static void unpack(byte[] bytes, int bitsAllocated, int[] values) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (bitsAllocated) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (bytes[i >> 3] >> (i & 7)) & 1;
                }
            }
            case 8 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes[i];
                }
            }
            case 16 -> {
                ShortBuffer shorts = buffer.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = shorts.get(i);
                }
            }
            default -> buffer.asIntBuffer().get(values);
        }
    }

    /// Bits Stored below High Bit; what lies above them, such as old overlays, is not part of the value.
    private static void extract(int[] values, FrameFormat format) {
        int up = 31 - format.highBit();
        int down = 32 - format.bitsStored();
        if (format.signed()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] << up >> down;
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] << up >>> down;
            }
        }
    }

    private static int[] interleave(int[] planes) {
        int pixels = planes.length / 3;
        int[] values = new int[planes.length];
        for (int i = 0; i < pixels; i++) {
            values[3 * i] = planes[i];
            values[3 * i + 1] = planes[pixels + i];
            values[3 * i + 2] = planes[2 * pixels + i];
        }
        return values;
    }
}
