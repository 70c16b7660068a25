package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Rows of typed, named columns: one row is one case, such as a study.
///
/// | column | values | missing |
/// | --- | --- | --- |
/// | numeric | `double`; infinities are counted and set aside | `NaN` |
/// | categorical | labels, or codes into a dictionary | `null`, a blank label, code −1 |
/// | features | vectors of one length | `NaN` in any dimension; infinities are counted and set aside |
///
/// The times of the rows, if there are any, are milliseconds since 1970-01-01T00:00Z; [#NO_TIME] is missing.
///
/// Immutable; the arrays handed in are copied.
public final class Table {

    /// The time of a row that has none.
    public static final long NO_TIME = Long.MIN_VALUE;

    private final int rows;
    private final SequencedMap<String, Column> columns;
    private final Optional<Times> times;

    private record Times(long[] epochMillis) {}

    private Table(int rows, SequencedMap<String, Column> columns, Optional<Times> times) {
        this.rows = rows;
        this.columns = columns;
        this.times = times;
    }

    /// @throws IllegalArgumentException if `rows` is negative
    public static Builder ofRows(int rows) {
        return new Builder(rows);
    }

    public int rows() {
        return rows;
    }

    /// Names of the columns, in the order they were added.
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /// What a column holds; nothing if there is no such column.
    public Optional<ColumnKind> kind(String column) {
        return column(column).map(Column::kind);
    }

    public boolean hasTimes() {
        return times.isPresent();
    }

    /// The rows of these indices, in this order.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Table select(int... indices) {
        var selected = new LinkedHashMap<String, Column>();
        columns.forEach((name, column) -> selected.put(name, column.select(indices)));
        return new Table(
                indices.length,
                selected,
                times.map(all -> new Times(Arrays.stream(indices)
                        .mapToLong(i -> all.epochMillis()[i])
                        .toArray())));
    }

    Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /// The labels of a categorical column; nothing if there is no such column or it is of another kind.
    Optional<Column.Labels> labels(String name) {
        return column(name).filter(Column.Labels.class::isInstance).map(Column.Labels.class::cast);
    }

    /// @throws IllegalStateException if the rows have no times
    long time(int row) {
        return times.orElseThrow(() -> new IllegalStateException("the rows have no times"))
                .epochMillis()[row];
    }

    @Override
    public String toString() {
        return "Table[rows=" + rows + ", columns=" + columns.keySet() + "]";
    }

    /// Puts a table together, column by column.
    public static final class Builder {

        private final int rows;
        private final SequencedMap<String, Column> columns = new LinkedHashMap<>();
        private Optional<Times> times = Optional.empty();

        private Builder(int rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("rows " + rows + " < 0");
            }
            this.rows = rows;
        }

        /// @throws IllegalArgumentException if the values are not one per row or the name is taken
        public Builder numeric(String name, double... values) {
            return add(name, new Column.Numbers(values.clone()));
        }

        /// @throws IllegalArgumentException if the labels are not one per row or the name is taken
        public Builder categorical(String name, List<? extends @Nullable String> labels) {
            Map<String, Integer> known = new HashMap<>();
            List<String> dictionary = new ArrayList<>();
            int[] codes = new int[labels.size()];
            int row = 0;
            for (String label : labels) {
                if (label == null || label.isBlank()) {
                    codes[row++] = Column.MISSING;
                    continue;
                }
                Integer code = known.putIfAbsent(label, dictionary.size());
                codes[row++] = code == null ? dictionary.size() : code;
                if (code == null) {
                    dictionary.add(label);
                }
            }
            return add(name, new Column.Labels(codes, List.copyOf(dictionary)));
        }

        /// Labels as positions in a dictionary; a blank entry of the dictionary is missing.
        ///
        /// @throws IllegalArgumentException if the codes are not one per row, one is not −1 or a position in
        ///     the dictionary, a label comes twice, or the name is taken
        public Builder categorical(String name, int[] codes, List<String> dictionary) {
            int[] checked = codes.clone();
            for (int row = 0; row < checked.length; row++) {
                int code = checked[row];
                if (code < Column.MISSING || code >= dictionary.size()) {
                    throw new IllegalArgumentException("column '" + name + "' has code " + code + " in row " + row
                            + ", its dictionary has " + dictionary.size() + " labels");
                }
                if (code != Column.MISSING && dictionary.get(code).isBlank()) {
                    checked[row] = Column.MISSING;
                }
            }
            if (dictionary.stream().distinct().count() < dictionary.size()) {
                throw new IllegalArgumentException("column '" + name + "' has a label twice in " + dictionary);
            }
            return add(name, new Column.Labels(checked, List.copyOf(dictionary)));
        }

        /// @throws IllegalArgumentException if the vectors are not one per row or differ in length, or the name
        ///     is taken
        public Builder features(String name, float[]... vectors) {
            float[][] copy = new float[vectors.length][];
            for (int row = 0; row < vectors.length; row++) {
                if (vectors[row].length != vectors[0].length) {
                    throw new IllegalArgumentException("column '" + name + "' has " + vectors[row].length
                            + " dimensions in row " + row + " and " + vectors[0].length + " in row 0");
                }
                copy[row] = vectors[row].clone();
            }
            return add(name, new Column.Vectors(copy));
        }

        /// Feature vectors one after the other.
        ///
        /// @throws IllegalArgumentException if there are not `rows × dimensions` values or the name is taken
        public Builder features(String name, float[] values, int dimensions) {
            if (dimensions < 0 || values.length != (long) rows * dimensions) {
                throw new IllegalArgumentException("column '" + name + "' has " + values.length + " values, " + rows
                        + " rows of " + dimensions + " dimensions were announced");
            }
            float[][] vectors = new float[rows][];
            for (int row = 0; row < rows; row++) {
                vectors[row] = Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
            }
            return add(name, new Column.Vectors(vectors));
        }

        /// When each row was made, in milliseconds since 1970-01-01T00:00Z.
        ///
        /// @throws IllegalArgumentException if there is not one time per row
        public Builder times(long... epochMillis) {
            if (epochMillis.length != rows) {
                throw new IllegalArgumentException(epochMillis.length + " times for " + rows + " rows");
            }
            times = Optional.of(new Times(epochMillis.clone()));
            return this;
        }

        public Table build() {
            return new Table(rows, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns)), times);
        }

        private Builder add(String name, Column column) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has " + column.rows() + " values for " + rows + " rows");
            }
            if (columns.putIfAbsent(name, column) != null) {
                throw new IllegalArgumentException("column '" + name + "' comes twice");
            }
            return this;
        }
    }
}
