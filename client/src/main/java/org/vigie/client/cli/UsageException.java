package org.vigie.client.cli;

/// An argument that can be parsed but makes no sense.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
