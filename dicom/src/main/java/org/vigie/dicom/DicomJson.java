package org.vigie.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes data sets in the DICOM JSON Model (PS3.18 F), as WADO-RS metadata has them.
///
/// Text is UTF-8, and Specific Character Set says so if it is there. Pixel Data is given as a reference or left out.
/// DS and IS values become numbers; one that is malformed becomes a string, which the standard allows for them.
public final class DicomJson {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private final Appendable out;
    private final @Nullable String pixelDataUri;

    private DicomJson(Appendable out, @Nullable String pixelDataUri) {
        this.out = out;
        this.pixelDataUri = pixelDataUri;
    }

    /// The data set without Pixel Data.
    public static String of(DataSet dataSet) {
        return text(dataSet, null);
    }

    /// The data set with a BulkDataURI in place of Pixel Data.
    public static String of(DataSet dataSet, String pixelDataUri) {
        return text(dataSet, pixelDataUri);
    }

    /// Appends the data set with a BulkDataURI in place of Pixel Data.
    public static void write(DataSet dataSet, String pixelDataUri, Appendable out) throws IOException {
        new DicomJson(out, pixelDataUri).dataSet(dataSet);
    }

    private static String text(DataSet dataSet, @Nullable String pixelDataUri) {
        StringBuilder text = new StringBuilder(4096);
        try {
            new DicomJson(text, pixelDataUri).dataSet(dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void dataSet(DataSet dataSet) throws IOException {
        out.append('{');
        boolean first = true;
        for (Element element : dataSet.elements()) {
            if (isWritten(element)) {
                out.append(first ? "\"" : ",\"").append("%08X".formatted(element.tag()));
                out.append("\":{\"vr\":\"").append(element.vr().name()).append('"');
                value(dataSet, element);
                out.append('}');
                first = false;
            }
        }
        out.append('}');
    }

    private boolean isWritten(Element element) {
        boolean groupLength = (element.tag() & 0xFFFF) == 0;
        boolean pixels = element.tag() == Tag.PixelData || element instanceof Element.Fragments;
        return !groupLength && (!pixels || pixelDataUri != null);
    }

    private void value(DataSet dataSet, Element element) throws IOException {
        if (element.tag() == Tag.PixelData || element instanceof Element.Fragments) {
            out.append(",\"BulkDataURI\":");
            string(pixelDataUri == null ? "" : pixelDataUri);
            return;
        }
        switch (element) {
            case Element.Sequence(int _, List<DataSet> items) -> sequence(items);
            case Element.Value value when value.vr().kind() == Vr.Kind.BINARY -> binary(value);
            case Element.Value value -> values(value, dataSet.strings(value.tag()));
            case Element.Fragments _ -> throw new AssertionError("fragments are pixels");
        }
    }

    private void sequence(List<DataSet> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        out.append(",\"Value\":[");
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ",");
            dataSet(items.get(i));
        }
        out.append(']');
    }

    private void binary(Element.Value value) throws IOException {
        if (value.bytes().length() > 0) {
            out.append(",\"InlineBinary\":\"");
            out.append(Base64.getEncoder().encodeToString(Encoder.littleEndian(value)));
            out.append('"');
        }
    }

    private void values(Element.Value value, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        out.append(",\"Value\":[");
        if (value.tag() == Tag.SpecificCharacterSet) {
            string(CharacterSet.UTF_8_TERM);
        } else {
            for (int i = 0; i < texts.size(); i++) {
                out.append(i == 0 ? "" : ",");
                value(value.vr(), texts.get(i));
            }
        }
        out.append(']');
    }

    private void value(Vr vr, String text) throws IOException {
        if (text.isEmpty()) {
            out.append("null");
            return;
        }
        switch (vr) {
            case PN -> personName(text);
            case DS, IS, FL, FD, SL, SS, SV, UL, US, UV -> number(text);
            default -> string(text);
        }
    }

    private void number(String text) throws IOException {
        if (NUMBER.matcher(text).matches()) {
            out.append(text);
        } else if (text.length() <= 32 && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            out.append(new BigDecimal(text).toString());
        } else {
            string(text);
        }
    }

    private void personName(String text) throws IOException {
        String[] groups = text.split("=", 3);
        out.append('{');
        boolean first = true;
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i].strip();
            if (!group.isEmpty()) {
                out.append(first ? "\"" : ",\"").append(NAME_GROUPS.get(i)).append("\":");
                string(group);
                first = false;
            }
        }
        out.append('}');
    }

    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (character < ' ' || (Character.isSurrogate(character) && isLone(text, i))) {
                        out.append("\\u%04x".formatted((int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int index) {
        char character = text.charAt(index);
        return Character.isHighSurrogate(character)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
