package org.vigie.monitor.policy;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.vigie.monitor.problem.Problem;
import org.vigie.monitor.problem.ProblemException;

final class InvalidPolicy extends ProblemException {

    private static final long serialVersionUID = 1;

    InvalidPolicy(List<PolicyError> errors) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-policy",
                "The policy cannot be read",
                "%d error(s), the first in line %d: %s"
                        .formatted(
                                errors.size(),
                                errors.getFirst().line(),
                                errors.getFirst().detail()),
                errors.stream()
                        .map(error -> new Problem.FieldError(error.pointer(), error.line(), null, error.detail()))
                        .toList(),
                Map.of());
    }
}
