package org.vigie.monitor.policy;

import java.util.List;

/// A policy that says nothing clear: every error at once, each with its line.
public final class InvalidPolicyException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<PolicyError> errors;

    InvalidPolicyException(List<PolicyError> errors) {
        super(
                errors.size() == 1
                        ? "line %d: %s"
                                .formatted(
                                        errors.getFirst().line(),
                                        errors.getFirst().detail())
                        : "%d errors, the first in line %d: %s"
                                .formatted(
                                        errors.size(),
                                        errors.getFirst().line(),
                                        errors.getFirst().detail()));
        this.errors = List.copyOf(errors);
    }

    public List<PolicyError> errors() {
        return errors;
    }
}
