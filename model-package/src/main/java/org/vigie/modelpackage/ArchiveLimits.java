package org.vigie.modelpackage;

/// @param entries most files in a package
/// @param totalBytes most bytes of all files together, unpacked
/// @param entryBytes most bytes of one file, unpacked
public record ArchiveLimits(int entries, long totalBytes, long entryBytes) {

    /// 1,000 files, 1 GiB together, each at most 1 GiB.
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000, 1L << 30, 1L << 30);

    public ArchiveLimits {
        if (!(entries > 0 && totalBytes > 0 && entryBytes > 0 && entryBytes < Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("limits must be above 0 and an entry below 2 GiB: %d, %d, %d"
                    .formatted(entries, totalBytes, entryBytes));
        }
    }
}
