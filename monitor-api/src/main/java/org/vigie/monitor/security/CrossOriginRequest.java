package org.vigie.monitor.security;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class CrossOriginRequest extends ProblemException {

    private static final long serialVersionUID = 1;

    CrossOriginRequest() {
        super(
                HttpStatus.FORBIDDEN,
                "cross-origin-request",
                "The request comes from a page of another origin",
                "Browsers may change something only from a page of this service's own origin");
    }
}
