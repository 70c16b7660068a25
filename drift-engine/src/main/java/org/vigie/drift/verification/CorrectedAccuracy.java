package org.vigie.drift.verification;

/// Sensitivity and specificity, naive and corrected, with the corrected prevalence.
///
/// @param method of the correction and what it assumes, for the reader of a report
/// @param verified cases whose truth is known
/// @param cases all cases
public record CorrectedAccuracy(
        String method,
        long verified,
        long cases,
        BiasCorrection sensitivity,
        BiasCorrection specificity,
        CorrectedEstimate prevalence) {}
