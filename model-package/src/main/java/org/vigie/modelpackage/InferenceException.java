package org.vigie.modelpackage;

/// A loaded model that does not give what it should for an input.
public final class InferenceException extends Exception {

    private static final long serialVersionUID = 1;

    InferenceException(String message) {
        super(message);
    }

    InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
