package org.vigie.monitor.prediction;

import io.micronaut.http.HttpStatus;
import java.util.Map;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.problem.ProblemException;

/// Lines of an import that cannot be stored. Nothing of the import is.
final class InvalidPredictions extends ProblemException {

    private static final long serialVersionUID = 1;

    InvalidPredictions(LineErrors errors) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-predictions",
                "The predictions are invalid",
                "%d error(s); nothing was stored".formatted(errors.count()),
                errors.told(),
                Map.of("errorCount", errors.count()));
    }
}
