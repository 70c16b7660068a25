package org.vigie.drift.hypothesis;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// A quadratic statistic of how the observations of one window lie among those of both, given the ties.
///
/// ```text
/// Q = c · Σ wⱼ (N kⱼ − h bⱼ)²     over the distinct values j
///
/// N, h   observations of both windows, of the smaller one
/// kⱼ     observations of the smaller window up to value j (of those at j itself, the share θ)
/// bⱼ     the same of both windows together
/// ```
///
/// When nothing drifted every set of `h` of the `N` observations is equally likely. `Q` of one such set costs
/// `O(h)`, since what lies between two of its members is summed beforehand; and the large-window law of `Q` is
/// that of `Σ λⱼ χ²ⱼ`, λ being the eigenvalues of the covariances.
final class QuadraticWalk {

    private static final int CELLS = 64;

    private final double[] weight;
    private final double[] position;
    private final double[] tied;
    private final double share;
    private final double scale;
    private final int size;
    private final long total;
    private final int hand;
    private final double[] sum0;
    private final double[] sum1;
    private final double[] sum2;

    private QuadraticWalk(
            double[] weight, double[] position, double[] tied, double share, double scale, PooledGroups groups) {
        this.weight = weight;
        this.position = position;
        this.tied = tied;
        this.share = share;
        this.scale = scale;
        this.size = groups.size();
        this.total = groups.total();
        this.hand = Math.min(groups.n(), groups.m());
        sum0 = new double[size + 1];
        sum1 = new double[size + 1];
        sum2 = new double[size + 1];
        for (int j = 0; j < size; j++) {
            sum0[j + 1] = sum0[j] + weight[j];
            sum1[j + 1] = sum1[j] + weight[j] * position[j];
            sum2[j + 1] = sum2[j] + weight[j] * position[j] * position[j];
        }
    }

    /// Differences taken in the middle of each group of ties, divided by their variance (Anderson–Darling).
    static QuadraticWalk standardized(PooledGroups groups) {
        double total = groups.total();
        double[] weight = new double[groups.size()];
        double[] position = new double[groups.size()];
        double[] tied = new double[groups.size()];
        double below = 0;
        for (int j = 0; j < groups.size(); j++) {
            double both = groups.both(j);
            position[j] = below + both / 2;
            tied[j] = total * both / 4;
            weight[j] = both / (position[j] * (total - position[j]) - tied[j]);
            below += both;
        }
        double scale = (total - 1) / (total * groups.n() * groups.m());
        return new QuadraticWalk(weight, position, tied, 0.5, scale, groups);
    }

    /// Differences taken behind each group of ties, with given weights; the last has no weight.
    static QuadraticWalk weighted(PooledGroups groups, double[] weight, double scale) {
        double[] position = new double[groups.size()];
        double below = 0;
        for (int j = 0; j < groups.size(); j++) {
            below += groups.both(j);
            position[j] = below;
        }
        return new QuadraticWalk(weight, position, new double[groups.size()], 1, scale, groups);
    }

    /// Value for the members `hits`: how many of them each listed group holds.
    ///
    /// @param hitGroups indices of the groups with members, ascending, of which `count` are used
    /// @param members how many members each has
    double value(int[] hitGroups, int[] members, int count) {
        double sum = 0;
        double k = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            int group = hitGroups[i];
            sum += between(next, group, k);
            double difference = total * (k + share * members[i]) - hand * position[group];
            sum += weight[group] * difference * difference;
            k += members[i];
            next = group + 1;
        }
        return scale * (sum + between(next, size, k));
    }

    /// The law of the statistic for large windows, given the ties.
    WeightedChiSquare law() {
        int[] starts = cellStarts();
        int cells = starts.length - 1;
        double[] w = new double[cells];
        double[] b = new double[cells];
        double[] variance = new double[cells];
        for (int c = 0; c < cells; c++) {
            for (int j = starts[c]; j < starts[c + 1]; j++) {
                w[c] += weight[j];
                b[c] += weight[j] * position[j];
                variance[c] += weight[j] * (position[j] * (total - position[j]) - tied[j]);
            }
            b[c] = w[c] > 0 ? b[c] / w[c] : 0;
            variance[c] = w[c] > 0 ? variance[c] / w[c] : 0;
        }
        double unit = scale * hand * (total - hand) / (total - 1.0);
        double[][] kernel = new double[cells][cells];
        for (int c = 0; c < cells; c++) {
            kernel[c][c] = unit * w[c] * variance[c];
            for (int d = 0; d < c; d++) {
                kernel[c][d] = unit * Math.sqrt(w[c] * w[d]) * b[d] * (total - b[c]);
                kernel[d][c] = kernel[c][d];
            }
        }
        double[] eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(kernel, false)).getRealEigenvalues();
        return WeightedChiSquare.of(eigenvalues);
    }

    /// Groups that lie close together are taken as one; cells are narrow at both ends, where the weights are large.
    private int[] cellStarts() {
        int[] starts = new int[CELLS + 2];
        int cells = 0;
        int last = -1;
        for (int j = 0; j < size; j++) {
            double u = Math.clamp(position[j] / total, 0, 1);
            int cell = (int) (Math.acos(1 - 2 * u) / Math.PI * CELLS);
            if (cell != last) {
                starts[cells++] = j;
                last = cell;
            }
        }
        starts[cells] = size;
        return Arrays.copyOf(starts, cells + 1);
    }

    private double between(int from, int to, double k) {
        double a = total * k;
        double h = hand;
        return a * a * (sum0[to] - sum0[from]) - 2 * a * h * (sum1[to] - sum1[from]) + h * h * (sum2[to] - sum2[from]);
    }
}
