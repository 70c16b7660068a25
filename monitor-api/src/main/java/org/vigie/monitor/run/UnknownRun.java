package org.vigie.monitor.run;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.vigie.monitor.problem.ProblemException;

final class UnknownRun extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownRun(UUID id) {
        super(HttpStatus.NOT_FOUND, "unknown-run", "No such run", "No run has the id " + id);
    }
}
