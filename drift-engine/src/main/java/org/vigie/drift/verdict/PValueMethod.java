package org.vigie.drift.verdict;

/// Where a p-value comes from.
public enum PValueMethod {
    /// From the exact distribution given the observed ties.
    EXACT,
    /// From the limiting distribution for large windows.
    LIMIT,
    /// From random relabelling of the observations, seeded.
    RESAMPLED
}
