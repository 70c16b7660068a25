package org.vigie.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects the elements of a [DataSet]; a tag that is set twice has the last value.
///
/// Representations come from the [Dictionary]. Text beyond ASCII is written as UTF-8, and Specific Character Set
/// (0008,0005) is then set to say so; setting it by hand has no effect.
public final class DataSetBuilder {

    /// An element, or text that still has to be encoded.
    private sealed interface Part {

        record Ready(Element element) implements Part {}

        record Text(Vr vr, String text) implements Part {}
    }

    private final Map<Integer, Part> parts = new TreeMap<>(Integer::compareUnsigned);

    DataSetBuilder() {}

    /// Text values.
    ///
    /// @throws IllegalArgumentException if the attribute does not hold text, or a value holds the separator
    public DataSetBuilder string(int tag, String... values) {
        return strings(tag, Dictionary.vr(tag), List.of(values));
    }

    DataSetBuilder strings(int tag, Vr vr, List<String> values) {
        if (vr.kind() != Vr.Kind.TEXT && vr.kind() != Vr.Kind.FREE_TEXT) {
            throw new IllegalArgumentException(Tag.toString(tag) + " has representation " + vr + ", not text");
        }
        for (String value : values) {
            if (vr.isMultiValued() && value.indexOf('\\') >= 0) {
                throw new IllegalArgumentException(Tag.toString(tag) + ": a value holds a backslash");
            }
        }
        if (!vr.isMultiValued() && values.size() > 1) {
            throw new IllegalArgumentException(Tag.toString(tag) + " holds one value, not " + values.size());
        }
        if (tag != Tag.SpecificCharacterSet) {
            parts.put(tag, new Part.Text(vr, String.join("\\", values)));
        }
        return this;
    }

    /// Integer values, as binary or as IS or DS.
    ///
    /// @throws IllegalArgumentException if the attribute does not hold integers of this size
    public DataSetBuilder integer(int tag, int... values) {
        Vr vr = Dictionary.vr(tag, Arrays.stream(values).anyMatch(value -> value < 0));
        if (vr == Vr.IS || vr == Vr.DS) {
            return strings(
                    tag, vr, Arrays.stream(values).mapToObj(Integer::toString).toList());
        }
        if (vr.kind() != Vr.Kind.INTEGER) {
            throw new IllegalArgumentException(Tag.toString(tag) + " has representation " + vr + ", not integers");
        }
        byte[] bytes = new byte[values.length * vr.wordBytes()];
        ByteBuffer buffer = little(bytes);
        for (int value : values) {
            if (!fits(vr, value)) {
                throw new IllegalArgumentException(Tag.toString(tag) + ": " + value + " is no " + vr);
            }
            switch (vr.wordBytes()) {
                case 2 -> buffer.putShort((short) value);
                case 4 -> buffer.putInt(value);
                default -> buffer.putLong(value);
            }
        }
        return value(tag, vr, bytes);
    }

    private static boolean fits(Vr vr, int value) {
        return switch (vr) {
            case US -> value >= 0 && value <= 0xFFFF;
            case SS -> value == (short) value;
            case UL, UV -> value >= 0;
            default -> true;
        };
    }

