package org.vigie.dicom.deidentify;

/// What happens to an attribute of the [AllowList].
enum Rule {
    /// A coded string is kept: capital letters, digits, blanks, underscores, at most 16 of them.
    CODE,
    /// Numbers are kept, and nothing that is not a number.
    NUMBER,
    /// A technical name given by the manufacturer is kept.
    NAME,
    /// A lookup table of 16-bit words is kept.
    TABLE,
    /// A class UID, which all objects of a kind share, is kept.
    CLASS_UID,
    /// A UID becomes a keyed UID.
    UID,
    /// The patient's identifier becomes a keyed pseudonym.
    PATIENT,
    /// Each value becomes a keyed pseudonym of a device.
    DEVICE,
    /// Each value becomes a keyed pseudonym of a text.
    TEXT,
    /// M, F or O is kept.
    SEX,
    /// The age becomes the lower end of its ten-year band.
    AGE,
    /// Coarsened by the date policy.
    DATE,
    /// Coarsened by the date policy.
    TIME,
    /// Coarsened by the date policy.
    DATE_TIME,
    /// A sequence is kept, and in its items what [AllowList#NESTED] names.
    SEQUENCE,
    /// Pixels, without what does not show.
    PIXELS
}
