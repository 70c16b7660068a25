package org.vigie.drift.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.drift.monitor.Chunking.ByCount;
import org.vigie.drift.monitor.Chunking.ByPeriod;
import org.vigie.drift.monitor.Chunking.BySize;
import org.vigie.drift.monitor.Chunking.Unit;

class ChunkingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void rowsLeftOverAreAnIncompleteChunk() {
        assertThat(new BySize(4).chunks(numbered(10)))
                .extracting(Chunk::name, Chunk::complete, chunk -> chunk.table().rows())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("rows 0–3", true, 4),
                        org.assertj.core.groups.Tuple.tuple("rows 4–7", true, 4),
                        org.assertj.core.groups.Tuple.tuple("rows 8–9", false, 2));
        assertThat(new BySize(4).chunks(numbered(0))).isEmpty();
    }

    @Property
    void chunksByCountDifferByAtMostOneRow(
            @ForAll @IntRange(max = 200) int rows, @ForAll @IntRange(min = 1, max = 30) int number) {
        List<Chunk> chunks = new ByCount(number).chunks(numbered(rows));

        assertThat(chunks).hasSize(number);
        int smallest =
                chunks.stream().mapToInt(chunk -> chunk.table().rows()).min().orElseThrow();
        int largest =
                chunks.stream().mapToInt(chunk -> chunk.table().rows()).max().orElseThrow();
        assertThat(largest - smallest).isLessThanOrEqualTo(1);
        assertThat(values(chunks)).containsExactly(values(List.of(new Chunk("all", true, numbered(rows)))));
    }

    @Property
    void everyRowIsInOneChunk(@ForAll @IntRange(max = 200) int rows, @ForAll @IntRange(min = 1, max = 30) int size) {
        assertThat(values(new BySize(size).chunks(numbered(rows))))
                .containsExactly(values(List.of(new Chunk("all", true, numbered(rows)))));
    }

    @Test
    void anEmptyPeriodIsAChunk() {
        Table table = at("2026-11-02T08:00:00Z", "2026-11-16T08:00:00Z", "2026-11-03T08:00:00Z");

        assertThat(ByPeriod.of(Unit.WEEK, PARIS).chunks(table))
                .extracting(Chunk::name, chunk -> chunk.table().rows())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-W45", 2),
                        org.assertj.core.groups.Tuple.tuple("2026-W46", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-W47", 1));
    }

    @Test
    void expectedPeriodsAreThereThoughNothingHappened() {
        long from = Instant.parse("2026-01-15T00:00:00Z").toEpochMilli();
        long until = Instant.parse("2026-04-15T00:00:00Z").toEpochMilli();
        ByPeriod months = ByPeriod.of(Unit.MONTH, PARIS).expecting(from, until);

        assertThat(months.chunks(at("2026-02-03T08:00:00Z")))
                .extracting(Chunk::name, chunk -> chunk.table().rows())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-01", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-02", 1),
                        org.assertj.core.groups.Tuple.tuple("2026-03", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-04", 0));
        assertThat(months.chunks(at())).hasSize(4);
    }

    @Test
    void daysBeginAtTheMidnightOfThePlace() {
        Table table =
                at("2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z");

        // the day on which the clocks go forward has 23 hours
        assertThat(ByPeriod.of(Unit.DAY, PARIS).chunks(table))
                .extracting(Chunk::name, chunk -> chunk.table().rows())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-03-28", 1),
                        org.assertj.core.groups.Tuple.tuple("2026-03-29", 2),
                        org.assertj.core.groups.Tuple.tuple("2026-03-30", 1));
    }

    @Test
    void weeksAreNumberedByTheYearTheyBelongTo() {
        assertThat(ByPeriod.of(Unit.WEEK, PARIS).chunks(at("2027-01-01T12:00:00Z")))
                .extracting(Chunk::name)
                .containsExactly("2026-W53");
    }

    @Test
    void rowsWithoutATimeComeLast() {
        Table table = Table.ofRows(2)
                .numeric("x", 1, 2)
                .times(Table.NO_TIME, Instant.parse("2026-11-02T08:00:00Z").toEpochMilli())
                .build();

        assertThat(ByPeriod.of(Unit.DAY, PARIS).chunks(table))
                .extracting(Chunk::name, Chunk::complete)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-11-02", true),
                        org.assertj.core.groups.Tuple.tuple("no time", false));
    }

    @Test
    void refusesWhatIsNoChunking() {
        assertThatThrownBy(() -> new BySize(0)).hasMessage("rows 0 < 1");
        assertThatThrownBy(() -> new ByCount(0)).hasMessage("number 0 < 1");
        assertThatThrownBy(() -> ByPeriod.of(Unit.DAY, PARIS).expecting(2, 1)).hasMessage("until 1 is before from 2");
        assertThatThrownBy(() -> ByPeriod.of(Unit.DAY, PARIS).chunks(numbered(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("periods need a table with times");
    }

    // ---- fixtures

    private static Table numbered(int rows) {
        return Table.ofRows(rows)
                .numeric("x", IntStream.range(0, rows).asDoubleStream().toArray())
                .build();
    }

    private static Table at(String... instants) {
        return Table.ofRows(instants.length)
                .times(Arrays.stream(instants)
                        .mapToLong(instant -> Instant.parse(instant).toEpochMilli())
                        .toArray())
                .build();
    }

    private static double[] values(List<Chunk> chunks) {
        return chunks.stream()
                .flatMapToDouble(chunk -> Arrays.stream(
                        ((Column.Numbers) chunk.table().column("x").orElseThrow()).values()))
                .toArray();
    }
}
