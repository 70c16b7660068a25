package org.vigie.drift.monitor;

import java.util.Arrays;
import org.vigie.drift.window.Sorted;

/// Distance of two weighted windows of one column, with what chance leaves of it: see [Cause].
///
/// Rows are those of the reference followed by those of the current window.
abstract sealed class ShiftDistance {

    private final int reference;
    private final boolean[] present;

    /// @param squared mean squared difference
    /// @param byChance its expectation when the windows are draws from one distribution
    record Value(double squared, double byChance) {

        /// The distance less what chance leaves.
        double excess() {
            return Math.sqrt(Math.max(0, squared - byChance));
        }
    }

    private ShiftDistance(int reference, boolean[] present) {
        this.reference = reference;
        this.present = present;
    }

    static ShiftDistance of(Column reference, Column current) {
        if (reference instanceof Column.Numbers before && current instanceof Column.Numbers now) {
            return new OfNumbers(before.values(), now.values());
        }
        if (reference instanceof Column.Labels before && current instanceof Column.Labels now) {
            return new OfLabels(before, now);
        }
        if (reference instanceof Column.Vectors before && current instanceof Column.Vectors now) {
            return new OfVectors(before.vectors(), now.vectors());
        }
        throw new IllegalArgumentException("columns are " + reference.kind() + " and " + current.kind());
    }

    /// @param weights of all rows, not negative; each window has one above 0 at least, or the distance is 0
    final Value between(double[] weights) {
        double[] scaled = new double[weights.length];
        double noise = scale(weights, scaled, 0, reference) + scale(weights, scaled, reference, weights.length);
        return noise < Double.POSITIVE_INFINITY ? scaled(scaled, noise) : new Value(0, 0);
    }

