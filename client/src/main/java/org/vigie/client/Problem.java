package org.vigie.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the service says when it refuses something (RFC 9457).
///
/// @param slug last part of the problem's type; `about:blank` when the answer was no problem document
/// @param errors the single things that are wrong
/// @param body the whole document, for what else it says
public record Problem(
        int status, String slug, String title, @Nullable String detail, List<FieldError> errors, JsonNode body) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /// @param place JSON pointer, line or field; empty when the service gives none
    public record FieldError(String place, String detail) {}

    static Problem of(int status, JsonNode body) {
        String type = body.path("type").asText("about:blank");
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            errors.add(new FieldError(place(error), error.path("detail").asText(error.toString())));
        }
        return new Problem(
                status,
                type.substring(type.lastIndexOf('/') + 1),
                body.path("title").asText("HTTP " + status),
                body.hasNonNull("detail") ? body.get("detail").asText() : null,
                errors,
                body);
    }

    private static String place(JsonNode error) {
        List<String> parts = new ArrayList<>();
        if (error.hasNonNull("line")) {
            parts.add("line " + error.get("line").asText());
        }
        for (String key : List.of("field", "pointer")) {
            if (error.hasNonNull(key) && !error.get(key).asText().isEmpty()) {
                parts.add(error.get(key).asText());
            }
        }
        return String.join(", ", parts);
    }

    /// @return `title: detail`, and a line for each error
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title);
        if (detail != null) {
            text.append(": ").append(detail);
        }
        for (FieldError error : errors) {
            text.append(System.lineSeparator()).append("  ");
            if (!error.place().isEmpty()) {
                text.append(error.place()).append(": ");
            }
            text.append(error.detail());
        }
        return text.toString();
    }
}
