package org.vigie.monitor.truth;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.vigie.monitor.problem.Problem;
import org.vigie.monitor.problem.ProblemException;

final class InvalidTruth extends ProblemException {

    private static final long serialVersionUID = 1;

    InvalidTruth(int count, List<Problem.FieldError> errors) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-truth",
                "The truths cannot be taken",
                "%d error(s); nothing was stored".formatted(count),
                errors,
                Map.of("errorCount", count));
    }
}