    /// Weights of a window that sum to 1; the result is one over their effective number.
    private double scale(double[] weights, double[] scaled, int from, int until) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < until; i++) {
            if (present[i]) {
                scaled[i] = weights[i];
                sum += weights[i];
                squares += weights[i] * weights[i];
            }
        }
        if (sum == 0) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = from; i < until; i++) {
            scaled[i] /= sum;
        }
        return squares / (sum * sum);
    }

    final boolean isReference(int row) {
        return row < reference;
    }

    /// @param weights sum to 1 in each window, 0 where a value is missing
    /// @param noise `1/n + 1/m` of the effective numbers
    abstract Value scaled(double[] weights, double noise);

    /// `∫ (F − G)² dH`, H being the mean of F and G, and what chance leaves, `∫ H(1 − H) dH · (1/n + 1/m)`.
    private static final class OfNumbers extends ShiftDistance {

        private final double[] values;
        private final int[] order;

        OfNumbers(double[] reference, double[] current) {
            this(reference.length, joined(reference, current));
        }

        private OfNumbers(int reference, double[] values) {
            super(reference, present(values));
            this.values = values;
            this.order = ascending(values);
        }

        private static double[] joined(double[] reference, double[] current) {
            double[] values = Arrays.copyOf(reference, reference.length + current.length);
            System.arraycopy(current, 0, values, reference.length, current.length);
            return values;
        }

        private static boolean[] present(double[] values) {
            boolean[] present = new boolean[values.length];
            for (int i = 0; i < values.length; i++) {
                present[i] = Double.isFinite(values[i]);
            }
            return present;
        }

        /// Rows of the finite values in ascending order of these: each is dealt to the place of its value.
        private static int[] ascending(double[] values) {
            double[] sorted = Arrays.stream(values)
                    .filter(Double::isFinite)
                    .map(x -> x + 0.0) // -0.0 is 0.0
                    .sorted()
                    .toArray();
            int[] taken = new int[sorted.length];
            int[] order = new int[sorted.length];
            for (int row = 0; row < values.length; row++) {
                if (Double.isFinite(values[row])) {
                    int first = Sorted.below(sorted, values[row]);
                    order[first + taken[first]++] = row;
                }
            }
            return order;
        }

        @Override
        Value scaled(double[] weights, double noise) {
            double before = 0;
            double now = 0;
            double squared = 0;
            double byChance = 0;
            double earlier = 0;
            for (int i = 0; i < order.length; ) {
                double x = values[order[i]];
                while (i < order.length && values[order[i]] == x) {
                    int row = order[i++];
                    if (isReference(row)) {
                        before += weights[row];
                    } else {
                        now += weights[row];
                    }
                }
                double both = (before + now) / 2;
                squared += (before - now) * (before - now) * (both - earlier);
                byChance += both * (1 - both) * (both - earlier);
                earlier = both;
            }
            return new Value(squared, Math.max(0, byChance) * noise);
        }
    }

    /// `Σ (r − c)²`, and what chance leaves, `Σ h(1 − h) · (1/n + 1/m)`, h being the mean of both shares.
    private static final class OfLabels extends ShiftDistance {

        private final int[] codes;
        private final int labels;

        OfLabels(Column.Labels reference, Column.Labels current) {
            var dictionary = new java.util.ArrayList<>(reference.dictionary());
            current.dictionary().stream()
                    .filter(label -> !reference.dictionary().contains(label))
                    .forEach(dictionary::add);
            int[] codes = Arrays.copyOf(reference.codes(), reference.rows() + current.rows());
            int[] moved =
                    current.dictionary().stream().mapToInt(dictionary::indexOf).toArray();
            for (int i = 0; i < current.rows(); i++) {
                int code = current.codes()[i];
                codes[reference.rows() + i] = code == Column.MISSING ? Column.MISSING : moved[code];
            }
            this(reference.rows(), codes, dictionary.size());
        }

        private OfLabels(int reference, int[] codes, int labels) {
            super(reference, present(codes));
            this.codes = codes;
            this.labels = labels;
        }

        private static boolean[] present(int[] codes) {
            boolean[] present = new boolean[codes.length];
            for (int i = 0; i < codes.length; i++) {
                present[i] = codes[i] != Column.MISSING;
            }
            return present;
        }

        @Override
        Value scaled(double[] weights, double noise) {
            double[] before = new double[labels];
            double[] now = new double[labels];
            for (int row = 0; row < codes.length; row++) {
                if (codes[row] != Column.MISSING) {
                    (isReference(row) ? before : now)[codes[row]] += weights[row];
                }
            }
            double squared = 0;
            double byChance = 0;
            for (int k = 0; k < labels; k++) {
                double both = (before[k] + now[k]) / 2;
                squared += (before[k] - now[k]) * (before[k] - now[k]);
                byChance += both * (1 - both);
            }
            return new Value(squared, byChance * noise);
        }
    }

    /// Mean over the dimensions of `((x̄ − ȳ) / s)²`, s being the deviation of all rows; chance leaves
    /// `1/n + 1/m`.
    private static final class OfVectors extends ShiftDistance {

        private final float[][] vectors;
        private final double[] variances;

        OfVectors(float[][] reference, float[][] current) {
            float[][] vectors = Arrays.copyOf(reference, reference.length + current.length);
            System.arraycopy(current, 0, vectors, reference.length, current.length);
            this(reference.length, vectors);
        }

        private OfVectors(int reference, float[][] vectors) {
            boolean[] present = new boolean[vectors.length];
            for (int i = 0; i < vectors.length; i++) {
                present[i] = isComplete(vectors[i]);
            }
            super(reference, present);
            this.vectors = vectors;
            this.variances = variances(vectors, present);
        }

        private static boolean isComplete(float[] vector) {
            for (float x : vector) {
                if (!Float.isFinite(x)) {
                    return false;
                }
            }
            return true;
        }

        private static double[] variances(float[][] vectors, boolean[] present) {
            int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
            double[] means = new double[dimensions];
            double[] squares = new double[dimensions];
            int seen = 0;
            for (int i = 0; i < vectors.length; i++) {
                if (present[i]) {
                    seen++;
                    for (int k = 0; k < dimensions; k++) {
                        double away = vectors[i][k] - means[k];
                        means[k] += away / seen;
                        squares[k] += away * (vectors[i][k] - means[k]);
                    }
                }
            }
            for (int k = 0; k < dimensions; k++) {
                squares[k] /= Math.max(1, seen - 1);
            }
            return squares;
        }

        @Override
        Value scaled(double[] weights, double noise) {
            double[] difference = new double[variances.length];
            for (int row = 0; row < vectors.length; row++) {
                double weight = isReference(row) ? -weights[row] : weights[row];
                if (weight != 0) {
                    for (int k = 0; k < difference.length; k++) {
                        difference[k] += weight * vectors[row][k];
                    }
                }
            }
            double squared = 0;
            int varying = 0;
            for (int k = 0; k < difference.length; k++) {
                if (variances[k] > 0) {
                    squared += difference[k] * difference[k] / variances[k];
                    varying++;
                }
            }
            return varying == 0 ? new Value(0, 0) : new Value(squared / varying, noise);
        }
    }
}
