package org.vigie.monitor.problem;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Renders every error, the framework's own included, as `application/problem+json`.
@Singleton
final class ProblemErrorResponseProcessor implements ErrorResponseProcessor<Problem> {

    private static final String NO_TYPE = "about:blank";

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return response.body(context.getRootCause()
                        .filter(ProblemException.class::isInstance)
                        .map(cause -> ((ProblemException) cause).problem())
                        .orElseGet(() -> framework(response, context)))
                .contentType(Problem.MEDIA_TYPE);
    }

    private static Problem framework(MutableHttpResponse<?> response, ErrorContext context) {
        int code = response.code();
        return switch (code) {
            case 401 ->
                typed("unauthenticated", "Sign in first", code, "The request carries no valid session or token");
            case 403 -> typed("forbidden", "Not allowed for this role", code, "Your roles do not allow this request");
            case 413 ->
                typed("too-large", "The body is too large", code, "The body is larger than this service accepts");
            default ->
                new Problem(NO_TYPE, HttpStatus.valueOf(code).getReason(), code, null, errors(code, context), Map.of());
        };
    }

    private static Problem typed(String slug, String title, int status, String detail) {
        return new Problem(Problem.TYPES + slug, title, status, detail, List.of(), Map.of());
    }

    private static List<Problem.FieldError> errors(int code, ErrorContext context) {
        if (code >= 500) {
            return List.of(); // a 5xx tells the caller nothing about the inside
        }
        return context.getErrors().stream()
                .map(error -> new Problem.FieldError(error.getPath().orElse(null), null, null, error.getMessage()))
                .toList();
    }
}
