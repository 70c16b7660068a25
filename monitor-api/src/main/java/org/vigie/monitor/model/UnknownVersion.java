package org.vigie.monitor.model;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// The model has no such version.
public final class UnknownVersion extends ProblemException {

    private static final long serialVersionUID = 1;

    public UnknownVersion(String model, String version) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-version",
                "The model has no such version",
                "The model '%s' has no version '%s'".formatted(model, version));
    }
}
