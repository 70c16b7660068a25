package org.vigie.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// An unchangeable stretch of bytes, cut from a larger array without copying.
public final class Bytes {

    /// No bytes.
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int from;
    private final int length;

    private Bytes(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    /// Bytes of the caller's array, which must not be changed from here on.
    static Bytes wrap(byte[] array, int from, int length) {
        Objects.checkFromIndexSize(from, length, array.length);
        return length == 0 ? EMPTY : new Bytes(array, from, length);
    }

    /// A copy of the array.
    public static Bytes copyOf(byte[] array) {
        return wrap(array.clone(), 0, array.length);
    }

    public int length() {
        return length;
    }

    /// @throws IndexOutOfBoundsException if there is no such byte
    public byte at(int index) {
        return array[from + Objects.checkIndex(index, length)];
    }

    /// The part of `count` bytes from `start`, not copied.
    ///
    /// @throws IndexOutOfBoundsException if it does not lie within
    public Bytes slice(int start, int count) {
        Objects.checkFromIndexSize(start, count, length);
        return wrap(array, from + start, count);
    }

    /// A read-only view.
    public ByteBuffer buffer(ByteOrder order) {
        return ByteBuffer.wrap(array, from, length).slice().asReadOnlyBuffer().order(order);
    }

    /// A copy.
    public byte[] toArray() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    /// Copies all bytes to `target`, beginning at `position`.
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, from, target, position, length);
    }

    /// Writes all bytes.
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, from, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, from, from + length, that.array, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
