package org.vigie.reports.weekly;

/// What a comparison of two windows found.
public enum DriftVerdict {
    STABLE,
    DRIFTED,
    /// Too few cases to tell.
    INCONCLUSIVE
}
