package org.vigie.monitor.idempotency;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class KeyReused extends ProblemException {

    private static final long serialVersionUID = 1;

    KeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "The idempotency key was used for another request",
                "This Idempotency-Key came with another path or body before; draw a new one for each request");
    }
}
