package org.vigie.drift.hypothesis;

import java.util.Arrays;
import org.vigie.drift.binning.BinnedCounts;

/// What the tests of homogeneity ask of two rows of counts.
public final class HomogeneityCounts {

    private HomogeneityCounts() {}

    /// Columns with an observation in either row.
    public static int occupied(long[] reference, long[] current) {
        int occupied = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                occupied++;
            }
        }
        return occupied;
    }

    /// Smallest count that homogeneity expects in a cell of an occupied column.
    public static double smallestExpected(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < reference.length; i++) {
            double both = (double) reference[i] + current[i];
            if (both > 0) {
                smallest = Math.min(smallest, both * Math.min(n, m) / (n + m));
            }
        }
        return smallest;
    }

    /// @throws IllegalArgumentException if the rows are counted over different bins
    public static void requireSameBins(BinnedCounts reference, BinnedCounts current) {
        if (!reference.bins().equals(current.bins())) {
            throw new IllegalArgumentException("bins differ: " + reference.bins() + " and " + current.bins());
        }
    }
}
