package org.vigie.monitor.surveillance;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// A week is judged when all of it has been seen.
public final class WeekNotOver extends ProblemException {

    private static final long serialVersionUID = 1;

    public WeekNotOver(String week) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "week-not-over",
                "The week is not over",
                "Week %s is not over yet; ask again on the Monday after".formatted(week));
    }
}
