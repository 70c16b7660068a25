package org.vigie.drift.monitor;

/// What the values of a column are.
public enum ColumnKind {
    /// A number per row: a score, an image statistic.
    NUMERIC,
    /// A label per row: a DICOM attribute, a decision.
    CATEGORICAL,
    /// A feature vector per row: an embedding.
    FEATURES
}
