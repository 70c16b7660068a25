package org.vigie.monitor.problem;

import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A failure that callers can tell apart by its problem type. Thrown by use cases, rendered once.
public abstract class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, Object> extensions;

    /// @param slug last segment of the problem type, in kebab case
    /// @param title the same for every occurrence of the type
    /// @param detail what happened this time, fit for the caller to read: no patient data
    protected ProblemException(HttpStatus status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of(), Map.of());
    }

    protected ProblemException(
            HttpStatus status,
            String slug,
            String title,
            String detail,
            List<Problem.FieldError> errors,
            Map<String, Object> extensions) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.extensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    Problem problem() {
        return new Problem(Problem.TYPES + slug, title, status.getCode(), getMessage(), errors, extensions);
    }
}
