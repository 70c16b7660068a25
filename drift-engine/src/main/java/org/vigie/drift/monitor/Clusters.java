package org.vigie.drift.monitor;

import java.util.Arrays;

/// Rows that are alike because they are of one patient.
final class Clusters {

    private Clusters() {}

    /// One row of each cluster, in ascending order; rows without a cluster are all kept.
    ///
    /// The row is picked by a hash of its position, so that each row of a cluster is as likely as the others:
    /// the first would be the first visit, which may be unlike later ones.
    static int[] oneRowOfEach(Column.Labels clusters, long seed) {
        int[] picked = new int[clusters.dictionary().size()];
        Arrays.fill(picked, -1);
        for (int row = 0; row < clusters.rows(); row++) {
            int code = clusters.codes()[row];
            if (code != Column.MISSING && (picked[code] == -1 || hash(row, seed) < hash(picked[code], seed))) {
                picked[code] = row;
            }
        }
        int[] rows = new int[clusters.rows()];
        int size = 0;
        for (int row = 0; row < clusters.rows(); row++) {
            int code = clusters.codes()[row];
            if (code == Column.MISSING || picked[code] == row) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    /// Mixes as SplittableRandom does.
    private static long hash(long row, long seed) {
        long z = seed + (row + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
