package org.vigie.modelpackage;

import java.util.Arrays;
import org.vigie.modelpackage.ModelPackageException.OnnxDoesNotLoad;

/// Walks the fields of one protobuf message without knowing the others; every length is checked.
final class ProtoReader {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int wireType;

    ProtoReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /// @return whether there is another field; then [#field], and exactly one of the readers, must follow
    boolean next() throws OnnxDoesNotLoad {
        if (at == end) {
            return false;
        }
        long tag = rawVarint();
        wireType = (int) (tag & 7);
        long number = tag >>> 3;
        if (number < 1 || number > 0x1FFFFFFF) {
            throw damaged();
        }
        field = (int) number;
        return true;
    }

    int field() {
        return field;
    }

    long varint() throws OnnxDoesNotLoad {
        if (wireType != 0) {
            throw damaged();
        }
        return rawVarint();
    }

    /// @return the number without reading on; -1 when the field is not a number
    long peekVarint() throws OnnxDoesNotLoad {
        if (wireType != 0) {
            return -1;
        }
        int before = at;
        long value = rawVarint();
        at = before;
        return value;
    }

    ProtoReader message() throws OnnxDoesNotLoad {
        int length = length();
        ProtoReader message = new ProtoReader(bytes, at, at + length);
        at += length;
        return message;
    }

    byte[] bytes() throws OnnxDoesNotLoad {
        int length = length();
        byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return copy;
    }

    void skip() throws OnnxDoesNotLoad {
        switch (wireType) {
            case 0 -> rawVarint();
            case 1 -> advance(8);
            case 2 -> advance(length());
            case 5 -> advance(4);
            default -> throw damaged();
        }
    }

    private int length() throws OnnxDoesNotLoad {
        if (wireType != 2) {
            throw damaged();
        }
        long length = rawVarint();
        if (length < 0 || length > end - at) {
            throw damaged();
        }
        return (int) length;
    }

    private void advance(int count) throws OnnxDoesNotLoad {
        if (count > end - at) {
            throw damaged();
        }
        at += count;
    }

    private long rawVarint() throws OnnxDoesNotLoad {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) {
                throw damaged();
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private OnnxDoesNotLoad damaged() {
        return new OnnxDoesNotLoad("the file is not an ONNX model, or is damaged at byte " + at);
    }
}
