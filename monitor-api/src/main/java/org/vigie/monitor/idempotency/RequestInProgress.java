package org.vigie.monitor.idempotency;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class RequestInProgress extends ProblemException {

    private static final long serialVersionUID = 1;

    RequestInProgress() {
        super(
                HttpStatus.CONFLICT,
                "request-in-progress",
                "The same request is still at work",
                "A request with this Idempotency-Key has not been answered yet; ask again in a moment");
    }
}
