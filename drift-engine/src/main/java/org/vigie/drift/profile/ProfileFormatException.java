package org.vigie.drift.profile;

/// Bytes that are not a profile, or not one this version can read.
public final class ProfileFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    ProfileFormatException(String message) {
        super(message);
    }
}
