package org.vigie.drift.verification;

/// A case that the model decided on and that was, or was not, chosen to be verified.
///
/// @param decision whether the model called it positive
/// @param inclusion probability, known by design, with which a case like this one is verified
/// @param stratum the part of the sampling plan it belongs to
/// @param patient key of its patient: cases of one patient are not independent
/// @param verification what verification found, if it was verified
public record ScreenedCase(
        boolean decision, double inclusion, String stratum, String patient, Verification verification) {

    /// What verification found.
    public enum Verification {
        WITH_CONDITION,
        WITHOUT_CONDITION,
        NOT_VERIFIED
    }

    public ScreenedCase {
        if (!(inclusion > 0 && inclusion <= 1)) {
            throw new IllegalArgumentException(
                    "inclusion probability " + inclusion + " of a case in stratum '" + stratum + "' is not in (0, 1]");
        }
    }

    boolean isVerified() {
        return verification != Verification.NOT_VERIFIED;
    }
}
