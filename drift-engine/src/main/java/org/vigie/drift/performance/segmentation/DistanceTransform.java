package org.vigie.drift.performance.segmentation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Exact Euclidean distance of every voxel to the nearest of a set, in linear time: one lower envelope of
/// parabolas for each line of the grid and each axis.
///
/// Felzenszwalb, P. F., & Huttenlocher, D. P. (2012). *Distance transforms of sampled functions.* Theory of
/// Computing 8, 415–428. doi:10.4086/toc.2012.v008a019
final class DistanceTransform {

    private DistanceTransform() {}

    /// Squared distances in the unit of the mask's spacing; infinite if the set is empty.
    static double[] squared(boolean[] set, Mask grid) {
        double[] distance = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            distance[i] = set[i] ? 0 : Double.POSITIVE_INFINITY;
        }
        int w = grid.width;
        int plane = w * grid.height;
        IntStream.range(0, grid.height * grid.depth)
                .parallel()
                .forEach(line -> line(distance, line * w, 1, w, grid.spacing[0]));
        IntStream.range(0, w * grid.depth)
                .parallel()
                .forEach(line -> line(distance, line / w * plane + line % w, w, grid.height, grid.spacing[1]));
        IntStream.range(0, plane).parallel().forEach(line -> line(distance, line, plane, grid.depth, grid.spacing[2]));
        return distance;
    }

    /// One line: `d(q) = min over p of (s(q − p))² + f(p)`.
    private static void line(double[] values, int start, int step, int n, double spacing) {
        if (n == 1) {
            return;
        }
        double[] f = new double[n];
        int[] vertex = new int[n];
        double[] from = new double[n + 1];
        int last = -1;
        for (int q = 0; q < n; q++) {
            f[q] = values[start + q * step];
            if (f[q] == Double.POSITIVE_INFINITY) {
                continue;
            }
            double cut = Double.NEGATIVE_INFINITY;
            while (last >= 0) {
                cut = intersection(f, vertex[last], q, spacing);
                if (cut > from[last]) {
                    break;
                }
                last--;
            }
            last++;
            vertex[last] = q;
            from[last] = last == 0 ? Double.NEGATIVE_INFINITY : cut;
        }
        if (last < 0) {
            return;
        }
        Arrays.fill(from, last + 1, n + 1, Double.POSITIVE_INFINITY);
        int k = 0;
        for (int q = 0; q < n; q++) {
            while (from[k + 1] < q) {
                k++;
            }
            double away = (q - vertex[k]) * spacing;
            values[start + q * step] = away * away + f[vertex[k]];
        }
    }

    /// Where the parabola of `q` falls below that of `p < q`, in voxels.
    private static double intersection(double[] f, int p, int q, double spacing) {
        return (p + q) / 2.0 + (f[q] - f[p]) / (2 * spacing * spacing * (q - p));
    }
}
