package org.vigie.monitor.flag;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class NothingToFlag extends ProblemException {

    private static final long serialVersionUID = 1;

    NothingToFlag(String model) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "nothing-to-flag",
                "The study has no prediction in clinical use",
                "Model '%s' had no champion with a prediction for this study at its site and time".formatted(model));
    }
}
