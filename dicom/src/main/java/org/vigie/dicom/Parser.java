package org.vigie.dicom;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.dicom.DicomException.Reason;

/// Parses data sets (PS3.5 7) from an array that holds them whole.
final class Parser {

    private static final long UNDEFINED = 0xFFFF_FFFFL;

    private final byte[] bytes;
    private final int end;
    private final DicomLimits limits;
    private Encoding encoding;
    private int position;
    private int elements;

    /// Byte order and VR, which change inside a UN of undefined length (PS3.5 6.2.2).
    private record Encoding(boolean explicitVr, boolean little) {

        static final Encoding IMPLICIT = new Encoding(false, true);

        ByteOrder order() {
            return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        }
    }

    /// What an item takes over from the data set around it.
    private record Context(CharacterSet characterSet, boolean signedPixels, int depth) {}

    private record Header(int tag, Vr vr, long length, int start) {}

    Parser(byte[] bytes, int start, int end, TransferSyntax syntax, DicomLimits limits) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
        this.limits = limits;
        this.encoding = new Encoding(syntax.explicitVr(), syntax.order() == ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return position;
    }

    /// Group 0002, up to the first element of another group.
    DataSet parseFileMeta() throws DicomException {
        var collected = new Collected(new Context(CharacterSet.DEFAULT, false, 0));
        while (position < end && peekGroup() == 0x0002) {
            collected.add(element(header(end), end, collected));
        }
        return collected.toDataSet();
    }

    private int peekGroup() throws DicomException {
        require(position, 2, end);
        return unsignedShort(position);
    }

    DataSet parseDataSet() throws DicomException {
        return dataSet(end, false, new Context(CharacterSet.DEFAULT, false, 0));
    }

    private DataSet dataSet(int limit, boolean delimited, Context context) throws DicomException {
        if (context.depth() > limits.depth()) {
            throw exceeded("Sequences are nested deeper than the " + limits.depth() + " levels allowed");
        }
        var collected = new Collected(context);
        while (delimited || position < limit) {
            Header header = header(limit);
            if (delimited && header.tag() == Tag.ITEM_DELIMITATION) {
                requireEmpty(header);
                break;
            }
            collected.add(element(header, limit, collected));
        }
        return collected.toDataSet();
    }

    private Header header(int limit) throws DicomException {
        int start = position;
        require(start, 8, limit);
        int tag = (unsignedShort(start) << 16) | unsignedShort(start + 2);
        if (Tag.group(tag) == 0xFFFE) {
            position += 8;
            return new Header(tag, Vr.UN, unsignedInt(start + 4), start);
        }
        if (!encoding.explicitVr()) {
            position += 8;
            return new Header(tag, Vr.UN, unsignedInt(start + 4), start);
        }
        @Nullable Vr vr = Vr.of(bytes[start + 4], bytes[start + 5]);
        if (vr == null) {
            throw new DicomException(Reason.MALFORMED, start, Tag.toString(tag) + " has no known representation");
        }
        if (!vr.hasLongLength()) {
            position += 8;
            return new Header(tag, vr, unsignedShort(start + 6), start);
        }
        require(start, 12, limit);
        position += 12;
        return new Header(tag, vr, unsignedInt(start + 8), start);
    }

    private Element element(Header header, int limit, Collected owner) throws DicomException {
        int tag = header.tag();
        if (Tag.group(tag) == 0xFFFE) {
            throw new DicomException(
                    Reason.MALFORMED, header.start(), Tag.toString(tag) + " stands where no item begins or ends");
        }
        count(header.start());
        Vr vr = header.vr();
        if (vr == Vr.UN) {
            vr = Dictionary.vr(tag, owner.signedPixels);
        }
        boolean implicitInside = encoding.explicitVr() && header.vr() == Vr.UN;
        if (header.length() == UNDEFINED) {
            return switch (vr) {
                case OB, OW -> fragments(tag, vr, limit);
                case SQ, UN -> sequence(tag, limit, true, implicitInside, owner.inner());
                default ->
                    throw new DicomException(
                            Reason.MALFORMED, header.start(), Tag.toString(tag) + " cannot have an undefined length");
            };
        }
        int length = length(header, limit);
        if (vr == Vr.SQ) {
            return sequence(tag, position + length, false, implicitInside, owner.inner());
        }
        ByteOrder order = implicitInside ? ByteOrder.LITTLE_ENDIAN : encoding.order();
        var value = new Element.Value(tag, vr, Bytes.wrap(bytes, position, length), order);
        position += length;
        owner.take(value);
        return value;
    }

    private Element sequence(int tag, int limit, boolean delimited, boolean implicitInside, Context inner)
            throws DicomException {
        Encoding outside = encoding;
        encoding = implicitInside ? Encoding.IMPLICIT : outside;
        List<DataSet> items = new ArrayList<>();
        while (delimited || position < limit) {
            Header item = header(limit);
            if (delimited && item.tag() == Tag.SEQUENCE_DELIMITATION) {
                requireEmpty(item);
                break;
            }
            requireItem(item);
            count(item.start());
            boolean open = item.length() == UNDEFINED;
            items.add(dataSet(open ? limit : position + length(item, limit), open, inner));
        }
        encoding = outside;
        return new Element.Sequence(tag, items);
    }

