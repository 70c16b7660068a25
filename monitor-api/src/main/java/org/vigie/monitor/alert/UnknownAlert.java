package org.vigie.monitor.alert;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.vigie.monitor.problem.ProblemException;

final class UnknownAlert extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownAlert(UUID id) {
        super(HttpStatus.NOT_FOUND, "unknown-alert", "No such alert", "No alert has the id %s".formatted(id));
    }
}
