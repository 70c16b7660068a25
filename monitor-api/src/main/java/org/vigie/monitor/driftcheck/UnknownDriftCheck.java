package org.vigie.monitor.driftcheck;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.vigie.monitor.problem.ProblemException;

final class UnknownDriftCheck extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownDriftCheck(String model, UUID id) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-drift-check",
                "No such drift check",
                "Model '%s' has no drift check %s".formatted(model, id));
    }
}
