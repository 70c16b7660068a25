package org.vigie.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;

/// Which fragments make up which frame (PS3.5 A.4).
final class EncapsulatedFrames {

    private EncapsulatedFrames() {}

    static List<Bytes> split(DataSet dataSet, Element.Fragments encapsulated, int count) throws DicomException {
        List<Bytes> fragments = encapsulated.fragments();
        if (fragments.size() < count) {
            throw new DicomException(
                    Reason.TRUNCATED,
                    "Pixel Data (7FE0,0010) has " + fragments.size() + " fragments for " + count + " frames");
        }
        if (dataSet.bytes(Tag.ExtendedOffsetTable).map(Bytes::length).orElse(0) > 0) {
            return byOffsets(
                    fragments, longs(dataSet.bytes(Tag.ExtendedOffsetTable).orElseThrow()), count);
        }
        if (encapsulated.offsetTable().length() > 0) {
            return byOffsets(fragments, unsignedInts(encapsulated.offsetTable()), count);
        }
        if (count == 1) {
            return List.of(join(fragments));
        }
        return fragments.size() == count ? fragments : byStartOfImage(fragments, count);
    }

    private static long[] longs(Bytes table) {
        long[] offsets = new long[table.length() / 8];
        table.buffer(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(offsets);
        return offsets;
    }

    private static long[] unsignedInts(Bytes table) {
        ByteBuffer buffer = table.buffer(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[table.length() / 4];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = Integer.toUnsignedLong(buffer.getInt(4 * i));
        }
        return offsets;
    }

    /// Offsets point to the item of a frame's first fragment, counted from the first fragment's item.
    private static List<Bytes> byOffsets(List<Bytes> fragments, long[] offsets, int count) throws DicomException {
        if (offsets.length != count) {
            throw new DicomException(
                    Reason.MALFORMED, "Offset table has " + offsets.length + " entries for " + count + " frames");
        }
        List<Bytes> frames = new ArrayList<>(count);
        int next = 0;
        long position = 0;
        for (int frame = 0; frame < count; frame++) {
            if (offsets[frame] != position) {
                throw new DicomException(
                        Reason.MALFORMED, "Offset table: frame " + frame + " does not begin with a fragment");
            }
            int first = next;
            while (next < fragments.size() && (next == first || frame + 1 == count || position < offsets[frame + 1])) {
                position += 8 + fragments.get(next++).length();
            }
            frames.add(join(fragments.subList(first, next)));
        }
        return List.copyOf(frames);
    }

    /// Without a table a frame begins where a fragment begins with the marker of a JPEG family image.
    private static List<Bytes> byStartOfImage(List<Bytes> fragments, int count) throws DicomException {
        List<Bytes> frames = new ArrayList<>(count);
        int first = 0;
        for (int i = 1; i <= fragments.size(); i++) {
            if (i == fragments.size() || beginsImage(fragments.get(i))) {
                frames.add(join(fragments.subList(first, i)));
                first = i;
            }
        }
        if (frames.size() != count) {
            throw new DicomException(
                    Reason.MALFORMED,
                    "Pixel Data (7FE0,0010) has " + fragments.size() + " fragments for " + count
                            + " frames and no offset table");
        }
        return List.copyOf(frames);
    }

    private static boolean beginsImage(Bytes fragment) {
        if (fragment.length() < 4 || fragment.at(0) != (byte) 0xFF) {
            return false;
        }
        boolean jpeg = fragment.at(1) == (byte) 0xD8 && fragment.at(2) == (byte) 0xFF;
        boolean jpeg2000 = fragment.at(1) == 0x4F && fragment.at(2) == (byte) 0xFF && fragment.at(3) == 0x51;
        return jpeg || jpeg2000;
    }

    private static Bytes join(List<Bytes> fragments) throws DicomException {
        if (fragments.isEmpty()) {
            throw new DicomException(Reason.TRUNCATED, "A frame has no fragment");
        }
        if (fragments.size() == 1) {
            return fragments.getFirst();
        }
        byte[] joined = new byte[fragments.stream().mapToInt(Bytes::length).sum()];
        int position = 0;
        for (Bytes fragment : fragments) {
            fragment.copyTo(joined, position);
            position += fragment.length();
        }
        return Bytes.copyOf(joined);
    }
}
