package org.vigie.monitor.security;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class BadCredentials extends ProblemException {

    private static final long serialVersionUID = 1;

    BadCredentials() {
        super(
                HttpStatus.UNAUTHORIZED,
                "bad-credentials",
                "Name and password do not match",
                "No account has this name and this password");
    }
}
