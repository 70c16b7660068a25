package org.vigie.monitor.flag;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// The text that was sent is not repeated: it might be an original identifier.
final class UnknownStudyToFlag extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownStudyToFlag() {
        super(HttpStatus.NOT_FOUND, "unknown-study", "No such study", "No study has that id or pseudonym");
    }
}
