package org.vigie.monitor.flag;

/// What a clinician says of a prediction; at most eight, so that one key is enough.
public enum FlagReason {
    AGREE,
    FALSE_POSITIVE,
    MISSED_FINDING,
    WRONG_PLACE,
    WRONG_GRADE,
    UNUSABLE_IMAGE,
    TECHNICAL,
    OTHER
}
