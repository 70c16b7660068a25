package org.vigie.dicom.pixel;

import java.util.Optional;
import org.vigie.dicom.Bytes;
import org.vigie.dicom.DicomException;

/// Decodes compressed frames: the seam where another codec plugs in.
///
/// Implementations are found by [java.util.ServiceLoader]: name the class in
/// `META-INF/services/org.vigie.dicom.pixel.FrameDecoder`. They are asked before the built-in ones (RLE, JPEG
/// baseline), and the first that supports a transfer syntax is used. They must be safe for use by many threads, treat
/// every bit stream as hostile, and allocate no more than the format's [FrameFormat#frameBytes].
public interface FrameDecoder {

    /// Whether this decoder reads a transfer syntax.
    boolean supports(String transferSyntaxUid);

    /// Decodes one frame.
    ///
    /// The result has exactly [FrameFormat#frameBytes] bytes: words of Bits Allocated in little endian, a pixel's
    /// samples beside each other unless the returned format says planar. Where a bit stream changes colours on
    /// decoding (as JPEG does from YBR to RGB), the returned format tells the new Photometric Interpretation.
    ///
    /// @param bitstream the frame's fragments, joined
    /// @param format what the data set says about the frame
    /// @throws DicomException with [DicomException.Reason#MALFORMED] or [DicomException.Reason#TRUNCATED] if
    ///     the bit stream does not yield such a frame
    Decoded decode(String transferSyntaxUid, Bytes bitstream, FrameFormat format) throws DicomException;

    /// A decoded frame.
    ///
    /// @param bytes native bytes; the decoder must not use the array afterwards
    record Decoded(byte[] bytes, FrameFormat format) {}

    /// The decoder for a transfer syntax, if there is one.
    static Optional<FrameDecoder> forTransferSyntax(String transferSyntaxUid) {
        return Decoders.find(transferSyntaxUid);
    }
}
