package org.vigie.modelpackage;

/// A sound image that a model's declared steps cannot be applied to.
public final class UnsuitableImage extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    UnsuitableImage(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /// @return the reason in one hyphenated word, for counting
    public String reason() {
        return reason;
    }
}
