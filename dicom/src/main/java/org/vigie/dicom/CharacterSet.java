package org.vigie.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The character sets of a data set: Specific Character Set (0008,0005), PS3.3 C.12.1.1.2.
///
/// A byte that its character set does not know becomes U+FFFD. So does every byte above 127 where no set, or an unknown
/// one, is declared: the standard's default is ISO 646, and guessing has made names into Chinese before.
final class CharacterSet {

    static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.US_ASCII, StandardCharsets.US_ASCII, false);
    static final CharacterSet UTF_8 = new CharacterSet(StandardCharsets.UTF_8, StandardCharsets.UTF_8, false);
    static final String UTF_8_TERM = "ISO_IR 192";

    private static final byte ESCAPE = 0x1B;

    private final Charset low;
    private final Charset high;
    private final boolean extended;

    private CharacterSet(Charset low, Charset high, boolean extended) {
        this.low = low;
        this.high = high;
        this.extended = extended;
    }

    /// The sets with these defined terms, of which the first may be empty.
    static CharacterSet of(List<String> terms) {
        String first = terms.isEmpty() ? "" : terms.getFirst();
        boolean extended = terms.size() > 1 || first.startsWith("ISO 2022");
        return switch (first) {
            case "ISO_IR 192" -> UTF_8;
            case "GB18030", "GBK" -> whole(Charset.forName("GB18030"));
            default -> {
                Charset initial = singleByte(first.replace("ISO 2022 IR ", "ISO_IR "));
                yield extended
                        ? new CharacterSet(
                                initial.equals(JIS_X0201) ? JIS_X0201 : StandardCharsets.US_ASCII, initial, true)
                        : whole(initial);
            }
        };
    }

    private static CharacterSet whole(Charset charset) {
        return new CharacterSet(charset, charset, false);
    }

    String decode(byte[] bytes, boolean personName) {
        if (extended && indexOfEscape(bytes) >= 0) {
            return new Escaped(bytes, personName).decode();
        }
        String text = new String(bytes, extended ? high : low);
        return high.equals(JIS_X0201) ? backslashes(text) : text;
    }

    private static int indexOfEscape(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESCAPE) {
                return i;
            }
        }
        return -1;
    }

    /// JIS X 0201 shows a yen sign where every DICOM text means the separator.
    private static String backslashes(String text) {
        return text.replace('\u00A5', '\\');
    }

    private static final Charset JIS_X0201 = Charset.forName("JIS_X0201");

    private static Charset singleByte(String term) {
        return switch (term) {
            case "ISO_IR 100" -> StandardCharsets.ISO_8859_1;
            case "ISO_IR 101" -> Charset.forName("ISO-8859-2");
            case "ISO_IR 109" -> Charset.forName("ISO-8859-3");
            case "ISO_IR 110" -> Charset.forName("ISO-8859-4");
            case "ISO_IR 144" -> Charset.forName("ISO-8859-5");
            case "ISO_IR 127" -> Charset.forName("ISO-8859-6");
            case "ISO_IR 126" -> Charset.forName("ISO-8859-7");
            case "ISO_IR 138" -> Charset.forName("ISO-8859-8");
            case "ISO_IR 148" -> Charset.forName("ISO-8859-9");
            case "ISO_IR 203" -> Charset.forName("ISO-8859-15");
            case "ISO_IR 166" -> Charset.forName("TIS-620");
            case "ISO_IR 13" -> JIS_X0201;
            default -> StandardCharsets.US_ASCII;
        };
    }

    /// A designation: the set, the half of the code table it goes to, and its bytes per character.
    private record Designation(String escape, Charset charset, boolean upper, int width) {}

    private static final List<Designation> DESIGNATIONS = List.of(
            new Designation("(B", StandardCharsets.US_ASCII, false, 1),
            new Designation("(J", JIS_X0201, false, 1),
            new Designation(")I", JIS_X0201, true, 1),
            new Designation("-A", singleByte("ISO_IR 100"), true, 1),
            new Designation("-B", singleByte("ISO_IR 101"), true, 1),
            new Designation("-C", singleByte("ISO_IR 109"), true, 1),
            new Designation("-D", singleByte("ISO_IR 110"), true, 1),
            new Designation("-L", singleByte("ISO_IR 144"), true, 1),
            new Designation("-G", singleByte("ISO_IR 127"), true, 1),
            new Designation("-F", singleByte("ISO_IR 126"), true, 1),
            new Designation("-H", singleByte("ISO_IR 138"), true, 1),
            new Designation("-M", singleByte("ISO_IR 148"), true, 1),
            new Designation("-b", singleByte("ISO_IR 203"), true, 1),
            new Designation("-T", singleByte("ISO_IR 166"), true, 1),
            new Designation("$B", Charset.forName("x-JIS0208"), false, 2),
            new Designation("$(D", Charset.forName("JIS_X0212-1990"), false, 2),
            new Designation("$)C", Charset.forName("EUC-KR"), true, 2),
            new Designation("$)A", Charset.forName("GB2312"), true, 2));

    /// One text with ISO 2022 escape sequences.
    private final class Escaped {

        private final byte[] bytes;
        private final boolean personName;
        private final StringBuilder text = new StringBuilder();
        private Designation lower = new Designation("", low, false, 1);
        private Designation upper = new Designation("", high, true, 1);

        Escaped(byte[] bytes, boolean personName) {
            this.bytes = bytes;
            this.personName = personName;
        }

        String decode() {
            int position = 0;
            while (position < bytes.length) {
                position = bytes[position] == ESCAPE ? designate(position + 1) : run(position);
            }
            return text.toString();
        }

        private int designate(int position) {
            @Nullable Designation found = null;
            for (Designation designation : DESIGNATIONS) {
                if (startsWith(position, designation.escape())) {
                    found = designation;
                }
            }
            if (found == null) {
                text.append('\uFFFD');
                return position;
            }
            if (found.upper()) {
                upper = found;
            } else {
                lower = found;
            }
            return position + found.escape().length();
        }

        private boolean startsWith(int position, String escape) {
            if (position + escape.length() > bytes.length) {
                return false;
            }
            for (int i = 0; i < escape.length(); i++) {
                if (bytes[position + i] != escape.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /// Decodes up to the next escape, delimiter or change of half; returns where it stopped.
        private int run(int start) {
            boolean high = bytes[start] < 0;
            Designation set = high ? upper : lower;
            if (!high && (bytes[start] <= ' ' || set.width() == 1)) {
                return lowRun(start);
            }
            int end = start;
            while (end < bytes.length && bytes[end] != ESCAPE && bytes[end] < 0 == high && (high || bytes[end] > ' ')) {
                end += set.width();
            }
            end = Math.min(end, bytes.length);
            text.append(new String(bytes, start, end - start, set.charset()));
            return end;
        }

        private int lowRun(int start) {
            int end = start;
            while (end < bytes.length && bytes[end] >= 0 && bytes[end] != ESCAPE) {
                byte read = bytes[end++];
                if (isDelimiter(read) || lower.width() == 2) {
                    break;
                }
            }
            Charset charset = lower.width() == 2 ? StandardCharsets.US_ASCII : lower.charset();
            text.append(backslashes(new String(bytes, start, end - start, charset)));
            if (isDelimiter(bytes[end - 1])) {
                lower = new Designation("", CharacterSet.this.low, false, 1);
                upper = new Designation("", CharacterSet.this.high, true, 1);
            }
            return end;
        }

        private boolean isDelimiter(byte read) {
            return switch (read) {
                case '\t', '\n', '\f', '\r', '\\' -> true;
                case '^', '=' -> personName;
                default -> false;
            };
        }
    }
}
