package org.vigie.dicom;

import java.nio.ByteOrder;
import java.util.List;

/// One data element.
public sealed interface Element {

    /// Group and element number, see [Tag].
    int tag();

    Vr vr();

    /// A value as it lies in the file.
    ///
    /// @param bytes the value with its padding
    /// @param order byte order of binary words
    record Value(int tag, Vr vr, Bytes bytes, ByteOrder order) implements Element {

        public Value {
            if (vr == Vr.SQ) {
                throw new IllegalArgumentException(Tag.toString(tag) + ": a sequence is no plain value");
            }
        }
    }

    /// Nested data sets.
    record Sequence(int tag, List<DataSet> items) implements Element {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Vr vr() {
            return Vr.SQ;
        }
    }

    /// Encapsulated pixel data (PS3.5 A.4).
    ///
    /// @param offsetTable the first item: offsets of the frames, or empty
    /// @param fragments the compressed bytes, a frame may span several
    record Fragments(int tag, Vr vr, Bytes offsetTable, List<Bytes> fragments) implements Element {

        public Fragments {
            fragments = List.copyOf(fragments);
        }
    }
}
