package org.vigie.drift.monitor;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How the rows of a table are cut into chunks. Every row is in exactly one of them.
public sealed interface Chunking {

    List<Chunk> chunks(Table table);

    /// Chunks of the same number of rows, in the order of the table; rows left over are a last chunk that is
    /// not complete.
    record BySize(int rows) implements Chunking {

        /// @throws IllegalArgumentException if `rows < 1`
        public BySize {
            if (rows < 1) {
                throw new IllegalArgumentException("rows " + rows + " < 1");
            }
        }

        @Override
        public List<Chunk> chunks(Table table) {
            List<Chunk> chunks = new ArrayList<>();
            for (long from = 0; from < table.rows(); from += rows) {
                int until = (int) Math.min(table.rows(), from + rows);
                chunks.add(range(table, (int) from, until, until - from == rows));
            }
            return List.copyOf(chunks);
        }
    }

    /// A number of chunks, in the order of the table, whose sizes differ by at most one row: none is left
    /// over. Of a table with fewer rows some are empty.
    record ByCount(int number) implements Chunking {

        /// @throws IllegalArgumentException if `number < 1`
        public ByCount {
            if (number < 1) {
                throw new IllegalArgumentException("number " + number + " < 1");
            }
        }

        @Override
        public List<Chunk> chunks(Table table) {
            return IntStream.range(0, number)
                    .mapToObj(i -> range(table, edge(table, i), edge(table, i + 1), true))
                    .toList();
        }

        private int edge(Table table, int i) {
            return (int) ((long) table.rows() * i / number);
        }
    }

    /// Calendar periods.
    enum Unit {
        DAY,
        /// From Monday on, as ISO 8601 numbers them.
        WEEK,
        MONTH
    }

    /// First and last instant at which rows are expected, in milliseconds since 1970-01-01T00:00Z.
    record Expected(long from, long until) {

        /// @throws IllegalArgumentException if `until` is before `from`
        public Expected {
            if (until < from) {
                throw new IllegalArgumentException("until " + until + " is before from " + from);
            }
        }
    }

    /// Chunks by the calendar of a place. Every period from the first to the last is there: one without rows
    /// is an empty chunk, since a silence is an event. Rows without a time are a last chunk that is not
    /// complete.
    ///
    /// @param expected periods that should have rows, besides those between the first and the last row: so that
    ///     a silence at the end is seen
    record ByPeriod(Unit unit, ZoneId zone, Optional<Expected> expected) implements Chunking {

        public static ByPeriod of(Unit unit, ZoneId zone) {
            return new ByPeriod(unit, zone, Optional.empty());
        }

        public ByPeriod expecting(long from, long until) {
            return new ByPeriod(unit, zone, Optional.of(new Expected(from, until)));
        }

        /// @throws IllegalArgumentException if the rows have no times
        @Override
        public List<Chunk> chunks(Table table) {
            if (!table.hasTimes()) {
                throw new IllegalArgumentException("periods need a table with times");
            }
            var rows = new TreeMap<LocalDate, List<Integer>>();
            List<Integer> untimed = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                long time = table.time(row);
                (time == Table.NO_TIME ? untimed : rows.computeIfAbsent(start(time), day -> new ArrayList<>()))
                        .add(row);
            }
            expected.ifPresent(span -> {
                rows.putIfAbsent(start(span.from()), List.of());
                rows.putIfAbsent(start(span.until()), List.of());
            });
            List<Chunk> chunks = new ArrayList<>();
            if (!rows.isEmpty()) {
                for (LocalDate day = rows.firstKey(); !day.isAfter(rows.lastKey()); day = next(day)) {
                    chunks.add(chunk(name(day), true, table, rows.getOrDefault(day, List.of())));
                }
            }
            if (!untimed.isEmpty()) {
                chunks.add(chunk("no time", false, table, untimed));
            }
            return List.copyOf(chunks);
        }

        private LocalDate start(long time) {
            LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
            return switch (unit) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        private LocalDate next(LocalDate day) {
            return switch (unit) {
                case DAY -> day.plusDays(1);
                case WEEK -> day.plusWeeks(1);
                case MONTH -> day.plus(1, ChronoUnit.MONTHS);
            };
        }

        private String name(LocalDate day) {
            return switch (unit) {
                case DAY -> day.toString();
                case WEEK ->
                    String.format(
                            Locale.ROOT,
                            "%d-W%02d",
                            day.get(IsoFields.WEEK_BASED_YEAR),
                            day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                case MONTH -> String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue());
            };
        }

        private static Chunk chunk(String name, boolean complete, Table table, List<Integer> rows) {
            return new Chunk(
                    name,
                    complete,
                    table.select(rows.stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    private static Chunk range(Table table, int from, int until, boolean complete) {
        int[] rows = new int[until - from];
        Arrays.setAll(rows, i -> from + i);
        String name = until == from ? "no rows" : "rows " + from + "–" + (until - 1);
        return new Chunk(name, complete, table.select(rows));
    }
}
