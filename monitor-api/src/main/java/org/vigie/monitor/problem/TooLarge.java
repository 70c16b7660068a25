package org.vigie.monitor.problem;

import io.micronaut.http.HttpStatus;

/// A body is larger than this service accepts.
public final class TooLarge extends ProblemException {

    private static final long serialVersionUID = 1;

    public TooLarge(String detail) {
        super(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "The body is too large", detail);
    }
}
