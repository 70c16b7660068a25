package org.vigie.monitor.model;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// The model has a version of this name with other content.
final class VersionExists extends ProblemException {

    private static final long serialVersionUID = 1;

    VersionExists(ModelVersion existing) {
        super(
                HttpStatus.CONFLICT,
                "version-exists",
                "The model has another version of this name",
                "Version '%s' of '%s' was registered with other content; versions are never changed, choose another name"
                        .formatted(existing.version(), existing.model()));
    }
}
