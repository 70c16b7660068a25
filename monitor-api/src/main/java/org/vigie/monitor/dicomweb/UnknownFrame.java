package org.vigie.monitor.dicomweb;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

final class UnknownFrame extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownFrame(int asked, int frames) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-frame",
                "No such frame",
                "The instance has frames 1 to %d, not %d".formatted(frames, asked));
    }
}
