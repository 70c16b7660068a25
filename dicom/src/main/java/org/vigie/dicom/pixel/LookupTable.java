package org.vigie.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Element;
import org.vigie.dicom.Tag;
import org.vigie.dicom.Vr;

/// A lookup table (PS3.3 C.11.1): entries for consecutive input values; what lies outside takes the nearest.
public final class LookupTable {

    private final int first;
    private final int bits;
    private final int[] entries;

    private LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /// The table of an item of a Modality or VOI LUT Sequence.
    static LookupTable of(DataSet item) throws DicomException {
        return of(item, Tag.LUTDescriptor, Tag.LUTData);
    }

    static LookupTable of(DataSet dataSet, int descriptorTag, int dataTag) throws DicomException {
        Element.Value descriptor = value(dataSet, descriptorTag);
        if (descriptor.bytes().length() != 6) {
            throw new DicomException(Reason.MALFORMED, Tag.toString(descriptorTag) + " does not have three values");
        }
        ByteBuffer words = descriptor.bytes().buffer(descriptor.order());
        int declared = Short.toUnsignedInt(words.getShort(0));
        int count = declared == 0 ? 1 << 16 : declared;
        int first = descriptor.vr() == Vr.SS ? words.getShort(2) : Short.toUnsignedInt(words.getShort(2));
        int bits = Short.toUnsignedInt(words.getShort(4));
        if (bits < 1 || bits > 16) {
            throw new DicomException(
                    Reason.MALFORMED, Tag.toString(descriptorTag) + " has entries of " + bits + " bits");
        }
        Element.Value data = value(dataSet, dataTag);
        return new LookupTable(first, bits, entries(data.bytes(), data.order(), count, dataTag));
    }

    /// Entries are words; of eight-bit tables some are packed, two in a word.
    private static int[] entries(Bytes data, ByteOrder order, int count, int tag) throws DicomException {
        int[] entries = new int[count];
        if (data.length() >= 2L * count) {
            ByteBuffer buffer = data.buffer(order);
            for (int i = 0; i < count; i++) {
                entries[i] = Short.toUnsignedInt(buffer.getShort(2 * i));
            }
        } else if (data.length() >= count) {
            int swap = order == ByteOrder.BIG_ENDIAN && data.length() % 2 == 0 ? 1 : 0;
            for (int i = 0; i < count; i++) {
                entries[i] = Byte.toUnsignedInt(data.at(i ^ swap));
            }
        } else {
            throw new DicomException(
                    Reason.TRUNCATED, Tag.toString(tag) + " has " + data.length() + " bytes for " + count + " entries");
        }
        return entries;
    }

    private static Element.Value value(DataSet dataSet, int tag) throws DicomException {
        if (dataSet.element(tag).orElse(null) instanceof Element.Value value) {
            return value;
        }
        throw new DicomException(Reason.MISSING_ATTRIBUTE, "Lookup table without " + Tag.toString(tag));
    }

    /// The entry for an input value.
    public int at(int value) {
        return entries[Math.clamp((long) value - first, 0, entries.length - 1)];
    }

    /// Largest entry that its bits allow.
    public int maximum() {
        return (1 << bits) - 1;
    }
}
