package org.vigie.monitor.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/// A parameter or a field holds what it must not.
public final class InvalidParameter extends ProblemException {

    private static final long serialVersionUID = 1;

    /// @param name of the parameter or field
    /// @param fault completes the sentence "The parameter 'name' …"
    public InvalidParameter(String name, String fault) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-parameter",
                "A parameter is invalid",
                "The parameter '%s' %s".formatted(name, fault),
                List.of(Problem.FieldError.at(name, fault)),
                Map.of());
    }
}
