package org.vigie.monitor.report;

import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.vigie.monitor.problem.ProblemException;

final class UnknownReport extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownReport(UUID id) {
        super(HttpStatus.NOT_FOUND, "unknown-report", "No such report", "No report has the id %s".formatted(id));
    }
}
