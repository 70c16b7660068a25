package org.vigie.drift.profile;

import java.util.Arrays;
import java.util.zip.CRC32;

/// Bytes of a profile, version 1. All numbers are big-endian; a *varint* has seven bits a byte, the
/// lowest first, the highest bit saying that more follow.
///
/// | bytes | what |
/// | --- | --- |
/// | 4 | `VGPF` |
/// | 1 | version, 1 |
/// | 1 | kind: 1 numeric, 2 categorical |
/// | … | content |
/// | 4 | CRC-32 of all before |
///
/// Content of a numeric profile: varints capacity, missing, positive infinities, negative infinities,
/// rank error, values present; doubles mean, sum of squared deviations, least, greatest; varint number of
/// points; for each point its value as double and its weight as varint.
///
/// Content of a categorical profile: varints capacity, error, size, missing, suppressed, number of
/// categories; for each its count and its length as varints and its UTF-16 units, two bytes each.
///
/// What a profile holds is checked when read as strictly as when built: hostile bytes end in
/// [ProfileFormatException], and no more memory is taken than the bytes themselves justify. A later
/// version reads this one.
public final class ProfileFormat {

    /// The version that is written.
    public static final int VERSION = 1;

    static final int NUMERIC = 1;
    static final int CATEGORICAL = 2;

    private static final byte[] MAGIC = {'V', 'G', 'P', 'F'};
    private static final int HEADER = 6;
    private static final int CHECKSUM = 4;

    private ProfileFormat() {}

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /// Grows as it is written to.
    static final class Writer {

        private byte[] bytes = new byte[256];
        private int size;

        Writer(int kind) {
            for (byte b : MAGIC) {
                put(b);
            }
            put(VERSION);
            put(kind);
        }

        Writer varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                put((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            put((int) rest);
            return this;
        }

        Writer real(double value) {
            long bits = Double.doubleToLongBits(value);
            for (int shift = 56; shift >= 0; shift -= 8) {
                put((int) (bits >>> shift));
            }
            return this;
        }

        Writer text(String text) {
            varint(text.length());
            for (int i = 0; i < text.length(); i++) {
                put(text.charAt(i) >>> 8);
                put(text.charAt(i));
            }
            return this;
        }

        byte[] finish() {
            int crc = checksum(bytes, size);
            for (int shift = 24; shift >= 0; shift -= 8) {
                put(crc >>> shift);
            }
            return Arrays.copyOf(bytes, size);
        }

        private void put(int value) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
            }
            bytes[size++] = (byte) value;
        }
    }

    /// Reads what a [Writer] wrote, and refuses everything else.
    static final class Reader {

        private final byte[] bytes;
        private final int end;
        private int at = HEADER;

        Reader(byte[] bytes, int kind) {
            this.bytes = bytes.clone();
            end = bytes.length - CHECKSUM;
            if (end < HEADER || !Arrays.equals(this.bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw new ProfileFormatException("not a profile");
            }
            if (bytes[4] != VERSION) {
                throw new ProfileFormatException("profile of version " + (bytes[4] & 0xff) + ", this reads " + VERSION);
            }
            int stored = 0;
            for (int i = end; i < bytes.length; i++) {
                stored = (stored << 8) | (this.bytes[i] & 0xff);
            }
            if (stored != checksum(this.bytes, end)) {
                throw new ProfileFormatException("profile is damaged: its checksum does not fit");
            }
            if (bytes[5] != kind) {
                throw new ProfileFormatException("profile of kind " + (bytes[5] & 0xff) + " instead of " + kind);
            }
        }

        /// A whole number that is not negative.
        long varint() {
            long value = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                int b = next();
                value |= (b & 0x7fL) << shift;
                if ((b & 0x80) == 0) {
                    return value;
                }
            }
            throw new ProfileFormatException("a number is too long");
        }

        /// A number of things that take at least `bytesEach`.
        int count(int bytesEach) {
            long count = varint();
            if (count > (end - at) / bytesEach) {
                throw new ProfileFormatException(count + " entries do not fit into " + (end - at) + " bytes");
            }
            return (int) count;
        }

        double real() {
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = (bits << 8) | next();
            }
            return Double.longBitsToDouble(bits);
        }

        String text() {
            int length = count(2);
            char[] units = new char[length];
            for (int i = 0; i < length; i++) {
                units[i] = (char) ((next() << 8) | next());
            }
            return new String(units);
        }

        void finish() {
            if (at != end) {
                throw new ProfileFormatException((end - at) + " bytes too many");
            }
        }

        private int next() {
            if (at == end) {
                throw new ProfileFormatException("profile ends too early");
            }
            return bytes[at++] & 0xff;
        }
    }
}
