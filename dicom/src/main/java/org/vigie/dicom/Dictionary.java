package org.vigie.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The standard's attributes: representation and keyword of a tag (PS3.6).
public final class Dictionary {

    private record Entry(String vr, String keyword) {}

    private static final Map<Integer, Entry> ENTRIES = new HashMap<>(8192);
    private static final Map<String, Integer> TAGS = new HashMap<>(8192);

    static {
        try (InputStream resource = Objects.requireNonNull(
                        Dictionary.class.getResourceAsStream("dictionary.txt"), "dictionary.txt is not in the jar");
                var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(Dictionary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dictionary() {}

    private static void add(String line) {
        int tag = Integer.parseUnsignedInt(line, 0, 8, 16);
        int space = line.indexOf(' ', 9);
        String vr = space < 0 ? line.substring(9) : line.substring(9, space);
        String keyword = space < 0 ? "" : line.substring(space + 1);
        ENTRIES.put(tag, new Entry(vr.intern(), keyword));
        if (!keyword.isEmpty()) {
            TAGS.put(keyword, tag);
        }
    }

    /// The keyword of a standard attribute, such as `PatientID`.
    public static Optional<String> keyword(int tag) {
        return Optional.ofNullable(ENTRIES.get(canonical(tag)))
                .map(Entry::keyword)
                .filter(keyword -> !keyword.isEmpty());
    }

    /// The tag of a standard keyword.
    public static OptionalInt tag(String keyword) {
        Integer tag = TAGS.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /// The representation of a tag, `UN` for what is not known.
    public static Vr vr(int tag) {
        return vr(tag, false);
    }

    /// The representation of a tag. Where the standard leaves a choice, words are [Vr#OW], and numbers are
    /// [Vr#SS] if the pixels are signed, else [Vr#US] (PS3.5 A.1).
    static Vr vr(int tag, boolean signedPixels) {
        int element = tag & 0xFFFF;
        if (element == 0) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
        }
        Entry entry = ENTRIES.get(canonical(tag));
        if (entry == null) {
            return Vr.UN;
        }
        return switch (entry.vr()) {
            case "US/SS" -> signedPixels ? Vr.SS : Vr.US;
            case "US/OW", "US/SS/OW", "OB/OW" -> Vr.OW;
            default -> Vr.valueOf(entry.vr());
        };
    }

    /// Curves (50xx) and overlays (60xx) repeat the attributes of their first group.
    private static int canonical(int tag) {
        int family = tag & 0xFF00_0000;
        return family == 0x5000_0000 || family == 0x6000_0000 ? family | (tag & 0xFFFF) : tag;
    }
}
