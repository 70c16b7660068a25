package org.vigie.dicom.deidentify;

/// Why an object did not pass.
public enum HeldBackReason {
    /// Burned In Annotation (0028,0301) is YES.
    BURNED_IN_TEXT_DECLARED,
    /// The object is of a kind that often carries text in its pixels, and does not say that it has none.
    BURNED_IN_TEXT_POSSIBLE
}
