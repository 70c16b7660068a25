package org.vigie.drift.window;

import java.util.Arrays;
import java.util.List;

/// Feature vectors (embeddings) of one window: the same number of dimensions in every case.
///
/// A case with a `NaN` in any dimension is *missing* as a whole: it is dropped and counted.
/// Infinities are refused with case and dimension.
///
/// Immutable; the arrays handed in are copied.
public final class FeatureWindow {

    private final float[][] cases;
    private final int dimensions;
    private final long missing;

    private FeatureWindow(float[][] cases, int dimensions, long missing) {
        this.cases = cases;
        this.dimensions = dimensions;
        this.missing = missing;
    }

    /// @throws IllegalArgumentException if the vectors differ in length or hold an infinity
    public static FeatureWindow of(List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? 0 : vectors.get(0).length;
        float[][] present = new float[vectors.size()][];
        int size = 0;
        for (int i = 0; i < vectors.size(); i++) {
            float[] vector = vectors.get(i);
            if (vector.length != dimensions) {
                throw new IllegalArgumentException(
                        "vectors[" + i + "] has " + vector.length + " dimensions, the first has " + dimensions);
            }
            if (isComplete(vector, i)) {
                present[size++] = vector.clone();
            }
        }
        float[][] cases = Arrays.copyOf(present, size);
        return new FeatureWindow(cases, dimensions, vectors.size() - (long) size);
    }

    /// The rows of a table of numeric columns, each value as a `float`: about seven digits of it.
    ///
    /// @throws IllegalArgumentException if the columns differ in length, or hold a number that a `float` cannot
    public static FeatureWindow ofColumns(List<double[]> columns) {
        int rows = columns.isEmpty() ? 0 : columns.getFirst().length;
        float[][] vectors = new float[rows][columns.size()];
        for (int k = 0; k < columns.size(); k++) {
            double[] column = columns.get(k);
            if (column.length != rows) {
                throw new IllegalArgumentException(
                        "columns[" + k + "] has " + column.length + " rows, the first has " + rows);
            }
            for (int i = 0; i < rows; i++) {
                vectors[i][k] = (float) column[i];
            }
        }
        return of(Arrays.asList(vectors));
    }

    /// The cases of several windows in one.
    ///
    /// @throws IllegalArgumentException if windows with cases differ in their dimensions
    public static FeatureWindow concatenation(List<FeatureWindow> windows) {
        int dimensions = 0;
        long missing = 0;
        int size = 0;
        for (FeatureWindow window : windows) {
            if (dimensions != 0 && window.dimensions != 0 && dimensions != window.dimensions) {
                throw new IllegalArgumentException(dimensions + " and " + window.dimensions + " dimensions");
            }
            dimensions = Math.max(dimensions, window.dimensions);
            missing += window.missing;
            size += window.size();
        }
        float[][] cases = new float[size][];
        int next = 0;
        for (FeatureWindow window : windows) {
            System.arraycopy(window.cases, 0, cases, next, window.size());
            next += window.size();
        }
        return new FeatureWindow(cases, dimensions, missing);
    }

    private static boolean isComplete(float[] vector, int index) {
        boolean complete = true;
        for (int d = 0; d < vector.length; d++) {
            if (Float.isInfinite(vector[d])) {
                throw new IllegalArgumentException("vectors[" + index + "][" + d + "] is " + vector[d]);
            }
            complete &= !Float.isNaN(vector[d]);
        }
        return complete;
    }

    /// Cases present.
    public int size() {
        return cases.length;
    }

    /// Cases dropped because a dimension was `NaN`.
    public long missing() {
        return missing;
    }

    public int dimensions() {
        return dimensions;
    }

    /// Value of one case in one dimension.
    public float get(int index, int dimension) {
        return cases[index][dimension];
    }

    /// One case, in a new array.
    public double[] vector(int index) {
        float[] from = cases[index];
        double[] vector = new double[from.length];
        for (int k = 0; k < from.length; k++) {
            vector[k] = from[k];
        }
        return vector;
    }

    /// One dimension as a numeric window.
    public NumericWindow dimension(int dimension) {
        double[] values = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            values[i] = cases[i][dimension];
        }
        return NumericWindow.of(values);
    }
}
