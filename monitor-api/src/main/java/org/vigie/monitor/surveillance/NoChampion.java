package org.vigie.monitor.surveillance;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class NoChampion extends ProblemException {

    private static final long serialVersionUID = 1;

    NoChampion(String model, String week) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "no-champion",
                "No version was in clinical use",
                "Model '%s' had no champion at any site in week %s".formatted(model, week));
    }
}
