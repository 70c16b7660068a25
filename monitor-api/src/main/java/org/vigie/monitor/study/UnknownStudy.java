package org.vigie.monitor.study;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// There is no such study. What it was asked for with is not repeated: it may be an original identifier.
public final class UnknownStudy extends ProblemException {

    private static final long serialVersionUID = 1;

    public UnknownStudy() {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-study",
                "No such study",
                "No study has this id, pseudonym or Study Instance UID");
    }
}
