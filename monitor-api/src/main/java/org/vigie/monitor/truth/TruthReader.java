package org.vigie.monitor.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.delivery.DeliveredLine;
import org.vigie.monitor.delivery.DeliveryFormat;
import org.vigie.monitor.delivery.DeliveryReader;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.problem.InvalidTime;

/// Reads truths from CSV or NDJSON. Errors never repeat an identifier that was sent.
final class TruthReader {

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

    void read(Path file, DeliveryFormat format) throws IOException {
        new DeliveryReader(
                        MOST_LINES,
                        Set.of(),
                        line -> {
                            for (String name : line.unknown(FIELDS)) {
                                if (format == DeliveryFormat.CSV) {
                                    ignored.add(name);
                                } else {
                                    errors.add(line.number(), name, "is no field of a truth");
                                }
                            }
                            add(line);
                        },
                        errors)
                .read(file, format);
    }

    private void add(DeliveredLine given) {
        int line = given.number();
        String study =
                given.field("study").or(() -> given.field("studyInstanceUid")).orElse(null);
        String instance = given.field("sopInstanceUid").orElse(null);
        if ((study == null) == (instance == null)) {
            errors.add(line, "study", "needs exactly one of study, studyInstanceUid and sopInstanceUid");
        }
        String target = given.field("target").orElse(defaults.target());
        if (target == null) {
            errors.add(line, "target", "is missing");
        }
        Label label = label(line, given.field("label").orElse(null));
        TruthLine.Kind kind = kind(line, given.field("kind").orElse(defaults.kind()));
        Instant availableAt = availableAt(line, given.field("availableAt").orElse(defaults.availableAt()));
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
}
