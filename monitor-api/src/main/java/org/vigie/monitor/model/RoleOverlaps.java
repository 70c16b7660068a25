package org.vigie.monitor.model;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// The role would overlap one that begins at the same time or later.
final class RoleOverlaps extends ProblemException {

    private static final long serialVersionUID = 1;

    RoleOverlaps(ModelRole other) {
        super(
                HttpStatus.CONFLICT,
                "role-overlaps",
                "The role overlaps another one",
                "Version '%s' is %s at '%s' from %s; a new role must begin later"
                        .formatted(other.version(), other.role(), other.site(), other.validFrom()));
    }
}
