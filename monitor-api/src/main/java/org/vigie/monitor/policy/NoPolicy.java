package org.vigie.monitor.policy;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// Nothing can be judged before somebody decided what is acceptable.
public final class NoPolicy extends ProblemException {

    private static final long serialVersionUID = 1;

    public NoPolicy(String model) {
        super(
                HttpStatus.NOT_FOUND,
                "no-policy",
                "The model has no policy",
                "Apply a policy to model '%s' first: it says what is watched and what is acceptable".formatted(model));
    }
}
