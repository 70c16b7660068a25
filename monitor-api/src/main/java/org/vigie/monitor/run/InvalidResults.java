package org.vigie.monitor.run;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.vigie.monitor.problem.Problem;
import org.vigie.monitor.problem.ProblemException;

/// Results that cannot be true. Nothing of the request is stored.
final class InvalidResults extends ProblemException {

    private static final long serialVersionUID = 1;

    InvalidResults(String pointer, String detail) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-results",
                "The results are invalid",
                pointer + " " + detail + "; nothing was stored",
                List.of(Problem.FieldError.at(pointer, detail)),
                Map.of());
    }
}
