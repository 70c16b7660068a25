package org.vigie.monitor.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/// A time that does not say which moment it means.
public final class InvalidTime extends ProblemException {

    private static final long serialVersionUID = 1;

    public InvalidTime(String name, String text, String expected) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-time",
                "A time is not a moment",
                "'%s' of '%s' is not %s".formatted(shortened(text), name, expected),
                List.of(Problem.FieldError.at(name, "is not " + expected)),
                Map.of());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
