package org.vigie.dicom.pixel;

import java.util.OptionalInt;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;
import org.vigie.dicom.Tag;

/// What the Image Pixel module (PS3.3 C.7.6.3) says about each frame.
///
/// @param samples samples per pixel: 1, or 3 for colour
/// @param planar whether the planes of a colour frame follow each other
/// @param signed whether stored values are in two's complement
public record FrameFormat(
        int rows,
        int columns,
        int samples,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean planar,
        Photometric photometric) {

    public FrameFormat {
        require(rows >= 1 && rows <= 0xFFFF, "rows", rows);
        require(columns >= 1 && columns <= 0xFFFF, "columns", columns);
        require(samples == 1 || samples == 3, "samples", samples);
        require(
                bitsAllocated == 1 || bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32,
                "bitsAllocated",
                bitsAllocated);
        require(bitsStored >= 1 && bitsStored <= bitsAllocated, "bitsStored", bitsStored);
        require(highBit >= bitsStored - 1 && highBit < bitsAllocated, "highBit", highBit);
    }

    private static void require(boolean holds, String name, int value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " " + value + " is not supported");
        }
    }

    /// Reads the module.
    ///
    /// @throws DicomException if an attribute is missing, malformed or describes pixels that Vigie does not read
    public static FrameFormat of(DataSet dataSet) throws DicomException {
        int rows = dataSet.requiredInteger(Tag.Rows);
        int columns = dataSet.requiredInteger(Tag.Columns);
        int samples = optional(dataSet, Tag.SamplesPerPixel, 1);
        int allocated = dataSet.requiredInteger(Tag.BitsAllocated);
        int stored = optional(dataSet, Tag.BitsStored, allocated);
        int highBit = optional(dataSet, Tag.HighBit, stored - 1);
        boolean signed = optional(dataSet, Tag.PixelRepresentation, 0) == 1;
        boolean planar = samples > 1 && optional(dataSet, Tag.PlanarConfiguration, 0) == 1;
        Photometric photometric = Photometric.of(dataSet.requiredString(Tag.PhotometricInterpretation));
        if (photometric.samples() != samples) {
            throw new DicomException(
                    Reason.MALFORMED, samples + " samples per pixel cannot be " + photometric + " (0028,0004)");
        }
        try {
            return new FrameFormat(rows, columns, samples, allocated, stored, highBit, signed, planar, photometric);
        } catch (IllegalArgumentException e) {
            throw new DicomException(Reason.UNSUPPORTED_PIXEL_FORMAT, "Image Pixel module: " + e.getMessage());
        }
    }

    private static int optional(DataSet dataSet, int tag, int otherwise) throws DicomException {
        OptionalInt value = dataSet.integer(tag);
        if (value.isPresent()) {
            return value.getAsInt();
        }
        return dataSet.string(tag).isPresent() ? dataSet.requiredInteger(tag) : otherwise;
    }

    /// Pixels in a frame.
    public long pixels() {
        return (long) rows * columns;
    }

    /// Bits of a native frame; frames of one bit per pixel follow each other without padding.
    public long nativeBits() {
        if (photometric == Photometric.YBR_FULL_422) {
            return pixels() * 2 * bitsAllocated; // two of each four chroma samples are left out
        }
        return pixels() * samples * bitsAllocated;
    }

    /// Bytes of one decoded frame.
    public long frameBytes() {
        return (pixels() * samples * bitsAllocated + 7) / 8;
    }

    /// Smallest value that can be stored.
    public long minimum() {
        return signed ? -(1L << (bitsStored - 1)) : 0;
    }

    /// Largest value that can be stored.
    public long maximum() {
        return signed ? (1L << (bitsStored - 1)) - 1 : (1L << bitsStored) - 1;
    }

    /// The same format with colours of another kind, in planes or not.
    public FrameFormat with(Photometric other, boolean inPlanes) {
        return new FrameFormat(rows, columns, samples, bitsAllocated, bitsStored, highBit, signed, inPlanes, other);
    }
}
