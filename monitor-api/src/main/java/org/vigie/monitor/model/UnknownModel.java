package org.vigie.monitor.model;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// No model has this name.
public final class UnknownModel extends ProblemException {

    private static final long serialVersionUID = 1;

    public UnknownModel(String name) {
        super(HttpStatus.NOT_FOUND, "unknown-model", "No such model", "No model is named '%s'".formatted(name));
    }
}
