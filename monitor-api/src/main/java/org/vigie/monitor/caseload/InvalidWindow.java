package org.vigie.monitor.caseload;

import io.micronaut.http.HttpStatus;
import java.time.Instant;
import org.vigie.monitor.problem.ProblemException;

/// A window holds its start and not its end; it must hold something.
public final class InvalidWindow extends ProblemException {

    private static final long serialVersionUID = 1;

    public InvalidWindow(String name, Instant from, Instant to) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid-window",
                "The window ends before it starts",
                "The %s window ends at %s, which is not after its start %s".formatted(name, to, from));
    }
}
