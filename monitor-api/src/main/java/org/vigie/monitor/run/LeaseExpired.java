package org.vigie.monitor.run;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// The lease is over and its cases went elsewhere.
final class LeaseExpired extends ProblemException {

    private static final long serialVersionUID = 1;

    LeaseExpired() {
        super(
                HttpStatus.CONFLICT,
                "lease-expired",
                "The lease is over",
                "The lease ended and its cases went to another runner, or the run was cancelled; nothing was stored");
    }
}
