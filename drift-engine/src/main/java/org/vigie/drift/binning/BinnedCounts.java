package org.vigie.drift.binning;

import java.util.List;

/// How many observations of one window fell into each of the bins.
public record BinnedCounts(Bins bins, List<Long> counts) {

    public BinnedCounts {
        counts = List.copyOf(counts);
        if (counts.size() != bins.size()) {
            throw new IllegalArgumentException(counts.size() + " counts for " + bins.size() + " bins");
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("negative count in " + counts);
        }
        if (counts.stream().allMatch(count -> count == 0)) {
            throw new IllegalArgumentException("no observations");
        }
    }

    /// Number of observations in the window.
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /// The counts as a new array.
    public long[] toArray() {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }
}
