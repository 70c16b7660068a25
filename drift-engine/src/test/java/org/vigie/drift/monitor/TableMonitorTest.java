package org.vigie.drift.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.DriftFindings;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.verdict.DriftVerdict;

class TableMonitorTest {

    private static final DriftCheck CHECK = DriftCheck.within(new FalseAlarmBudget(1, 52, 1));
    private static final TableMonitor MONITOR = TableMonitor.of(CHECK);
    private static final String[] SCANNERS = {"CT 1", "CT 2", "CT 3"};

    @Test
    void findsWhatACheckOfTheSameStreamsFinds() {
        var random = new SplittableRandom(1);
        double[] score = Made.normal(random, 400, 0);
        double[] scoreNow = Made.normal(random, 90, 0.8);
        List<String> view = Made.labels(random, 400, new String[] {"PA", "AP"}, 3, 1);
        List<String> viewNow = Made.labels(random, 90, new String[] {"PA", "AP"}, 3, 1);
        float[][] features = Made.vectors(random, 400, 6, 0);
        float[][] featuresNow = Made.vectors(random, 90, 6, 0);

        TableReport report = MONITOR.compare(
                Table.ofRows(400)
                        .numeric("score", score)
                        .categorical("view", view)
                        .features("embedding", features)
                        .build(),
                Table.ofRows(90)
                        .numeric("score", scoreNow)
                        .categorical("view", viewNow)
                        .features("embedding", featuresNow)
                        .build());

        DriftFindings direct = CHECK.compare(List.of(
                StreamComparison.numeric("score", score, scoreNow),
                StreamComparison.categorical("view", view, viewNow),
                StreamComparison.features("embedding", Arrays.asList(features), Arrays.asList(featuresNow))));
        assertThat(report.ranked()).extracting(StreamReport::finding).isEqualTo(direct.ranked());
        assertThat(report.verdict()).isEqualTo(direct.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(report.pValue().orElseThrow())
                .isEqualTo(direct.ranked().getFirst().adjustedPValue().orElseThrow());
        assertThat(report.columns()).extracting(ColumnReport::column).first().isEqualTo("score");
        assertThat(report.notices()).isEmpty();
        assertThat(report.needsAttention()).isTrue();
    }

    @Test
    void sayNothingWhenNothingMoved() {
        TableReport report = MONITOR.withGroupings("scanner").compare(hospital(1, 900, 0), hospital(2, 300, 0));

        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(report.needsAttention()).isFalse();
        assertThat(report.causes()).isEmpty();
        assertThat(report.ranked())
                .hasSize(2 * (1 + 3) + 1)
                .allSatisfy(stream -> assertThat(stream.detectable()).isPresent());
    }

    @Test
    void reportsEachGroupAgainstItself() {
        TableReport report = MONITOR.withGroupings("scanner").compare(hospital(1, 900, 0), hospital(2, 300, 1.5));

        assertThat(report.groups())
                .extracting(GroupReport::group, group -> group.verdict() instanceof DriftVerdict.Drifted)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(new Group("scanner", "CT 1"), false),
                        org.assertj.core.groups.Tuple.tuple(new Group("scanner", "CT 2"), true),
                        org.assertj.core.groups.Tuple.tuple(new Group("scanner", "CT 3"), false));
        assertThat(report.column("dose").orElseThrow().verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(report.drifted()).extracting(StreamReport::column).containsOnly("score");
    }

    @Test
    void thinGroupsDoNotHideTheOthers() {
        Table before = Table.ofRows(300)
                .numeric("score", Made.normal(new SplittableRandom(1), 300, 0))
                .categorical("site", site(300, 297))
                .build();
        Table now = Table.ofRows(100)
                .numeric("score", Made.normal(new SplittableRandom(2), 100, 1))
                .categorical("site", site(100, 97))
                .build();

        TableReport report = MONITOR.withGroupings("site").compare(before, now);

        assertThat(report.unjudged())
                .extracting(StreamReport::group)
                .containsExactly(java.util.Optional.of(new Group("site", "B")));
        assertThat(report.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    @Test
    void kindsOfFindingsStandSideBySide() {
        Table before = Table.ofRows(60)
                .categorical("view", Collections.nCopies(60, "PA"))
                .build();
        Table now = Table.ofRows(60)
                .categorical("view", Collections.nCopies(60, null))
                .build();

        assertThat(MONITOR.compare(before, now).column("view").orElseThrow().streams())
                .extracting(stream -> stream.finding().kind())
                .containsExactly(DriftFinding.Kind.MISSINGNESS, DriftFinding.Kind.CATEGORICAL);
    }

    // ---- laws

    @Test
    void theReportDoesNotDependOnTheNumberOfThreads() {
        TableMonitor monitor = MONITOR.withGroupings("scanner");
        Table before = hospital(1, 600, 0);
        Table now = hospital(2, 200, 1);
        TableReport one = monitor.compare(before, now);

        for (int threads : new int[] {2, 5}) {
            assertThat(monitor.withThreads(threads).compare(before, now)).isEqualTo(one);
        }
    }

    @Test
    void aKeptReferenceGivesTheSameReports() {
        TableMonitor monitor = MONITOR.withGroupings("scanner");
        Table before = hospital(1, 600, 0);
        Reference reference = monitor.prepare(before);

        for (int week = 2; week < 5; week++) {
            Table now = hospital(week, 150, 0.4);
            assertThat(monitor.compare(reference, now)).isEqualTo(monitor.compare(before, now));
        }
    }

    @Test
    void theOrderOfRowsAndColumnsDoesNotMatter() {
        Table before = hospital(1, 600, 0);
        Table now = hospital(2, 200, 1);
        int[] backwards = IntStream.range(0, 200).map(i -> 199 - i).toArray();

        assertThat(MONITOR.withGroupings("scanner").compare(before, now.select(backwards)))
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .isEqualTo(MONITOR.withGroupings("scanner").compare(before, now));
    }

    @Test
    void theTableKeepsItsOwnValues() {
        double[] values = {1, 2, 3};
        int[] codes = {0, 1, -1};
        float[] flat = {1, 2, 3};
        Table table = Table.ofRows(3)
                .numeric("x", values)
                .categorical("c", codes, List.of("a", "b"))
                .features("f", flat, 1)
                .build();
        values[0] = 9;
        codes[0] = 1;
        flat[0] = 9;

        assertThat(table.column("x").orElseThrow().window())
                .extracting(window -> ((ColumnWindow.Numbers) window).window().get(0))
                .isEqualTo(1.0);
        assertThat(table.labels("c").orElseThrow().label(0)).isEqualTo("a");
        assertThat(((Column.Vectors) table.column("f").orElseThrow()).vectors()[0])
                .containsExactly(1f);
    }

    // ---- clusters

    @Test
    void countsEachPatientOnce() {
        TableMonitor monitor = MONITOR.withCluster("patient");
        TableReport report = monitor.compare(patients(1, 100, 5), patients(2, 40, 5));

        assertThat(report.referenceRows()).isEqualTo(100);
        assertThat(report.currentRows()).isEqualTo(40);
        assertThat(report.ranked()).extracting(StreamReport::column).containsExactly("score");
    }

    @Test
    void holdsItsLevelWhenPatientsComeOften() {
        TableMonitor naive = TableMonitor.of(DriftCheck.atFamilyWiseLevel(0.05));
        int runs = 200;
        int naiveAlarms = 0;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            Table before = patients(2 * run, 60, 5);
            Table now = patients(2 * run + 1, 30, 5);
            naiveAlarms += naive.compare(scores(before), scores(now)).drifted().isEmpty() ? 0 : 1;
            alarms +=
                    naive.withCluster("patient").compare(before, now).drifted().isEmpty() ? 0 : 1;
        }

        // intraclass correlation one half; 3 standard errors of 1.5 % each way
        assertThat((double) alarms / runs).isBetween(0.01, 0.1);
        assertThat((double) naiveAlarms / runs).isGreaterThan(0.15);
    }

    // ---- chunks

    @Test
    void comparesChunkAfterChunk() {
        Reference reference = MONITOR.prepare(hospital(1, 600, 0));
        List<ChunkReport> reports = MONITOR.compare(reference, new Chunking.BySize(100).chunks(hospital(2, 250, 2)));

        assertThat(reports).extracting(ChunkReport::complete).containsExactly(true, true, false);
        assertThat(reports)
                .allSatisfy(chunk -> assertThat(chunk.report().verdict()).isInstanceOf(DriftVerdict.Drifted.class));
    }

    // ---- misuse

    @Test
    void refusesAReferenceOfAnotherMonitor() {
        Reference reference = MONITOR.prepare(hospital(1, 100, 0));

        assertThatThrownBy(() -> MONITOR.withGroupings("scanner").compare(reference, hospital(2, 100, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reference was prepared by a monitor of other groups, cluster or seed");
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        Table.Builder table = Table.ofRows(2).numeric("x", 1, 2);

        assertThatThrownBy(() -> table.numeric("y", 1)).hasMessage("column 'y' has 1 values for 2 rows");
        assertThatThrownBy(() -> table.numeric("x", 1, 2)).hasMessage("column 'x' comes twice");
        assertThatThrownBy(() -> table.categorical("c", new int[] {0, 2}, List.of("a", "b")))
                .hasMessage("column 'c' has code 2 in row 1, its dictionary has 2 labels");
        assertThatThrownBy(() -> table.categorical("c", new int[] {0, 1}, List.of("a", "a")))
                .hasMessage("column 'c' has a label twice in [a, a]");
        assertThatThrownBy(() -> table.features("f", new float[1], new float[2]))
                .hasMessage("column 'f' has 2 dimensions in row 1 and 1 in row 0");
        assertThatThrownBy(() -> table.features("f", new float[5], 2))
                .hasMessage("column 'f' has 5 values, 2 rows of 2 dimensions were announced");
        assertThatThrownBy(() -> table.times(1)).hasMessage("1 times for 2 rows");
        assertThatThrownBy(() -> Table.ofRows(-1)).hasMessage("rows -1 < 0");
        assertThatThrownBy(() -> MONITOR.withThreads(0)).hasMessage("threads 0 < 1");
        assertThatThrownBy(() -> MONITOR.withGroupings("a", "a")).hasMessage("a grouping comes twice in [a, a]");
    }

    // ---- fixtures

    /// Scanner CT 2 makes scores that are shifted.
    private static Table hospital(long seed, int rows, double shift) {
        var random = new SplittableRandom(seed);
        List<String> scanner = Made.labels(random, rows, SCANNERS, 1, 1, 1);
        double[] score = Made.normal(random, rows, 0);
        for (int i = 0; i < rows; i++) {
            score[i] += scanner.get(i).equals("CT 2") ? shift : 0;
        }
        return Table.ofRows(rows)
                .numeric("score", score)
                .numeric("dose", Made.normal(random, rows, 5))
                .categorical("scanner", scanner)
                .build();
    }

    private static List<String> site(int rows, int ofA) {
        return IntStream.range(0, rows).mapToObj(i -> i < ofA ? "A" : "B").toList();
    }

    /// Every patient comes as often; half of the variance is the patient's.
    private static Table patients(long seed, int patients, int visits) {
        var random = new SplittableRandom(seed);
        double[] score = new double[patients * visits];
        String[] patient = new String[score.length];
        for (int p = 0; p < patients; p++) {
            double level = random.nextGaussian();
            for (int v = 0; v < visits; v++) {
                score[p * visits + v] = level + random.nextGaussian();
                patient[p * visits + v] = "P" + p;
            }
        }
        return Table.ofRows(score.length)
                .numeric("score", score)
                .categorical("patient", Arrays.asList(patient))
                .build();
    }

    private static Table scores(Table patients) {
        return Table.ofRows(patients.rows())
                .numeric("score", ((Column.Numbers) patients.column("score").orElseThrow()).values())
                .build();
    }
}
