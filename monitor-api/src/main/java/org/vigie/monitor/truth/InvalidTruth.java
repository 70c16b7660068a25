package org.vigie.monitor.truth;

import io.micronaut.http.HttpStatus;
import java.util.Map;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.problem.ProblemException;

final class InvalidTruth extends ProblemException {

    private static final long serialVersionUID = 1;

    InvalidTruth(LineErrors errors) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-truth",
                "The truths cannot be taken",
                "%d error(s); nothing was stored".formatted(errors.count()),
                errors.told(),
                Map.of("errorCount", errors.count()));
    }
}
