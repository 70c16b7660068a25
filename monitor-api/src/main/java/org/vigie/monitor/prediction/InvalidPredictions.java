package org.vigie.monitor.prediction;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.vigie.monitor.problem.Problem;
import org.vigie.monitor.problem.ProblemException;

/// Lines of an import that cannot be stored. Nothing of the import is.
final class InvalidPredictions extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 100;

    InvalidPredictions(List<Problem.FieldError> errors) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-predictions",
                "The predictions are invalid",
                "%d errors; nothing was stored".formatted(errors.size()),
                errors.subList(0, Math.min(SHOWN, errors.size())),
                Map.of("errorCount", errors.size()));
    }
}
