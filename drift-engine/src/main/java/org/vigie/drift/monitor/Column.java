package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// The values of one column, a value per row. Nobody else holds the arrays.
sealed interface Column {

    /// Of a label that is missing.
    int MISSING = -1;

    int rows();

    ColumnKind kind();

    /// Some of the rows, in the order given.
    Column select(int[] rows);

    /// The values as they enter a test.
    ColumnWindow window();

    /// Numbers; `NaN` is missing.
    record Numbers(double[] values) implements Column {

        /// What [NumericWindow] takes as an observation.
        private static final double LARGEST = 1e150;

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.NUMERIC;
        }

        @Override
        public Numbers select(int[] rows) {
            double[] selected = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = values[rows[i]];
            }
            return new Numbers(selected);
        }

        @Override
        public ColumnWindow.Numbers window() {
            double[] usable = values;
            long infinite = 0;
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(values[i]) > LARGEST) {
                    usable = infinite++ == 0 ? values.clone() : usable;
                    usable[i] = Double.NaN;
                }
            }
            return new ColumnWindow.Numbers(NumericWindow.of(usable), infinite);
        }
    }

    /// Labels, as positions in a dictionary.
    record Labels(int[] codes, List<String> dictionary) implements Column {

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.CATEGORICAL;
        }

        @Override
        public Labels select(int[] rows) {
            int[] selected = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = codes[rows[i]];
            }
            return new Labels(selected, dictionary);
        }

        @Override
        public ColumnWindow.Labels window() {
            long[] counts = new long[dictionary.size()];
            long missing = 0;
            for (int code : codes) {
                if (code == MISSING) {
                    missing++;
                } else {
                    counts[code]++;
                }
            }
            var byLabel = new TreeMap<String, Long>();
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] > 0) {
                    byLabel.put(dictionary.get(code), counts[code]);
                }
            }
            return new ColumnWindow.Labels(new CategoricalWindow(byLabel, missing));
        }

        @Nullable
        String label(int row) {
            return codes[row] == MISSING ? null : dictionary.get(codes[row]);
        }
    }

    /// Feature vectors of one length.
    record Vectors(float[][] vectors) implements Column {

        @Override
        public int rows() {
            return vectors.length;
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.FEATURES;
        }

        @Override
        public Vectors select(int[] rows) {
            float[][] selected = new float[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = vectors[rows[i]];
            }
            return new Vectors(selected);
        }

        @Override
        public ColumnWindow.Vectors window() {
            List<float[]> usable = new ArrayList<>(vectors.length);
            long infinite = 0;
            for (float[] vector : vectors) {
                Optional<float[]> without = withoutInfinities(vector);
                infinite += without.isPresent() ? 1 : 0;
                usable.add(without.orElse(vector));
            }
            return new ColumnWindow.Vectors(FeatureWindow.of(usable), infinite);
        }

        /// All missing in place of a vector with an infinity; nothing if it has none.
        private static Optional<float[]> withoutInfinities(float[] vector) {
            for (float value : vector) {
                if (Float.isInfinite(value)) {
                    float[] missing = new float[vector.length];
                    Arrays.fill(missing, Float.NaN);
                    return Optional.of(missing);
                }
            }
            return Optional.empty();
        }
    }
}
