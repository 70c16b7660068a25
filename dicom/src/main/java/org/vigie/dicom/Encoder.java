package org.vigie.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.List;

/// Writes elements in Explicit VR Little Endian.
final class Encoder {

    private static final int SHORT_LENGTH = 0xFFFF;
    private static final int UNDEFINED = 0xFFFF_FFFF;

    private final OutputStream out;

    Encoder(OutputStream out) {
        this.out = out;
    }

    void write(DataSet dataSet) throws IOException {
        for (Element element : dataSet.elements()) {
            if (isWritten(element)) {
                write(element);
            }
        }
    }

    /// Lengths of groups are retired, and would no longer be true; only the file meta information still has one.
    private static boolean isWritten(Element element) {
        return (element.tag() & 0xFFFF) != 0 || element.tag() == Tag.FileMetaInformationGroupLength;
    }

    private void write(Element element) throws IOException {
        switch (element) {
            case Element.Value value -> {
                header(value.tag(), effectiveVr(value), even(value.bytes()));
                words(value);
                if (value.bytes().length() % 2 != 0) {
                    out.write(value.vr().padding());
                }
            }
            case Element.Sequence(int tag, List<DataSet> items) -> {
                header(tag, Vr.SQ, items.stream().mapToLong(Encoder::itemLength).sum());
                for (DataSet item : items) {
                    header(Tag.ITEM, length(item));
                    write(item);
                }
            }
            case Element.Fragments(int tag, Vr _, Bytes offsetTable, List<Bytes> fragments) -> {
                header(tag, Vr.OB, Integer.toUnsignedLong(UNDEFINED));
                fragment(offsetTable);
                for (Bytes fragment : fragments) {
                    fragment(fragment);
                }
                header(Tag.SEQUENCE_DELIMITATION, 0);
            }
        }
    }

    private void fragment(Bytes fragment) throws IOException {
        header(Tag.ITEM, even(fragment));
        fragment.writeTo(out);
        if (fragment.length() % 2 != 0) {
            out.write(0);
        }
    }

    private void words(Element.Value value) throws IOException {
        if (value.order() == ByteOrder.LITTLE_ENDIAN) {
            value.bytes().writeTo(out);
        } else {
            out.write(littleEndian(value));
        }
    }

    /// A copy of the value with its words in little endian.
    static byte[] littleEndian(Element.Value value) {
        byte[] swapped = value.bytes().toArray();
        int width = value.order() == ByteOrder.LITTLE_ENDIAN ? 1 : value.vr().wordBytes();
        for (int start = 0; width > 1 && start + width <= swapped.length; start += width) {
            for (int low = start, high = start + width - 1; low < high; low++, high--) {
                byte held = swapped[low];
                swapped[low] = swapped[high];
                swapped[high] = held;
            }
        }
        return swapped;
    }

    private void header(int tag, Vr vr, long length) throws IOException {
        tag(tag);
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.hasLongLength()) {
            out.write(0);
            out.write(0);
            out.write(littleInt((int) length));
        } else {
            out.write((int) length);
            out.write((int) length >>> 8);
        }
    }

    private void header(int tag, long length) throws IOException {
        tag(tag);
        out.write(littleInt((int) length));
    }

    private void tag(int tag) throws IOException {
        out.write(tag >>> 16);
        out.write(tag >>> 24);
        out.write(tag);
        out.write(tag >>> 8);
    }

    static byte[] littleInt(int value) {
        return new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)};
    }

    /// What was read as implicit VR may be too long for its explicit VR; it then becomes UN (PS3.5 6.2.2).
    private static Vr effectiveVr(Element.Value value) {
        return !value.vr().hasLongLength() && even(value.bytes()) > SHORT_LENGTH ? Vr.UN : value.vr();
    }

    private static long even(Bytes bytes) {
        return (long) bytes.length() + (bytes.length() & 1);
    }

    private static long itemLength(DataSet item) {
        return 8 + length(item);
    }

    /// Bytes that a data set takes.
    static long length(DataSet dataSet) {
        long length = 0;
        for (Element element : dataSet.elements()) {
            if (isWritten(element)) {
                length += length(element);
            }
        }
        return length;
    }

    private static long length(Element element) {
        return switch (element) {
            case Element.Value value -> (effectiveVr(value).hasLongLength() ? 12 : 8) + even(value.bytes());
            case Element.Sequence(int _, List<DataSet> items) ->
                12 + items.stream().mapToLong(Encoder::itemLength).sum();
            case Element.Fragments(int _, Vr _, Bytes table, List<Bytes> fragments) ->
                12
                        + 8
                        + even(table)
                        + fragments.stream()
                                .mapToLong(fragment -> 8 + even(fragment))
                                .sum()
                        + 8;
        };
    }
}
