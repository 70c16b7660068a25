package org.vigie.drift.preset;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.drift.window.NumericWindow;

/// What Evidently 0.7 says about embeddings by its distance, ratio and kernel methods.
///
/// Its fourth method, the default, trains scikit-learn's stochastic gradient classifier on a random half; no other
/// program can give its number, and it is left out. With `bootstrap=True` its kernel method compares with the 5 %
/// quantile instead of the 95 % one and alarms on nearly everything; that is left out too.
///
/// ## Where it misleads
///
/// All thresholds are constants, whatever the number of rows and dimensions: the Euclidean distance of two means of
/// the same distribution grows with √dimensions and falls with √rows, so 0.2 is drift for a few hundred rows of a
/// few hundred dimensions when nothing changed. The cosine distance of two means near 0 is noise.
public final class EvidentlyEmbeddings {

    public static final double DISTANCE_THRESHOLD = 0.2;
    public static final double RATIO_THRESHOLD = 0.2;
    public static final double KERNEL_THRESHOLD = 0.015;

    private static final int MOST_ROWS = 1_000;

    private EvidentlyEmbeddings() {}

    /// A distance between the mean vectors.
    public enum Distance {
        EUCLIDEAN,
        /// 1 − cosine.
        COSINE,
        /// Sum of absolute differences.
        CITYBLOCK,
        /// Greatest absolute difference.
        CHEBYSHEV
    }

    /// Distance of the mean vectors, drift above 0.2.
    ///
    /// @throws IllegalArgumentException if there are no rows, or rows differ in length
    public static PresetFinding distance(Distance distance, double[][] reference, double[][] current) {
        requireSameDimensions(reference, current);
        double[] a = means(reference);
        double[] b = means(current);
        double value = switch (distance) {
            case EUCLIDEAN -> Math.sqrt(squared(a, b));
            case COSINE -> 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
            case CITYBLOCK -> differences(a, b).sum();
            case CHEBYSHEV -> differences(a, b).max().orElse(0);
        };
        Score score = Double.isNaN(value)
                ? new Score.Undefined("a mean vector is zero: it has no direction")
                : Score.of(value);
        return PresetFinding.above(score, DISTANCE_THRESHOLD);
    }

    /// Share of dimensions whose Wasserstein score is at least 0.1, drift above 0.2.
    ///
    /// @throws IllegalArgumentException if there are no rows, or rows differ in length
    public static PresetFinding ratio(double[][] reference, double[][] current) {
        requireSameDimensions(reference, current);
        int dimensions = reference[0].length;
        int drifted = 0;
        for (int d = 0; d < dimensions; d++) {
            int dimension = d;
            NumericWindow r = NumericWindow.of(
                    Arrays.stream(reference).mapToDouble(row -> row[dimension]).toArray());
            NumericWindow c = NumericWindow.of(
                    Arrays.stream(current).mapToDouble(row -> row[dimension]).toArray());
            if (EvidentlyPreset.column(EvidentlyMethod.WASSERSTEIN, r, c).isDrift()) {
                drifted++;
            }
        }
        return PresetFinding.above(Score.of((double) drifted / dimensions), RATIO_THRESHOLD);
    }

    /// Squared maximum mean discrepancy, drift above 0.015. The kernel is `exp(−‖x − y‖² / σ²)`, σ the median distance
    /// between a reference and a current row. Evidently takes that median over a random 1,000 rows of each
    /// window; to be the same number these windows may not have more.
    ///
    /// @throws IllegalArgumentException if there are no rows, or rows differ in length
    public static PresetFinding kernel(double[][] reference, double[][] current) {
        requireSameDimensions(reference, current);
        int n = reference.length;
        int m = current.length;
        if (Math.min(n, m) < 2 || Math.max(n, m) > MOST_ROWS) {
            return PresetFinding.above(
                    new Score.Undefined(
                            "the kernel method needs 2 to " + MOST_ROWS + " rows, there are " + n + " and " + m),
                    KERNEL_THRESHOLD);
        }
        double[] between = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                between[i * m + j] = Math.sqrt(squared(reference[i], current[j]));
            }
        }
        double[] sorted = between.clone();
        Arrays.sort(sorted);
        double median = (sorted[(n * m - 1) / 2] + sorted[n * m / 2]) / 2;
        if (median == 0) {
            return PresetFinding.above(
                    new Score.Undefined("most rows of both windows are equal: the kernel has no width"),
                    KERNEL_THRESHOLD);
        }
        double gamma = 1 / (median * median);
        double cross = Arrays.stream(between).map(d -> Math.exp(-gamma * d * d)).sum();
        double value = within(reference, gamma) / ((double) n * (n - 1))
                + within(current, gamma) / ((double) m * (m - 1))
                - 2 * cross / ((double) n * m);
        return PresetFinding.above(Score.of(Math.max(value, 0)), KERNEL_THRESHOLD);
    }

    private static double within(double[][] rows, double gamma) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.exp(-gamma * squared(rows[i], rows[j]));
            }
        }
        return 2 * sum;
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int d = 0; d < means.length; d++) {
                means[d] += row[d] / rows.length;
            }
        }
        return means;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static DoubleStream differences(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(d -> Math.abs(a[d] - b[d]));
    }

    private static void requireSameDimensions(double[][] reference, double[][] current) {
        if (reference.length == 0 || current.length == 0) {
            throw new IllegalArgumentException("window is empty");
        }
        int dimensions = reference[0].length;
        for (double[][] window : new double[][][] {reference, current}) {
            for (int i = 0; i < window.length; i++) {
                if (window[i].length != dimensions || dimensions == 0) {
                    throw new IllegalArgumentException(
                            "row " + i + " has " + window[i].length + " dimensions, the first has " + dimensions);
                }
            }
        }
    }
}
