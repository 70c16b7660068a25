package org.vigie.drift.monitor;

import java.util.Optional;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// One column in one window: sorted or counted once, compared as often as is needed.
sealed interface ColumnWindow {

    ColumnKind kind();

    /// Observations present.
    long size();

    /// Observations that are infinite, or too large to square; they are among the missing.
    long infinite();

    /// @param infinite values set aside as missing
    record Numbers(NumericWindow window, long infinite) implements ColumnWindow {

        @Override
        public ColumnKind kind() {
            return ColumnKind.NUMERIC;
        }

        @Override
        public long size() {
            return window.size();
        }
    }

    record Labels(CategoricalWindow window) implements ColumnWindow {

        @Override
        public ColumnKind kind() {
            return ColumnKind.CATEGORICAL;
        }

        @Override
        public long size() {
            return window.size();
        }

        @Override
        public long infinite() {
            return 0;
        }
    }

    /// @param infinite vectors with an infinity, set aside as missing
    record Vectors(FeatureWindow window, long infinite) implements ColumnWindow {

        @Override
        public ColumnKind kind() {
            return ColumnKind.FEATURES;
        }

        @Override
        public long size() {
            return window.size();
        }
    }

    /// The comparison of two windows of one column, or nothing if their kinds or dimensions differ.
    static Optional<StreamComparison> comparison(
            String column, Optional<String> group, ColumnWindow reference, ColumnWindow current) {
        if (reference instanceof Numbers before && current instanceof Numbers now) {
            return Optional.of(new StreamComparison.Numeric(column, group, before.window(), now.window()));
        }
        if (reference instanceof Labels before && current instanceof Labels now) {
            return Optional.of(new StreamComparison.Categorical(column, group, before.window(), now.window()));
        }
        if (reference instanceof Vectors before && current instanceof Vectors now && sameDimensions(before, now)) {
            return Optional.of(new StreamComparison.Features(column, group, before.window(), now.window()));
        }
        return Optional.empty();
    }

    private static boolean sameDimensions(Vectors before, Vectors now) {
        return before.size() == 0
                || now.size() == 0
                || before.window().dimensions() == now.window().dimensions();
    }
}
