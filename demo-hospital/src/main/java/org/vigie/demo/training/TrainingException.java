package org.vigie.demo.training;

/// A model could not be trained or written.
public final class TrainingException extends Exception {
    private static final long serialVersionUID = 1;

    TrainingException(String message) {
        super(message);
    }

    TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
