package org.vigie.drift.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.drift.DriftCheck;

class CauseSearchTest {

    private static final TableMonitor MONITOR = TableMonitor.of(DriftCheck.atFamilyWiseLevel(0.01))
            .withGroupings("site", "scanner", "software", "protocol");

    /// What is planted in the current window.
    private enum Plant {
        NOTHING,
        NEW_SCANNER,
        MOVED_SOFTWARE,
        MIX_OF_PROTOCOLS,
        EVERYWHERE
    }

    @Test
    void namesANewScanner() {
        Cause cause = report(1, Plant.NEW_SCANNER).cause("score").orElseThrow();

        assertThat(cause.grouping()).isEqualTo("scanner");
        assertThat(cause.kind()).isEqualTo(Cause.Kind.NEW_GROUPS);
        assertThat(cause.groups()).containsExactly("CT 9");
        assertThat(cause.shareExplained()).isGreaterThan(0.7);
        assertThat(cause.suffices()).isTrue();
        assertThat(cause.pValue().orElseThrow()).isLessThan(0.01);
        assertThat(cause.rows()).isBetween(80.0, 160.0);
    }

    @Test
    void namesTheGroupThatMoved() {
        Cause cause = report(1, Plant.MOVED_SOFTWARE).cause("score").orElseThrow();

        assertThat(cause.grouping()).isEqualTo("software");
        assertThat(cause.kind()).isEqualTo(Cause.Kind.WITHIN_GROUPS);
        assertThat(cause.groups()).containsExactly("5.0");
        assertThat(cause.suffices()).isTrue();
    }

    @Test
    void namesAMixThatChanged() {
        Cause cause = report(1, Plant.MIX_OF_PROTOCOLS).cause("score").orElseThrow();

        assertThat(cause.grouping()).isEqualTo("protocol");
        assertThat(cause.kind()).isEqualTo(Cause.Kind.MIX);
        assertThat(cause.groups()).containsExactlyInAnyOrder("thin", "thick");
        assertThat(cause.shareExplained()).isGreaterThan(0.7);
    }

    @Test
    void doesNotBlameAGroupForWhatHappensEverywhere() {
        TableReport report = report(1, Plant.EVERYWHERE);

        assertThat(report.causes())
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.kind()).isEqualTo(Cause.Kind.EVERYWHERE));
        assertThat(report.cause("score")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsThePlantedCauseAndNoOther(Plant plant) {
        int runs = 10;
        List<String> blamed = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            report(100 + run, plant).cause("score").ifPresent(cause -> blamed.add(cause.grouping()));
        }

        String planted = planted(plant);
        long right = blamed.stream().filter(planted::equals).count();
        assertThat(blamed.size() - right).isLessThanOrEqualTo(1);
        assertThat(right).isGreaterThanOrEqualTo(planted.isEmpty() ? 0 : 9);
    }

    @Test
    void distancesAreFreeOfWhatChanceLeaves() {
        var random = new SplittableRandom(7);
        double squares = 0;
        for (int run = 0; run < 400; run++) {
            var before = new Column.Numbers(Made.normal(random, 80, 0));
            var now = new Column.Numbers(Made.normal(random, 40, 0));
            double[] weights = new double[120];
            java.util.Arrays.setAll(weights, i -> i % 4 == 0 ? 2 : 1);
            ShiftDistance.Value value = ShiftDistance.of(before, now).between(weights);
            squares += value.squared() / value.byChance() / 400;
        }

        assertThat(squares).isCloseTo(1, within(0.15)); // standard error about 0.045
    }

    // ---- fixtures

    private static String planted(Plant plant) {
        return switch (plant) {
            case NOTHING, EVERYWHERE -> "";
            case NEW_SCANNER -> "scanner";
            case MOVED_SOFTWARE -> "software";
            case MIX_OF_PROTOCOLS -> "protocol";
        };
    }

    private static TableReport report(long seed, Plant plant) {
        return MONITOR.compare(table(2 * seed, 1_500, Plant.NOTHING), table(2 * seed + 1, 400, plant));
    }

    /// Scanners stand in sites and have a software; thick slices give lower scores.
    private static Table table(long seed, int rows, Plant plant) {
        var random = new SplittableRandom(seed);
        double[] score = new double[rows];
        List<String> site = new ArrayList<>();
        List<String> scanner = new ArrayList<>();
        List<String> software = new ArrayList<>();
        List<String> protocol = new ArrayList<>();
        double thick = plant == Plant.MIX_OF_PROTOCOLS ? 0.8 : 0.3;
        for (int i = 0; i < rows; i++) {
            int machine = random.nextInt(6);
            boolean isNew = plant == Plant.NEW_SCANNER && random.nextDouble() < 0.3;
            boolean isThick = random.nextDouble() < thick;
            boolean isFive = random.nextDouble() < 0.4;
            site.add(machine < 3 ? "North" : "South");
            scanner.add(isNew ? "CT 9" : "CT " + machine);
            software.add(isFive ? "5.0" : "4.1");
            protocol.add(isThick ? "thick" : "thin");
            score[i] = random.nextGaussian() - (isThick ? 1.2 : 0);
            score[i] += switch (plant) {
                case NEW_SCANNER -> isNew ? 1.2 : 0;
                case MOVED_SOFTWARE -> isFive ? 1.2 : 0;
                case EVERYWHERE -> 1.2;
                case NOTHING, MIX_OF_PROTOCOLS -> 0;
            };
        }
        return Table.ofRows(rows)
                .numeric("score", score)
                .categorical("site", site)
                .categorical("scanner", scanner)
                .categorical("software", software)
                .categorical("protocol", protocol)
                .build();
    }
}
