package org.vigie.drift.estimation;

/// When scores are calibrated on the reference before they are taken for probabilities.
public enum CalibrationPolicy {
    ALWAYS,
    /// As NannyML does; see [CalibrationNeed].
    IF_IT_LOWERS_THE_ERROR,
    /// Scores are taken for probabilities and have to lie in [0, 1].
    NEVER
}