    /// Finite decimal values, as binary or as DS of at most 16 characters.
    ///
    /// @throws IllegalArgumentException if the attribute does not hold decimals, or one is not finite
    public DataSetBuilder decimal(int tag, double... values) {
        Vr vr = Dictionary.vr(tag);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(Tag.toString(tag) + ": " + value + " is not finite");
            }
        }
        if (vr == Vr.DS) {
            return strings(
                    tag,
                    vr,
                    Arrays.stream(values)
                            .mapToObj(DataSetBuilder::decimalString)
                            .toList());
        }
        if (vr.kind() != Vr.Kind.REAL) {
            throw new IllegalArgumentException(Tag.toString(tag) + " has representation " + vr + ", not decimals");
        }
        byte[] bytes = new byte[values.length * vr.wordBytes()];
        ByteBuffer buffer = little(bytes);
        for (double value : values) {
            if (vr == Vr.FL) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
        }
        return value(tag, vr, bytes);
    }

    private static String decimalString(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        // the largest doubles must not be rounded up to infinity
        RoundingMode rounding = Math.abs(value) > 1e308 ? RoundingMode.DOWN : RoundingMode.HALF_EVEN;
        for (int digits = 15; text.length() > 16; digits--) {
            text = new BigDecimal(value, new MathContext(digits, rounding)).toString();
        }
        return text;
    }

    /// Binary values, words in little endian.
    public DataSetBuilder bytes(int tag, Vr vr, byte[] value) {
        return value(tag, vr, value.clone());
    }

    /// 16-bit words, such as pixels.
    public DataSetBuilder words(int tag, short[] words) {
        byte[] bytes = new byte[2 * words.length];
        ByteBuffer buffer = little(bytes);
        buffer.asShortBuffer().put(words);
        return value(tag, Vr.OW, bytes);
    }

    /// A sequence of items.
    public DataSetBuilder sequence(int tag, DataSet... items) {
        return put(new Element.Sequence(tag, List.of(items)));
    }

    /// An element as it is. Text in it must be ASCII; use [#copy] for text of another data set.
    public DataSetBuilder put(Element element) {
        if (element.tag() != Tag.SpecificCharacterSet) {
            parts.put(element.tag(), new Part.Ready(element));
        }
        return this;
    }

    /// The element of another data set, if it has it, with its text decoded, also in nested items.
    public DataSetBuilder copy(DataSet source, int tag) {
        source.element(tag).ifPresent(element -> {
            switch (element) {
                case Element.Value value when value.vr().kind() == Vr.Kind.FREE_TEXT -> copyText(source, value);
                case Element.Sequence(int _, List<DataSet> items) ->
                    put(new Element.Sequence(
                            tag,
                            items.stream().map(item -> item.toBuilder().build()).toList()));
                case Element.Value _, Element.Fragments _ -> put(element);
            }
        });
        return this;
    }

    private void copyText(DataSet source, Element.Value value) {
        parts.put(
                value.tag(),
                new Part.Text(value.vr(), String.join("\\", Values.strings(value, source.characterSet()))));
    }

    public DataSetBuilder remove(int tag) {
        parts.remove(tag);
        return this;
    }

    public DataSet build() {
        boolean ascii = parts.values().stream().allMatch(DataSetBuilder::isAscii);
        Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
        if (!ascii) {
            elements.put(Tag.SpecificCharacterSet, encoded(Tag.SpecificCharacterSet, Vr.CS, CharacterSet.UTF_8_TERM));
        }
        parts.forEach((tag, part) -> elements.put(
                tag,
                switch (part) {
                    case Part.Ready(Element element) -> element;
                    case Part.Text(Vr vr, String text) -> encoded(tag, vr, text);
                }));
        return new DataSet(
                elements.keySet().stream().mapToInt(Integer::intValue).toArray(),
                elements.values().toArray(Element[]::new),
                ascii ? CharacterSet.DEFAULT : CharacterSet.UTF_8);
    }

    private static boolean isAscii(Part part) {
        return !(part instanceof Part.Text(Vr _, String text)) || text.chars().allMatch(character -> character < 0x80);
    }

    private static Element encoded(int tag, Vr vr, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return padded(tag, vr, encoded);
    }

    private DataSetBuilder value(int tag, Vr vr, byte[] bytes) {
        return put(padded(tag, vr, bytes));
    }

    private static Element padded(int tag, Vr vr, byte[] bytes) {
        byte[] even = bytes;
        if (bytes.length % 2 != 0) {
            even = Arrays.copyOf(bytes, bytes.length + 1);
            even[bytes.length] = vr.padding();
        }
        return new Element.Value(tag, vr, Bytes.wrap(even, 0, even.length), ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
