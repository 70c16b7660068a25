package org.vigie.dicom.deidentify;

import org.vigie.dicom.DicomObject;

/// What a [Deidentifier] made of an object.
public sealed interface Deidentification {

    /// The object may be stored and shown.
    record Released(DicomObject object) implements Deidentification {}

    /// The object must be neither stored nor shown.
    record HeldBack(HeldBackReason reason) implements Deidentification {}
}
