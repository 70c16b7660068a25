package org.vigie.monitor.alert;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.vigie.monitor.problem.ProblemException;

final class AlertClosed extends ProblemException {

    private static final long serialVersionUID = 1;

    AlertClosed(UUID id) {
        super(
                HttpStatus.CONFLICT,
                "alert-closed",
                "The alert is closed",
                "Alert %s is closed; a new finding opens a new one".formatted(id));
    }
}
