package org.vigie.reports.weekly;

/// What is measured against the truth.
public enum Metric {
    SENSITIVITY,
    SPECIFICITY,
    AUROC,
    POSITIVE_PREDICTIVE_VALUE,
    NEGATIVE_PREDICTIVE_VALUE
}
