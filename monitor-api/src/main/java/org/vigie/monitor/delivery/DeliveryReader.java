package org.vigie.monitor.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.problem.TooLarge;

/// Takes NDJSON and CSV apart, within limits: a line of JSON is one flat object, an array of numbers being the one
/// value that may be nested.
public final class DeliveryReader {

    private static final int LONGEST_LINE = 1 << 20;

    /// An object, and an array of numbers in it.
    private static final int DEEPEST = 2;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_LINE)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build())
            .build();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int mostLines;
    private final Set<String> arrays;
    private final Consumer<DeliveredLine> lines;
    private final LineErrors errors;
    private int given;

    /// @param mostLines that one delivery may have
    /// @param arrays fields whose value may be an array of numbers in JSON
    /// @param lines takes every line that is sound as a line
    /// @param errors takes what is wrong with the others
    public DeliveryReader(int mostLines, Set<String> arrays, Consumer<DeliveredLine> lines, LineErrors errors) {
        this.mostLines = mostLines;
        this.arrays = Set.copyOf(arrays);
        this.lines = lines;
        this.errors = errors;
    }

    /// @throws TooLarge if there are more lines than allowed
    public void read(Path file, DeliveryFormat format) throws IOException {
        try (InputStream in = withoutMark(Files.newInputStream(file))) {
            switch (format) {
                case NDJSON -> readNdjson(in);
                case CSV -> readCsv(in);
            }
        }
    }

    /// Spreadsheets put a byte order mark before UTF-8.
    private static InputStream withoutMark(InputStream in) throws IOException {
        var pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            pushback.unread(start);
        }
        return pushback;
    }

    private void give(int number, Map<String, String> fields) {
        if (given == mostLines) {
            throw new TooLarge("A delivery has at most %d lines".formatted(mostLines));
        }
        given++;
        lines.accept(DeliveredLine.of(number, fields));
    }

    private void readNdjson(InputStream in) throws IOException {
        var reader = new Lines(in, LONGEST_LINE);
        try {
            for (String line = reader.next(); line != null; line = reader.next()) {
                if (!line.isBlank()) {
                    object(reader.number(), line);
                }
            }
        } catch (Lines.TooLong e) {
            errors.add(reader.number(), null, "is longer than %d characters".formatted(LONGEST_LINE));
        } catch (CharacterCodingException e) {
            errors.add(reader.number() + 1, null, "the text is not UTF-8");
        }
    }

    private void object(int number, String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                errors.add(number, null, "is not a JSON object");
                return;
            }
            var fields = new HashMap<String, String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                String value = value(parser, name);
                if (value != null) {
                    fields.put(name, value);
                }
            }
            if (parser.nextToken() != null) {
                errors.add(number, null, "has something after the object");
                return;
            }
            give(number, fields);
        } catch (JsonProcessingException e) {
            errors.add(number, null, "is not sound JSON: " + fault(e));
        }
    }

    /// What is wrong, without the text around it, which may be anything.
    private static String fault(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int text = message.indexOf('(');
        String shown = text > 0 ? message.substring(0, text).strip() : message;
        return shown.length() <= 120 ? shown : shown.substring(0, 120) + "…";
    }

    private @Nullable String value(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "a value is an object");
            }
            return parser.getText();
        }
        if (!arrays.contains(name)) {
            throw new JsonParseException(parser, "a value is an array");
        }
        var joined = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            joined.append(joined.isEmpty() ? "" : " ").append(parser.getText());
        }
        return joined.toString();
    }

    private void readCsv(InputStream body) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setMaxRows(mostLines + 2L)
                .get();
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(body, decoder);
                CSVParser parser = format.parse(in)) {
            for (CSVRecord row : parser) {
                record(row, (int) parser.getCurrentLineNumber());
            }
        } catch (CharacterCodingException e) {
            errors.add(1, null, "the text is not UTF-8");
        } catch (IllegalArgumentException | CSVException | java.io.UncheckedIOException e) {
            errors.add(1, null, "is not sound CSV");
        }
    }

    private void record(CSVRecord row, int line) {
        if (!row.isConsistent()) {
            errors.add(line, null, "has another number of fields than the header");
            return;
        }
        give(line, row.toMap());
    }
}
