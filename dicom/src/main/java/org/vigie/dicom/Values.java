package org.vigie.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The values within the bytes of an element.
final class Values {

    private Values() {}

    static List<String> strings(Element.Value value, CharacterSet characterSet) {
        return switch (value.vr().kind()) {
            case TEXT -> split(value.vr(), new String(value.bytes().toArray(), StandardCharsets.US_ASCII));
            case FREE_TEXT ->
                split(value.vr(), characterSet.decode(value.bytes().toArray(), value.vr() == Vr.PN));
            case INTEGER, REAL, TAG -> binary(value);
            case BINARY, SEQUENCE -> List.of();
        };
    }

    private static List<String> split(Vr vr, String text) {
        String whole = trimEnd(text);
        if (whole.isEmpty()) {
            return List.of();
        }
        if (!vr.isMultiValued()) {
            return List.of(whole);
        }
        if (whole.indexOf('\\') < 0) {
            return List.of(trimStart(whole));
        }
        List<String> values = new ArrayList<>();
        for (String part : whole.split("\\\\", -1)) {
            values.add(trimStart(trimEnd(part)));
        }
        return List.copyOf(values);
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ' && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start);
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == '\0';
    }

    private static List<String> binary(Element.Value value) {
        int width = width(value.vr());
        int count = value.bytes().length() / width;
        ByteBuffer buffer = value.bytes().buffer(value.order());
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = i * width;
            values.add(
                    switch (value.vr()) {
                        case US -> Integer.toString(Short.toUnsignedInt(buffer.getShort(at)));
                        case SS -> Short.toString(buffer.getShort(at));
                        case UL -> Integer.toUnsignedString(buffer.getInt(at));
                        case SL -> Integer.toString(buffer.getInt(at));
                        case UV -> Long.toUnsignedString(buffer.getLong(at));
                        case SV -> Long.toString(buffer.getLong(at));
                        case FL -> Float.toString(buffer.getFloat(at));
                        case FD -> Double.toString(buffer.getDouble(at));
                        default -> String.format("%04X%04X", buffer.getShort(at), buffer.getShort(at + 2));
                    });
        }
        return List.copyOf(values);
    }

    private static int width(Vr vr) {
        return vr == Vr.AT ? 4 : vr.wordBytes();
    }

    static int[] integers(Element.Value value) {
        return switch (value.vr()) {
            case US, SS, UL, SL, IS -> {
                int count = value.vr() == Vr.IS
                        ? strings(value, CharacterSet.DEFAULT).size()
                        : value.bytes().length() / width(value.vr());
                int[] integers = new int[count];
                for (int i = 0; i < count; i++) {
                    OptionalInt integer = integer(value, i);
                    if (integer.isEmpty()) {
                        yield new int[0];
                    }
                    integers[i] = integer.getAsInt();
                }
                yield integers;
            }
            default -> new int[0];
        };
    }

    static OptionalInt integer(Element.Value value, int index) {
        Vr vr = value.vr();
        if (vr == Vr.IS) {
            List<String> texts = strings(value, CharacterSet.DEFAULT);
            return index < texts.size() ? parseInteger(texts.get(index)) : OptionalInt.empty();
        }
        int at = index * width(vr);
        if (vr.kind() != Vr.Kind.INTEGER || at + width(vr) > value.bytes().length()) {
            return OptionalInt.empty();
        }
        ByteBuffer buffer = value.bytes().buffer(value.order());
        return switch (vr) {
            case US -> OptionalInt.of(Short.toUnsignedInt(buffer.getShort(at)));
            case SS -> OptionalInt.of(buffer.getShort(at));
            case SL -> OptionalInt.of(buffer.getInt(at));
            case UL -> buffer.getInt(at) < 0 ? OptionalInt.empty() : OptionalInt.of(buffer.getInt(at));
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt parseInteger(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    static double[] decimals(Element.Value value) {
        return switch (value.vr()) {
            case DS, IS, FL, FD, US, SS, UL, SL, UV, SV -> {
                List<String> texts = strings(value, CharacterSet.DEFAULT);
                double[] decimals = new double[texts.size()];
                for (int i = 0; i < decimals.length; i++) {
                    decimals[i] = parseDecimal(texts.get(i));
                    if (!Double.isFinite(decimals[i])) {
                        yield new double[0];
                    }
                }
                yield decimals;
            }
            default -> new double[0];
        };
    }

    /// NaN for what is not a decimal string; Java's own parser takes more than DICOM does, such as `1d` and `0x1p3`.
    private static double parseDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
