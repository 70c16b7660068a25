package org.vigie.monitor.security;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.monitor.problem.ProblemException;

final class TooManySignIns extends ProblemException {

    private static final long serialVersionUID = 1;

    TooManySignIns(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-sign-ins",
                "Too many failed attempts to sign in",
                "Try again in %d seconds".formatted(wait.toSeconds() + 1),
                List.of(),
                Map.of("retryAfterSeconds", wait.toSeconds() + 1));
    }
}
