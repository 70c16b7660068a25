package org.vigie.drift.monitor;

/// Something seen in the tables that is a fact and not a test: it takes nothing of the budget of false
/// alarms.
public sealed interface Notice {

    /// Whether somebody should look, whatever the tests say.
    boolean callsForAttention();

    /// A column that the other window has, or that rows should be grouped by, is not there.
    record MissingColumn(String column, Side side) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// A column that the reference does not have. It is not compared.
    record ExtraColumn(String column) implements Notice {
        @Override
        public boolean callsForAttention() {
            return false;
        }
    }

    /// A column whose values are of another kind than in the reference.
    record ChangedKind(String column, ColumnKind reference, ColumnKind current) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// Feature vectors of another length than in the reference.
    record ChangedDimensions(String column, int reference, int current) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// Rows should be grouped, or counted once, by a column that holds no labels.
    record NotCategorical(String column, Side side) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// A window without rows.
    record NoRows(Side side) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// A column without any value in a window that has rows.
    record AllMissing(String column, Side side, long rows) implements Notice {
        @Override
        public boolean callsForAttention() {
            return true;
        }
    }

    /// Values that are infinite, or beyond ±1e150; they count as missing.
    record InfiniteValues(String column, long reference, long current) implements Notice {
        @Override
        public boolean callsForAttention() {
            return current > 0 && reference == 0;
        }
    }

    /// A group that the reference does not have, such as a new scanner. It cannot be compared with itself.
    ///
    /// @param enough whether it has the rows that a verdict would need
    record NewGroup(Group group, long rows, boolean enough) implements Notice {
        @Override
        public boolean callsForAttention() {
            return enough;
        }
    }

    /// A group of the reference without rows in the current window.
    record GoneGroup(Group group, long referenceRows) implements Notice {
        @Override
        public boolean callsForAttention() {
            return false;
        }
    }
}
