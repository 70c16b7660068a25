package org.vigie.monitor.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Problem details for HTTP APIs, RFC 9457.
///
/// @param type identifies the kind of problem; each has a page under `docs/problems`
/// @param title the same for every occurrence of the type
/// @param status HTTP status code
/// @param detail what happened this time; no identifier of a patient
/// @param errors extension member: what is wrong with which part of the request
/// @param extensions further members of this type
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String TYPES = "https://vigie.org/problems/";

    /// One thing that is wrong.
    ///
    /// @param pointer JSON pointer or parameter name, where it is known
    /// @param line line of the body, from 1, where the body has lines
    /// @param field field of that line
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            @Nullable String pointer,
            @Nullable Integer line,
            @Nullable String field,
            String detail) {

        public static FieldError at(String pointer, String detail) {
            return new FieldError(pointer, null, null, detail);
        }

        public static FieldError inLine(int line, @Nullable String field, String detail) {
            return new FieldError(null, line, field, detail);
        }
    }
}
