package org.vigie.dicom;

/// An object that cannot be read, or only by guessing.
///
/// The message names tags and positions, never a value of the data set: it may be logged and shown.
public final class DicomException extends Exception {

    private static final long serialVersionUID = 1;

    /// What is wrong, for programs.
    public enum Reason {
        /// It does not begin like a DICOM object.
        NOT_DICOM,
        /// It ends before it says it does.
        TRUNCATED,
        /// It contradicts itself or the standard.
        MALFORMED,
        /// It is larger, deeper or has more parts than [DicomLimits] allow.
        LIMIT_EXCEEDED,
        /// No decoder is at hand for its transfer syntax.
        UNSUPPORTED_TRANSFER_SYNTAX,
        /// Its pixels have a form that Vigie does not read.
        UNSUPPORTED_PIXEL_FORMAT,
        /// It has no pixels.
        NO_PIXEL_DATA,
        /// An attribute that is needed is absent or empty.
        MISSING_ATTRIBUTE
    }

    private final Reason reason;
    private final long offset;

    /// @param offset position in the file, or -1 where none can be given
    public DicomException(Reason reason, long offset, String message) {
        super(offset < 0 ? message : message + " (at byte " + offset + ")");
        this.reason = reason;
        this.offset = offset;
    }

    /// An exception without a position.
    public DicomException(Reason reason, String message) {
        this(reason, -1, message);
    }

    public Reason reason() {
        return reason;
    }

    /// Position in the file (of a deflated data set: in the inflated bytes), or -1 where none can be given.
    public long offset() {
        return offset;
    }
}
