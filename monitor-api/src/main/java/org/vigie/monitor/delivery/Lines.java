package org.vigie.monitor.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 text, none of them longer than allowed. Bytes that are no UTF-8 are an error, not a guess.
final class Lines implements AutoCloseable {

    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int end;
    private int number;

    Lines(InputStream in, int longest) {
        this.reader = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.longest = longest;
    }

    /// A line is longer than allowed.
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong(int longest) {
            super("is longer than %d characters".formatted(longest));
        }
    }

    /// The next line without its end, null after the last.
    @Nullable
    String next() throws IOException {
        var line = new StringBuilder();
        boolean any = false;
        while (true) {
            if (position == end) {
                end = reader.read(buffer);
                position = 0;
                if (end <= 0) {
                    end = 0;
                    number += any ? 1 : 0;
                    return any ? line.toString() : null;
                }
            }
            any = true;
            char character = buffer[position++];
            if (character == '\n') {
                number++;
                int length = line.length();
                if (length > 0 && line.charAt(length - 1) == '\r') {
                    line.setLength(length - 1);
                }
                return line.toString();
            }
            if (line.length() == longest) {
                number++;
                throw new TooLong(longest);
            }
            line.append(character);
        }
    }

    /// Number of the line read last, from 1.
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
