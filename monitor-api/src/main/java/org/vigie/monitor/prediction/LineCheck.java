package org.vigie.monitor.prediction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.delivery.DeliveredLine;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Moments;
import org.vigie.monitor.problem.InvalidTime;
import org.vigie.monitor.problem.Problem.FieldError;

/// Checks the fields of imported lines. One instance for one import: it remembers the versions.
final class LineCheck {

    private static final Set<String> KNOWN = Set.of(
            "model",
            "version",
            "study",
            "studyinstanceuid",
            "studyuid",
            "score",
            "positive",
            "predictedat",
            "features",
            "latencymillis");

    private final Models models;
    private final LineErrors errors;
    private final Map<String, Optional<ModelVersion>> versions = new HashMap<>();

    LineCheck(Models models, LineErrors errors) {
        this.models = models;
        this.errors = errors;
    }

    /// A sound line whose study is not looked up yet.
    record Sound(
            int line,
            ModelVersion version,
            String study,
            double score,
            boolean positive,
            Instant predictedAt,
            byte @Nullable [] features,
            @Nullable Double latencyMillis) {}

    /// @return empty if there was an error, which was reported
    Optional<Sound> check(DeliveredLine line) {
        List<FieldError> found = new ArrayList<>();
        line.unknown(KNOWN).forEach(name -> found.add(FieldError.inLine(line.number(), name, "is not known here")));
        ModelVersion version = version(line, found);
        String study = line.field("study")
                .or(() -> line.field("studyInstanceUid"))
                .or(() -> line.field("studyUid"))
                .orElseGet(() -> missing(line, "study", found));
        Double score = score(line, found);
        Instant predictedAt = time(line, found);
        byte[] features = features(line, found);
        Double latency = latency(line, found);
        Boolean positive = positive(line, found);
        if (!found.isEmpty() || version == null || score == null || predictedAt == null) {
            found.forEach(errors::add);
            return Optional.empty();
        }
        boolean decision = positive == null ? score >= version.decisionThreshold() : positive;
        return Optional.of(new Sound(line.number(), version, study, score, decision, predictedAt, features, latency));
    }

    private @Nullable ModelVersion version(DeliveredLine line, List<FieldError> found) {
        String model = line.field("model").orElseGet(() -> missing(line, "model", found));
        String version = line.field("version").orElseGet(() -> missing(line, "version", found));
        if (model.isEmpty() || version.isEmpty()) {
            return null;
        }
        Optional<ModelVersion> known =
                versions.computeIfAbsent(model + "\n" + version, _ -> models.findVersion(model, version));
        if (known.isEmpty()) {
            found.add(FieldError.inLine(line.number(), "version", "is not registered for this model"));
        }
        return known.orElse(null);
    }

    private static @Nullable Double score(DeliveredLine line, List<FieldError> found) {
        String text = line.field("score").orElseGet(() -> missing(line, "score", found));
        if (text.isEmpty()) {
            return null;
        }
        Double score = number(text);
        if (score == null || !(score >= 0 && score <= 1)) {
            found.add(FieldError.inLine(line.number(), "score", "must be a number between 0 and 1"));
            return null;
        }
        return score;
    }

    private static @Nullable Instant time(DeliveredLine line, List<FieldError> found) {
        String text = line.field("predictedAt").orElseGet(() -> missing(line, "predictedAt", found));
        try {
            return text.isEmpty() ? null : Moments.parse("predictedAt", text);
        } catch (InvalidTime e) {
            found.add(FieldError.inLine(
                    line.number(), "predictedAt", "must be a time with its zone, such as 2026-01-05T08:00:00Z"));
            return null;
        }
    }

    private static @Nullable Double latency(DeliveredLine line, List<FieldError> found) {
        String text = line.field("latencyMillis").orElse(null);
        if (text == null) {
            return null;
        }
        Double latency = number(text);
        if (latency == null || !Double.isFinite(latency) || latency < 0) {
            found.add(FieldError.inLine(line.number(), "latencyMillis", "must be a number that is not negative"));
        }
        return latency;
    }

    private static @Nullable Boolean positive(DeliveredLine line, List<FieldError> found) {
        String text = line.field("positive").orElse(null);
        return switch (text) {
            case null -> null;
            case "1", "true", "TRUE", "True" -> true;
            case "0", "false", "FALSE", "False" -> false;
            default -> {
                found.add(FieldError.inLine(line.number(), "positive", "must be true or false"));
                yield null;
            }
        };
    }

    private static byte @Nullable [] features(DeliveredLine line, List<FieldError> found) {
        String text = line.field("features").orElse(null);
        if (text == null) {
            return null;
        }
        byte[] bytes = text.indexOf(' ') < 0 && text.matches("[A-Za-z0-9+/]+=*") && number(text) == null
                ? base64(text)
                : numbers(text);
        if (bytes == null) {
            found.add(FieldError.inLine(
                    line.number(), "features", "must be finite numbers, or 32-bit numbers in base64"));
        }
        return bytes;
    }

    private static byte @Nullable [] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length % Float.BYTES != 0) {
            return null;
        }
        var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        while (numbers.hasRemaining()) {
            if (!Float.isFinite(numbers.get())) {
                return null;
            }
        }
        return bytes;
    }

    private static byte @Nullable [] numbers(String text) {
        String[] parts = text.strip().split(" +", -1);
        ByteBuffer bytes = ByteBuffer.allocate(parts.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String part : parts) {
            Double number = number(part);
            if (number == null || !Float.isFinite(number.floatValue())) {
                return null;
            }
            bytes.putFloat(number.floatValue());
        }
        return bytes.array();
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String missing(DeliveredLine line, String field, List<FieldError> found) {
        found.add(FieldError.inLine(line.number(), field, "is missing"));
        return "";
    }
}
