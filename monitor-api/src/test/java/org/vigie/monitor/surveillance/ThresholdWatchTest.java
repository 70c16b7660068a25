package org.vigie.monitor.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.policy.Policy;

class ThresholdWatchTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W02", PARIS);
    private static final ThresholdWatch.Subject SENSITIVITY =
            new ThresholdWatch.Subject(ThresholdWatch.Metric.SENSITIVITY, null);

    @Test
    void aFallIsSeenAndTellsTheWeeksItComesFrom() {
        List<ScoredCase> cases = cases(1, 26, week -> week < 14 ? 0.92 : 0.65);

        ThresholdWatch.Fall fall =
                watch(cases, 26).of(SENSITIVITY, Optional.empty()).orElseThrow();

        assertThat(fall.minimum()).isEqualTo(0.85);
        assertThat(fall.weeks()).isBetween(11, 13);
        assertThat((double) fall.right() / fall.cases()).isBetween(0.55, 0.75);
        assertThat(fall.cases()).isEqualTo(20L * fall.weeks());
    }

    @Test
    void whatWasDealtWithNoLongerCounts() {
        List<ScoredCase> cases = cases(2, 26, week -> week >= 8 && week < 16 ? 0.5 : 0.95);

        assertThat(watch(cases, 26).of(SENSITIVITY, Optional.of(FIRST.plus(15))))
                .isEmpty();
        assertThat(watch(cases, 16).of(SENSITIVITY, Optional.of(FIRST.plus(3)))).isPresent();
    }

    @Test
    void atTheMinimumItselfAlarmsAreRare() {
        int years = 0;
        for (int year = 0; year < 60; year++) {
            years += watch(cases(100 + year, 52, _ -> 0.85), 52)
                            .of(SENSITIVITY, Optional.empty())
                            .isPresent()
                    ? 1
                    : 0;
        }

        // one false alarm a year is accepted in all: a quarter of one for this rate
        assertThat(years).isLessThanOrEqualTo(20);
    }

    @Test
    void everySiteIsWatchedWhereThereAreSeveral() {
        List<ScoredCase> cases = new ArrayList<>(cases(3, 20, _ -> 0.95));
        assertThat(watch(cases, 20).subjects()).hasSize(2);

        for (ScoredCase each : cases(4, 20, week -> week < 8 ? 0.95 : 0.4)) {
            cases.add(at("south", each));
        }
        ThresholdWatch watch = watch(cases, 20);

        assertThat(watch.subjects()).hasSize(6);
        assertThat(watch.of(new ThresholdWatch.Subject(ThresholdWatch.Metric.SENSITIVITY, "south"), Optional.empty()))
                .isPresent();
        assertThat(watch.of(new ThresholdWatch.Subject(ThresholdWatch.Metric.SENSITIVITY, "north"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void withoutTruthThereIsNoEvidence() {
        assertThat(watch(List.of(), 10).of(SENSITIVITY, Optional.empty())).isEmpty();
    }

    private interface Rate {
        double in(int week);
    }

    private static ThresholdWatch watch(List<ScoredCase> cases, int weeks) {
        var policy = new Policy(
                "m",
                "owner",
                "reason",
                new Policy.Reference(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 2)),
                new Policy.Performance(4, 0.95, 0.1, new Policy.Thresholds(0.85, 0.5)),
                new Policy.Drift(List.of(), List.of(), true, false, "manufacturerModelName", 20),
                1,
                new Policy.Alerts(URI.create("http://localhost/"), List.of()));
        return new ThresholdWatch(policy, cases, FIRST, FIRST.plus(weeks - 1));
    }

    /// Twenty positives a week, found at the given rate, and as many negatives, all right.
    private static List<ScoredCase> cases(long seed, int weeks, Rate sensitivity) {
        var random = new SplittableRandom(seed);
        List<ScoredCase> cases = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            for (int i = 0; i < 20; i++) {
                boolean found = random.nextDouble() < sensitivity.in(week);
                cases.add(scored(week, i, found, ScoredCase.Reference.POSITIVE));
                cases.add(scored(week, i, false, ScoredCase.Reference.NEGATIVE));
            }
        }
        return cases;
    }

    private static ScoredCase scored(int week, int hour, boolean positive, ScoredCase.Reference truth) {
        return new ScoredCase(
                UUID.randomUUID(),
                "north",
                FIRST.plus(week).from().plus(Duration.ofHours(hour)),
                Map.of(),
                Map.of(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                positive ? 0.9 : 0.1,
                positive,
                null,
                truth,
                "CONSENSUS");
    }

    private static ScoredCase at(String site, ScoredCase each) {
        return new ScoredCase(
                each.studyId(),
                site,
                each.acquiredAt(),
                each.attributes(),
                each.statistics(),
                each.modelVersionId(),
                each.predictionId(),
                each.score(),
                each.positive(),
                null,
                each.reference(),
                each.truthKind());
    }
}
