package org.vigie.drift.verification;

/// Cases that got the same decision and share what made them be verified or not.
///
/// @param name in words, such as `AI negative, night shift`
/// @param decision whether the model called these cases positive
/// @param withCondition verified cases that have the condition
/// @param withoutCondition verified cases that do not have it
/// @param unverified cases whose truth was not established
public record VerificationStratum(
        String name, boolean decision, long withCondition, long withoutCondition, long unverified) {

    public VerificationStratum {
        if (withCondition < 0 || withoutCondition < 0 || unverified < 0) {
            throw new IllegalArgumentException("negative count in stratum '" + name + "': " + withCondition + ", "
                    + withoutCondition + ", " + unverified);
        }
    }

    public long verified() {
        return withCondition + withoutCondition;
    }

    public long cases() {
        return verified() + unverified;
    }

    /// Whether there are cases here and none of them was verified: nothing can be said of them.
    boolean isDark() {
        return unverified > 0 && verified() == 0;
    }
}
