package org.vigie.monitor.study;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// There is no such instance.
public final class UnknownInstance extends ProblemException {

    private static final long serialVersionUID = 1;

    public UnknownInstance() {
        super(HttpStatus.NOT_FOUND, "unknown-instance", "No such instance", "No instance has this id");
    }
}