    private Element fragments(int tag, Vr vr, int limit) throws DicomException {
        List<Bytes> fragments = new ArrayList<>();
        long total = 0;
        while (true) {
            Header item = header(limit);
            if (item.tag() == Tag.SEQUENCE_DELIMITATION) {
                requireEmpty(item);
                break;
            }
            requireItem(item);
            count(item.start());
            int length = length(item, limit);
            total += length;
            if (total > limits.elementBytes()) {
                throw exceeded("Fragments are longer than the " + limits.elementBytes() + " bytes allowed");
            }
            fragments.add(Bytes.wrap(bytes, position, length));
            position += length;
        }
        if (fragments.isEmpty()) {
            throw new DicomException(Reason.MALFORMED, position, Tag.toString(tag) + " has no offset table");
        }
        return new Element.Fragments(tag, vr, fragments.getFirst(), fragments.subList(1, fragments.size()));
    }

    private static void requireItem(Header header) throws DicomException {
        if (header.tag() != Tag.ITEM) {
            throw new DicomException(
                    Reason.MALFORMED,
                    header.start(),
                    Tag.toString(header.tag()) + " stands where an item should begin");
        }
    }

    private static void requireEmpty(Header delimiter) throws DicomException {
        if (delimiter.length() != 0) {
            throw new DicomException(Reason.MALFORMED, delimiter.start(), "A delimiter has a length");
        }
    }

    private void count(int start) throws DicomException {
        elements++;
        if (elements > limits.elements()) {
            throw new DicomException(
                    Reason.LIMIT_EXCEEDED,
                    start,
                    "Object has more than the " + limits.elements() + " elements allowed");
        }
    }

    private DicomException exceeded(String message) {
        return new DicomException(Reason.LIMIT_EXCEEDED, position, message);
    }

    /// The length, once it is known that the value lies within the limit.
    private int length(Header header, int limit) throws DicomException {
        long length = header.length();
        if (length > limit - position) {
            Reason reason = length > end - position ? Reason.TRUNCATED : Reason.MALFORMED;
            throw new DicomException(
                    reason,
                    header.start(),
                    Tag.toString(header.tag()) + " says it has " + Long.toUnsignedString(length) + " bytes, but only "
                            + (limit - position) + " follow");
        }
        if (length > limits.elementBytes()) {
            throw exceeded(
                    Tag.toString(header.tag()) + " is longer than the " + limits.elementBytes() + " bytes allowed");
        }
        return (int) length;
    }

    private void require(int start, int count, int limit) throws DicomException {
        if (count > limit - start) {
            Reason reason = limit == end ? Reason.TRUNCATED : Reason.MALFORMED;
            throw new DicomException(reason, start, "An element's header is cut off");
        }
    }

    private int unsignedShort(int at) {
        int first = Byte.toUnsignedInt(bytes[at]);
        int second = Byte.toUnsignedInt(bytes[at + 1]);
        return encoding.little() ? (second << 8) | first : (first << 8) | second;
    }

    private long unsignedInt(int at) {
        long first = unsignedShort(at);
        long second = unsignedShort(at + 2);
        return encoding.little() ? (second << 16) | first : (first << 16) | second;
    }

    /// The elements of one data set while it is read.
    private static final class Collected {

        private final Context context;
        private final List<Element> elements = new ArrayList<>();
        private CharacterSet characterSet;
        private boolean signedPixels;

        Collected(Context context) {
            this.context = context;
            this.characterSet = context.characterSet();
            this.signedPixels = context.signedPixels();
        }

        void add(Element element) {
            elements.add(element);
        }

        /// Notes what decides how other elements are read.
        void take(Element.Value value) {
            if (value.tag() == Tag.SpecificCharacterSet) {
                characterSet = CharacterSet.of(Values.strings(value, CharacterSet.DEFAULT));
            } else if (value.tag() == Tag.PixelRepresentation) {
                signedPixels = Values.integer(value, 0).orElse(0) == 1;
            }
        }

        Context inner() {
            return new Context(characterSet, signedPixels, context.depth() + 1);
        }

        DataSet toDataSet() throws DicomException {
            elements.sort((a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
            int[] tags = new int[elements.size()];
            for (int i = 0; i < tags.length; i++) {
                tags[i] = elements.get(i).tag();
                if (i > 0 && tags[i] == tags[i - 1]) {
                    throw new DicomException(Reason.MALFORMED, Tag.toString(tags[i]) + " occurs twice in one data set");
                }
            }
            return new DataSet(tags, elements.toArray(Element[]::new), characterSet);
        }
    }
}
