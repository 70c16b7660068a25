package org.vigie.drift.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.verdict.DriftVerdict;

/// Defects measured in other monitors, each with a test that this one does not have it.
class PeersMonitorDefectsTest {

    private static final TableMonitor MONITOR = TableMonitor.of(DriftCheck.atFamilyWiseLevel(0.01));

    /// An absent column, or one wholly missing, raises and the whole report is lost (Evidently).
    @Test
    void anAbsentColumnDoesNotLoseTheReport() {
        TableReport report = MONITOR.compare(
                table(1, 300, 0),
                Table.ofRows(100)
                        .numeric("score", Made.normal(new SplittableRandom(2), 100, 1))
                        .build());

        assertThat(report.notices()).containsExactly(new Notice.MissingColumn("dose", Side.CURRENT));
        assertThat(report.column("dose").orElseThrow().verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has no column 'dose'", 0, 20));
        assertThat(report.column("score").orElseThrow().verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    @Test
    void aWhollyMissingColumnDoesNotLoseTheReport() {
        TableReport report = MONITOR.compare(
                table(1, 300, 0),
                Table.ofRows(100)
                        .numeric("score", Made.normal(new SplittableRandom(2), 100, 0))
                        .numeric("dose", Made.missing(100))
                        .build());

        assertThat(report.notices()).containsExactly(new Notice.AllMissing("dose", Side.CURRENT, 100));
        assertThat(report.column("score").orElseThrow().verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(report.drifted())
                .extracting(stream -> stream.finding().kind())
                .containsExactly(DriftFinding.Kind.MISSINGNESS);
    }

    @Test
    void columnsOfAnotherKindDoNotLoseTheReport() {
        TableReport report = MONITOR.compare(
                table(1, 300, 0),
                Table.ofRows(100)
                        .categorical("score", Collections.nCopies(100, "0.5"))
                        .numeric("dose", Made.normal(new SplittableRandom(2), 100, 0))
                        .numeric("age", new double[100])
                        .build());

        assertThat(report.notices())
                .containsExactly(
                        new Notice.ChangedKind("score", ColumnKind.NUMERIC, ColumnKind.CATEGORICAL),
                        new Notice.ExtraColumn("age"));
        assertThat(report.column("score").orElseThrow().verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "column is CATEGORICAL in the current window and NUMERIC in the reference", 0, 20));
        assertThat(report.column("dose").orElseThrow().verdict()).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void vectorsOfAnotherLengthDoNotLoseTheReport() {
        TableReport report = MONITOR.compare(
                Table.ofRows(30).features("f", new float[30 * 4], 4).build(),
                Table.ofRows(30).features("f", new float[30 * 3], 3).build());

        assertThat(report.notices()).containsExactly(new Notice.ChangedDimensions("f", 4, 3));
        assertThat(report.unjudged()).hasSize(1);
    }

    /// Values that cannot be are counted and set aside; elsewhere one of them raises, or is NaN in silence.
    @Test
    void infiniteValuesAreCountedAndSetAside() {
        double[] score = Made.normal(new SplittableRandom(2), 100, 0);
        score[3] = Double.POSITIVE_INFINITY;
        score[7] = -1e300;
        float[][] vectors = Made.vectors(new SplittableRandom(3), 100, 2, 0);
        vectors[0][1] = Float.NEGATIVE_INFINITY;
        TableReport report = MONITOR.compare(
                Table.ofRows(300)
                        .numeric("score", Made.normal(new SplittableRandom(1), 300, 0))
                        .features("f", Made.vectors(new SplittableRandom(4), 300, 2, 0))
                        .build(),
                Table.ofRows(100).numeric("score", score).features("f", vectors).build());

        assertThat(report.notices())
                .containsExactly(new Notice.InfiniteValues("score", 0, 2), new Notice.InfiniteValues("f", 0, 1));
        assertThat(report.needsAttention()).isTrue();
        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(report.ranked().stream()
                        .filter(stream -> stream.finding().kind() == DriftFinding.Kind.NUMERIC)
                        .map(stream -> stream.finding().result().sizes().current()))
                .containsExactly(98L);
    }

    @Test
    void aGroupingThatIsNotThereDoesNotLoseTheReport() {
        TableReport report = MONITOR.withGroupings("scanner", "dose")
                .withCluster("patient")
                .compare(table(1, 300, 0), table(2, 100, 0));

        assertThat(report.notices())
                .containsExactly(
                        new Notice.MissingColumn("scanner", Side.REFERENCE),
                        new Notice.NotCategorical("dose", Side.REFERENCE),
                        new Notice.NotCategorical("dose", Side.CURRENT),
                        new Notice.MissingColumn("patient", Side.REFERENCE));
        assertThat(report.ranked()).hasSize(2);
    }

    @Test
    void newAndGoneGroupsAreNamed() {
        TableReport report = MONITOR.withGroupings("site").compare(sites("A", "B"), sites("B", "C"));

        assertThat(report.notices())
                .containsExactly(
                        new Notice.NewGroup(new Group("site", "C"), 50, true),
                        new Notice.GoneGroup(new Group("site", "A"), 50));
    }

    /// Of a column 90 % missing the missing values are dropped first and the rest does not drift (Evidently).
    @Test
    void missingValuesAreAFindingOfTheirOwn() {
        double[] dose = Made.normal(new SplittableRandom(2), 300, 0);
        Arrays.fill(dose, 30, 300, Double.NaN);
        TableReport report = MONITOR.compare(
                table(1, 300, 0),
                Table.ofRows(300)
                        .numeric("score", Made.normal(new SplittableRandom(3), 300, 0))
                        .numeric("dose", dose)
                        .build());

        assertThat(report.drifted())
                .extracting(StreamReport::column, stream -> stream.finding().kind())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("dose", DriftFinding.Kind.MISSINGNESS));
        assertThat(report.column("dose").orElseThrow().verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    /// A chunk of missing values alone gives NaN and "alert: false" (NannyML).
    @Test
    void aChunkThatCannotBeJudgedIsNotSilent() {
        Reference reference = MONITOR.prepare(table(1, 300, 0));
        Table nothing = Table.ofRows(50)
                .numeric("score", Made.missing(50))
                .numeric("dose", Made.missing(50))
                .build();

        TableReport report = MONITOR.compare(reference, List.of(new Chunk("W1", true, nothing)))
                .getFirst()
                .report();

        assertThat(report.needsAttention()).isTrue();
        assertThat(report.unjudged()).extracting(StreamReport::column).containsExactly("dose", "score");
        assertThat(report.ranked())
                .allSatisfy(stream -> stream.finding()
                        .result()
                        .value()
                        .ifPresent(value -> assertThat(value).isNotNaN()));
    }

    /// A period without rows makes no chunk: an outage leaves no trace (NannyML).
    @Test
    void anOutageIsAnEvent() {
        long week = 7L * 24 * 3_600_000;
        long start = Instant.parse("2026-11-02T08:00:00Z").toEpochMilli();
        long[] times = new long[100];
        Arrays.setAll(times, i -> start + (i < 50 ? 0 : 2 * week) + i * 60_000L);
        var random = new SplittableRandom(5);
        Table weeks = Table.ofRows(100)
                .numeric("score", Made.normal(random, 100, 0))
                .numeric("dose", Made.normal(random, 100, 0))
                .times(times)
                .build();

        List<ChunkReport> reports = MONITOR.compare(
                MONITOR.prepare(table(1, 300, 0)),
                Chunking.ByPeriod.of(Chunking.Unit.WEEK, ZoneId.of("Europe/Paris"))
                        .chunks(weeks));

        assertThat(reports).extracting(ChunkReport::name).containsExactly("2026-W45", "2026-W46", "2026-W47");
        TableReport silent = reports.get(1).report();
        assertThat(silent.verdict()).isEqualTo(new DriftVerdict.Inconclusive("current window has no rows", 0, 20));
        assertThat(silent.notices()).contains(new Notice.NoRows(Side.CURRENT));
        assertThat(silent.needsAttention()).isTrue();
        assertThat(reports.get(0).report().needsAttention()).isFalse();
    }

    /// Single precision and permutation p-values of 0; memory that grows with the square of the rows
    /// (alibi-detect).
    @Test
    void pValuesAreNeverNothingAndMemoryIsLinear() {
        int rows = 20_000; // its square would be 3.2 GB
        TableReport report = MONITOR.compare(
                Table.ofRows(rows)
                        .features("f", Made.vectors(new SplittableRandom(1), rows, 2, 0))
                        .build(),
                Table.ofRows(rows)
                        .features("f", Made.vectors(new SplittableRandom(2), rows, 2, 0))
                        .build());
        TableReport small = MONITOR.compare(
                Table.ofRows(40).categorical("c", Collections.nCopies(40, "a")).build(),
                Table.ofRows(40).categorical("c", Collections.nCopies(40, "b")).build());

        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(small.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(small.pValue().orElseThrow()).isPositive();
    }

    /// A p-value from all rows on a sketch whose own error exceeds the critical value (whylogs).
    @Test
    void largeUnchangedWindowsAreStable() {
        int rows = 200_000;
        var random = new SplittableRandom(9);
        TableReport report = MONITOR.compare(
                Table.ofRows(rows)
                        .numeric("score", Made.normal(random, rows, 0))
                        .build(),
                Table.ofRows(rows)
                        .numeric("score", Made.normal(random, rows, 0))
                        .build());

        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(report.ranked().getFirst().detectable().orElseThrow().value())
                .isLessThan(0.02);
    }

    /// A `pValue` that means the opposite of its neighbours' (TrustyAI).
    @Test
    void aSmallPValueMeansDriftInEveryKindOfColumn() {
        var random = new SplittableRandom(4);
        TableReport moved = MONITOR.compare(everyKind(random, 300, 0, 0.1, 0), everyKind(random, 100, 2, 0.9, 60));
        TableReport same = MONITOR.compare(everyKind(random, 300, 0, 0.1, 60), everyKind(random, 100, 0, 0.1, 20));

        assertThat(moved.ranked())
                .hasSize(4)
                .extracting(stream -> stream.finding().kind())
                .containsExactlyInAnyOrder(DriftFinding.Kind.values());
        assertThat(moved.ranked())
                .allSatisfy(
                        stream -> assertThat(stream.finding().result().pValue().orElseThrow())
                                .isLessThan(0.001));
        assertThat(same.ranked())
                .hasSize(4)
                .allSatisfy(
                        stream -> assertThat(stream.finding().result().pValue().orElseThrow())
                                .isGreaterThan(0.001));
    }

    /// Results that could not be computed are dropped before the rules are applied (deepchecks' server).
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19})
    void whatCouldNotBeJudgedStaysInTheReport(int rows) {
        TableReport report = MONITOR.compare(table(1, 300, 0), table(2, rows, 5));

        assertThat(report.unjudged()).hasSize(2);
        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Inconclusive.class);
        assertThat(report.needsAttention()).isTrue();
    }

    /// A verdict at a threshold without a word on its power (all).
    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void everyGreenVerdictSaysWhatItCouldNotHaveSeen(int rows) {
        var random = new SplittableRandom(4);
        TableReport report =
                MONITOR.compare(everyKind(random, 1_000, 0, 0.1, 100), everyKind(random, rows, 0, 0.1, rows / 10));

        assertThat(report.ranked()).hasSize(4).allSatisfy(stream -> {
            assertThat(stream.verdict()).isInstanceOf(DriftVerdict.Stable.class);
            assertThat(stream.detectable()).isPresent();
        });
        double shift = report.column("score")
                .orElseThrow()
                .streams()
                .getFirst()
                .detectable()
                .orElseThrow()
                .value();
        assertThat(shift).isCloseTo(rows == 40 ? 0.75 : 0.27, within(rows == 40 ? 0.15 : 0.06));
    }

    // ---- fixtures

    private static Table table(long seed, int rows, double mean) {
        var random = new SplittableRandom(seed);
        return Table.ofRows(rows)
                .numeric("score", Made.normal(random, rows, mean))
                .numeric("dose", Made.normal(random, rows, mean))
                .build();
    }

    private static Table sites(String one, String other) {
        String[] sites = new String[100];
        Arrays.setAll(sites, i -> i < 50 ? one : other);
        return Table.ofRows(100)
                .numeric("score", Made.normal(new SplittableRandom(1), 100, 0))
                .categorical("site", Arrays.asList(sites))
                .build();
    }

    /// A column of each kind, the labels having gaps.
    private static Table everyKind(SplittableRandom random, int rows, double mean, double share, int missing) {
        String[] labels = Made.labels(random, rows, new String[] {"AP", "PA"}, share, 1 - share)
                .toArray(String[]::new);
        Arrays.fill(labels, 0, missing, null);
        return Table.ofRows(rows)
                .numeric("score", Made.normal(random, rows, mean))
                .categorical("view", Arrays.asList(labels))
                .features("f", Made.vectors(random, rows, 3, mean))
                .build();
    }
}
