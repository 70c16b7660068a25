package org.vigie.reports.weekly;

/// One watched quantity.
///
/// @param name DICOM keyword, name of the image statistic (`noise`), of the score or of the feature
///     vector
public record Stream(Kind kind, String name) {

    public enum Kind {
        ATTRIBUTE,
        STATISTIC,
        SCORE,
        FEATURES
    }

    public Stream {
        Checks.text("stream", name);
    }
}
