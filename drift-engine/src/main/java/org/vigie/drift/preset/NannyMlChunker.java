package org.vigie.drift.preset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How NannyML cuts rows into chunks.
///
/// ## Where it misleads
///
/// The default of ten equal chunks leaves a last one of a few rows, whose noise is judged by the limits of a full
/// one. Periods without rows give no chunk, so an outage leaves no trace.
public sealed interface NannyMlChunker {

    /// What becomes of rows that do not fill a chunk.
    enum Incomplete {
        /// They make a smaller chunk.
        KEEP,
        /// They join the last chunk; with no full chunk before them they are the only one (NannyML raises there).
        APPEND,
        DROP
    }

    /// The chunks of `rows` rows.
    ///
    /// @throws IllegalArgumentException if `rows` is negative
    List<NannyMlChunk> split(int rows);

    /// Chunks of a number of rows.
    record BySize(int size, Incomplete incomplete) implements NannyMlChunker {

        /// @throws IllegalArgumentException if `size` is not positive
        public BySize {
            if (size < 1) {
                throw new IllegalArgumentException("size " + size + " < 1");
            }
        }

        @Override
        public List<NannyMlChunk> split(int rows) {
            requireRows(rows);
            List<NannyMlChunk> chunks = new ArrayList<>();
            for (int i = 0; i < rows / size; i++) {
                chunks.add(NannyMlChunk.between(i * size, i * size + size - 1));
            }
            int full = rows / size * size;
            if (full < rows) {
                switch (incomplete) {
                    case KEEP -> chunks.add(NannyMlChunk.between(full, rows - 1));
                    case APPEND -> {
                        int from = chunks.isEmpty() ? full : chunks.removeLast().from();
                        chunks.add(NannyMlChunk.between(from, rows - 1));
                    }
                    case DROP -> {}
                }
            }
            return List.copyOf(chunks);
        }
    }

    /// About a number of chunks: of ⌊rows / number⌋ rows each, so what is left makes one or more further ones. Fewer
    /// rows than chunks make a chunk each (NannyML raises there).
    record ByCount(int number, Incomplete incomplete) implements NannyMlChunker {

        /// What NannyML does unless told otherwise.
        public static final ByCount DEFAULT = new ByCount(10, Incomplete.KEEP);

        /// @throws IllegalArgumentException if `number` is not positive
        public ByCount {
            if (number < 1) {
                throw new IllegalArgumentException("number " + number + " < 1");
            }
        }

        @Override
        public List<NannyMlChunk> split(int rows) {
            requireRows(rows);
            return new BySize(Math.max(1, rows / number), incomplete).split(rows);
        }
    }

    /// A calendar period.
    enum Period {
        DAY,
        /// Monday to Sunday.
        WEEK,
        MONTH;

        private LocalDate start(LocalDateTime time) {
            LocalDate day = time.toLocalDate();
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        private String key(LocalDate start) {
            return switch (this) {
                case DAY -> start.toString();
                case WEEK -> start + "/" + start.plusDays(6);
                case MONTH -> YearMonth.from(start).toString();
            };
        }
    }

    /// One chunk for each period with rows; indices count the rows in order of time.
    static List<NannyMlChunk> byPeriod(Period period, Collection<LocalDateTime> times) {
        Map<LocalDate, Integer> rows = new TreeMap<>();
        times.forEach(time -> rows.merge(period.start(time), 1, Integer::sum));
        List<NannyMlChunk> chunks = new ArrayList<>();
        int from = 0;
        for (Map.Entry<LocalDate, Integer> entry : rows.entrySet()) {
            chunks.add(new NannyMlChunk(period.key(entry.getKey()), from, from + entry.getValue() - 1));
            from += entry.getValue();
        }
        return List.copyOf(chunks);
    }

    private static void requireRows(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows " + rows + " < 0");
        }
    }
}
