package org.vigie.monitor.site;

import io.micronaut.http.HttpStatus;
import org.vigie.monitor.problem.ProblemException;

/// No site has this code.
public final class UnknownSite extends ProblemException {

    private static final long serialVersionUID = 1;

    public UnknownSite(String code) {
        super(HttpStatus.NOT_FOUND, "unknown-site", "No such site", "No site has the code '%s'".formatted(code));
    }
}
