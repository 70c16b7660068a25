package org.vigie.modelpackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.modelpackage.ModelPackageException.UnsafeArchive;

/// The central directory of a zip file (APPNOTE 4.3.12), read for what a stream of its entries does not show:
/// links, encryption, and names that differ from those of the entries.
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int TYPE_MASK = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY = 0x4000;

    private ZipDirectory() {}

    /// @return the names in the order of the directory
    static List<String> check(byte[] zip) throws UnsafeArchive {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = findEnd(bytes);
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        if (count == 0xFFFF || at == 0xFFFFFFFFL) {
            throw new UnsafeArchive("", "zip64 is not supported");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > end || bytes.getInt((int) at) != ENTRY_SIGNATURE) {
                throw new UnsafeArchive("", "the zip's directory is damaged");
            }
            int entry = (int) at;
            int nameLength = Short.toUnsignedInt(bytes.getShort(entry + 28));
            long next = at
                    + ENTRY_LENGTH
                    + nameLength
                    + Short.toUnsignedInt(bytes.getShort(entry + 30))
                    + Short.toUnsignedInt(bytes.getShort(entry + 32));
            if (next > end) {
                throw new UnsafeArchive("", "the zip's directory is damaged");
            }
            String name = new String(zip, entry + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            checkEntry(bytes, entry, name);
            names.add(name);
            at = next;
        }
        return names;
    }

    private static void checkEntry(ByteBuffer bytes, int entry, String name) throws UnsafeArchive {
        if ((bytes.getShort(entry + 8) & 1) != 0) {
            throw new UnsafeArchive(name, "the entry is encrypted");
        }
        int type = (bytes.getInt(entry + 38) >>> 16) & TYPE_MASK;
        boolean madeOnUnix = Short.toUnsignedInt(bytes.getShort(entry + 4)) >> 8 == UNIX;
        if (madeOnUnix && type != 0 && type != REGULAR && type != DIRECTORY) {
            throw new UnsafeArchive(name, "the entry is a link or a device, not a file");
        }
    }

    private static int findEnd(ByteBuffer bytes) throws UnsafeArchive {
        int earliest = Math.max(0, bytes.limit() - END_LENGTH - 0xFFFF);
        for (int at = bytes.limit() - END_LENGTH; at >= earliest; at--) {
            if (bytes.getInt(at) == END_SIGNATURE
                    && at + END_LENGTH + Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.limit()) {
                return at;
            }
        }
        throw new UnsafeArchive("", "this is not a zip file, or its end is missing");
    }
}
