package org.vigie.monitor.prediction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Lines;
import org.vigie.monitor.problem.Problem.FieldError;

/// Takes NDJSON and CSV apart, within limits: a line of JSON is one flat object, an array of numbers being the one
/// value that may be nested.
final class LineReader {

    static final int LONGEST_LINE = 1 << 20;

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

    private final Consumer<ImportedLine> lines;
    private final Consumer<FieldError> errors;

    LineReader(Consumer<ImportedLine> lines, Consumer<FieldError> errors) {
        this.lines = lines;
        this.errors = errors;
    }

    void readNdjson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var reader = new Lines(in, LONGEST_LINE)) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                if (!line.isBlank()) {
                    object(reader.number(), line);
                }
            }
        } catch (Lines.TooLong e) {
            errors.accept(FieldError.inLine(1, null, "a line " + e.getMessage()));
        } catch (CharacterCodingException e) {
            errors.accept(FieldError.inLine(1, null, "the text is not UTF-8"));
        }
    }

    private void object(int number, String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                errors.accept(FieldError.inLine(number, null, "is not a JSON object"));
                return;
            }
            var fields = new HashMap<String, String>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                String value = value(parser);
                if (value != null) {
                    fields.put(name, value);
                }
            }
            if (parser.nextToken() != null) {
                errors.accept(FieldError.inLine(number, null, "has something after the object"));
                return;
            }
            lines.accept(ImportedLine.of(number, fields));
        } catch (JsonProcessingException e) {
            errors.accept(FieldError.inLine(number, null, "is not sound JSON: " + fault(e)));
        }
    }

    /// What is wrong, without the text around it, which may be anything.
    private static String fault(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int text = message.indexOf('(');
        String shown = text > 0 ? message.substring(0, text).strip() : message;
        return shown.length() <= 120 ? shown : shown.substring(0, 120) + "…";
    }

    private static @Nullable String value(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "a value is an object");
            }
            return parser.getText();
        }
        var joined = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            joined.append(joined.isEmpty() ? "" : " ").append(parser.getText());
        }
        return joined.toString();
    }

    void readCsv(Path file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setMaxRows(PredictionImport.MOST_LINES + 2L)
                .get();
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(Files.newInputStream(file), decoder);
                CSVParser parser = format.parse(in)) {
            for (CSVRecord row : parser) {
                record(row, (int) parser.getCurrentLineNumber());
            }
        } catch (CharacterCodingException e) {
            errors.accept(FieldError.inLine(1, null, "the text is not UTF-8"));
        } catch (IllegalArgumentException | CSVException | java.io.UncheckedIOException e) {
            errors.accept(FieldError.inLine(1, null, "is not sound CSV"));
        }
    }

    private void record(CSVRecord row, int line) {
        if (!row.isConsistent()) {
            errors.accept(FieldError.inLine(line, null, "has another number of fields than the header"));
            return;
        }
        Map<String, String> fields = row.toMap();
        lines.accept(ImportedLine.of(line, fields));
    }
}
