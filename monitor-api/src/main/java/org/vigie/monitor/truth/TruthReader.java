package org.vigie.monitor.truth;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.problem.InvalidTime;

/// Reads truths from CSV or NDJSON. Errors never repeat an identifier that was sent.
final class TruthReader {

    private static final Argument<Map<String, Object>> MAP = Argument.mapOf(String.class, Object.class);
    private static final Set<String> FIELDS =
            Set.of("study", "studyinstanceuid", "sopinstanceuid", "target", "label", "kind", "availableat");
    private static final int MOST_LINES = 500_000;

    private final TruthDefaults defaults;
    private final ZoneId zone;
    private final LineErrors errors;
    private final List<TruthLine> lines = new ArrayList<>();
    private final TreeSet<String> ignored = new TreeSet<>();

    TruthReader(TruthDefaults defaults, ZoneId zone, LineErrors errors) {
        this.defaults = defaults;
        this.zone = zone;
        this.errors = errors;
    }

    List<TruthLine> lines() {
        return lines;
    }

    /// Columns that are no field of ours.
    List<String> ignored() {
        return List.copyOf(ignored);
    }

    void csv(String body) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> header = parser.getHeaderNames();
            header.stream().filter(column -> !FIELDS.contains(name(column))).forEach(ignored::add);
            for (CSVRecord row : parser) {
                int line = Math.toIntExact(row.getRecordNumber()) + 1;
                if (!row.isConsistent()) {
                    errors.add(line, null, "has %d columns, the header has %d".formatted(row.size(), header.size()));
                    continue;
                }
                Map<String, String> fields = new HashMap<>();
                for (String column : header) {
                    if (FIELDS.contains(name(column)) && !row.get(column).isEmpty()) {
                        fields.put(name(column), row.get(column));
                    }
                }
                add(line, fields);
            }
        } catch (UncheckedIOException | IOException | IllegalArgumentException | IllegalStateException e) {
            errors.add(lines.size() + 2, null, "is not CSV with a header of distinct names");
        }
    }

    void ndjson(String body, JsonMapper json) {
        int line = 0;
        for (String text : body.split("\n", -1)) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            Map<String, Object> object = object(text, json);
            if (object == null) {
                errors.add(line, null, "is not a JSON object");
                continue;
            }
            Map<String, String> fields = new HashMap<>();
            for (Map.Entry<String, Object> entry : object.entrySet()) {
                if (!FIELDS.contains(name(entry.getKey()))) {
                    errors.add(line, entry.getKey().length() > 40 ? null : entry.getKey(), "is no field of a truth");
                } else if (entry.getValue() instanceof Map || entry.getValue() instanceof List) {
                    errors.add(line, entry.getKey(), "must be a text or a number");
                } else if (entry.getValue() != null) {
                    fields.put(name(entry.getKey()), entry.getValue().toString());
                }
            }
            add(line, fields);
        }
    }

    private static @Nullable Map<String, Object> object(String text, JsonMapper json) {
        try {
            return json.readValue(text, MAP);
        } catch (IOException e) {
            return null;
        }
    }

    private void add(int line, Map<String, String> fields) {
        if (lines.size() >= MOST_LINES) {
            errors.add(line, null, "is beyond the %d lines of one delivery".formatted(MOST_LINES));
            return;
        }
        String study = fields.getOrDefault("study", fields.get("studyinstanceuid"));
        String instance = fields.get("sopinstanceuid");
        if ((study == null) == (instance == null)) {
            errors.add(line, "study", "needs exactly one of study, studyInstanceUid and sopInstanceUid");
        }
        String target = fields.getOrDefault("target", defaults.target());
        if (target == null) {
            errors.add(line, "target", "is missing");
        }
        Label label = label(line, fields.get("label"));
        TruthLine.Kind kind = kind(line, fields.getOrDefault("kind", defaults.kind()));
        Instant availableAt = availableAt(line, fields.getOrDefault("availableat", defaults.availableAt()));
        if (target != null && label != null && kind != null && availableAt != null) {
            lines.add(new TruthLine(line, study, instance, target, label.positive(), kind, availableAt));
        }
    }

    /// @param positive null: indeterminate
    private record Label(@Nullable Boolean positive) {}

    private @Nullable Label label(int line, @Nullable String text) {
        if (text != null) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "1.0", "positive", "true" -> {
                    return new Label(true);
                }
                case "0", "0.0", "negative", "false" -> {
                    return new Label(false);
                }
                case "indeterminate" -> {
                    return new Label(null);
                }
                default -> {}
            }
        }
        errors.add(line, "label", "must be 1, 0, positive, negative or indeterminate");
        return null;
    }

    private TruthLine.@Nullable Kind kind(int line, @Nullable String text) {
        String name = text == null ? TruthLine.Kind.REPORT.name() : text.toUpperCase(Locale.ROOT);
        for (TruthLine.Kind kind : TruthLine.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        errors.add(
                line,
                "kind",
                "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(TruthLine.Kind.values())
                                        .map(Enum::name)
                                        .toList()));
        return null;
    }

    private @Nullable Instant availableAt(int line, @Nullable String text) {
        if (text == null) {
            errors.add(line, "availableAt", "is missing: the moment from which the truth was known");
            return null;
        }
        try {
            return Moments.parseOrStartOfDay("availableAt", text, zone);
        } catch (InvalidTime e) {
            errors.add(line, "availableAt", "is not a time with its zone, such as 2026-01-05T08:00:00Z, or a date");
            return null;
        }
    }

    private static String name(String column) {
        return column.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
