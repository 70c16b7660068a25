package org.vigie.dicom;

/// How much a hostile object may ask for.
///
/// @param totalBytes largest file
/// @param elementBytes largest value of one element, and all fragments of one element together
/// @param elements most elements, items and fragments in one object
/// @param depth deepest nesting of sequences
/// @param inflatedBytes most bytes that a deflated data set or one compressed frame may become
public record DicomLimits(long totalBytes, long elementBytes, int elements, int depth, long inflatedBytes) {

    private static final long MEBIBYTE = 1L << 20;

    /// 1 GiB files, 1 GiB elements, 500,000 elements, 32 levels, 256 MiB inflated.
    public static final DicomLimits DEFAULT =
            new DicomLimits(1024 * MEBIBYTE, 1024 * MEBIBYTE, 500_000, 32, 256 * MEBIBYTE);

    /// The depth that recursion over a data set can bear.
    private static final int DEEPEST = 256;

    public DicomLimits {
        require(totalBytes, "totalBytes");
        require(elementBytes, "elementBytes");
        require(elements, "elements");
        require(inflatedBytes, "inflatedBytes");
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + DEEPEST);
        }
    }

    /// These limits with another largest file.
    public DicomLimits withTotalBytes(long bytes) {
        return new DicomLimits(bytes, elementBytes, elements, depth, inflatedBytes);
    }

    /// These limits with another largest inflated size.
    public DicomLimits withInflatedBytes(long bytes) {
        return new DicomLimits(totalBytes, elementBytes, elements, depth, bytes);
    }

    private static void require(long value, String name) {
        if (value < 1 || value > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException(name + " " + value + " is not in 1.." + (Integer.MAX_VALUE - 16));
        }
    }
}
