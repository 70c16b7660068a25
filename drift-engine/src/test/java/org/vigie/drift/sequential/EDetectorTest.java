package org.vigie.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EDetectorTest {

    private static final AlternativeMixture FLOOR = AlternativeMixture.below(0.85);
    private static final int CASES_A_WEEK = 200;
    private static final int NEVER = Integer.MAX_VALUE;

    // ---- goals of the monitoring notes: one false alarm in ten years, 200 cases a week

    @ParameterizedTest
    @CsvSource({"0.05, 13", "0.10, 8"})
    void keepsItsBudgetAndSeesAFall(double prevalence, int weeks) {
        RunLength tenYears = RunLength.ofCases(520 * CASES_A_WEEK * prevalence);

        assertThat(alarmsWithinAYear(tenYears, prevalence, 0.90)).isLessThanOrEqualTo(0.01);
        assertThat(alarmsWithinAYear(tenYears, prevalence, 0.85)).isLessThanOrEqualTo(0.10);
        assertThat(medianWeeks(tenYears, prevalence, 0, 0.75)).isLessThanOrEqualTo(weeks);
        assertThat(medianWeeks(tenYears, prevalence, 26, 0.75)).isLessThanOrEqualTo(weeks);
        assertThat(medianWeeks(tenYears, prevalence, 0, 0.60)).isLessThanOrEqualTo(5);
    }

    @Test
    void countedInChecksItKeepsTheSameGoals() {
        RunLength tenYears = RunLength.ofChecks(520);

        assertThat(alarmsWithinAYear(tenYears, 0.05, 0.85)).isLessThanOrEqualTo(0.10);
        assertThat(medianWeeks(tenYears, 0.05, 0, 0.75)).isLessThanOrEqualTo(13);
    }

    @ParameterizedTest
    @EnumSource(EDetector.Form.class)
    void theAverageRunLengthIsAtLeastTheAgreedOne(EDetector.Form form) {
        var random = new SplittableRandom(20_261_131);
        double agreed = 100;
        double sum = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            EDetector detector = start(form, RunLength.ofCases(agreed));
            // a run cut off here only lowers the average
            while (!detector.alarm() && detector.cases() < 5000) {
                detector = detector.after(random.nextDouble() < 0.85);
            }
            sum += detector.cases();
        }

        assertThat(sum / runs).isGreaterThan(agreed);
    }

    // ---- laws

    @Property
    void evidenceHasMeanAtMostOneWhereTheFloorIsKept(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double floor, @ForAll @DoubleRange double share) {
        double p = floor + (1 - floor) * share;
        AlternativeMixture mixture = AlternativeMixture.below(floor);
        for (int j = 0; j < mixture.alternatives().size(); j++) {
            double mean = p * Math.exp(mixture.logLikelihoodRatio(j, 1, 0))
                    + (1 - p) * Math.exp(mixture.logLikelihoodRatio(j, 0, 1));
            assertThat(mean).isLessThanOrEqualTo(1 + 1e-12);
        }
    }

    @Property
    void theOrderWithinABatchDoesNotMatterAndCusumStaysBelow(
            @ForAll @IntRange(max = 300) int successes, @ForAll @IntRange(max = 300) int failures) {
        RunLength length = RunLength.ofCases(1000);
        int trials = successes + failures;

        EDetector sr = EDetector.shiryaevRoberts(FLOOR, length).after(9, 10).after(successes, trials);
        EDetector cusum = EDetector.cusum(FLOOR, length).after(9, 10).after(successes, trials);
        assertThat(cusum.logStatistic()).isLessThanOrEqualTo(sr.logStatistic() + 1e-9);
        assertThat(sr.cases()).isEqualTo(10L + trials);
        assertThat(sr.checks()).isEqualTo(2);
    }

    @Test
    void caseByCaseItIsTheRecursionOfThePaper() {
        var mixture = new AlternativeMixture(0.85, List.of(0.75), List.of(1.0));
        EDetector detector = EDetector.shiryaevRoberts(mixture, RunLength.ofCases(1000));
        double m = Math.sqrt(1000) / 2;
        for (boolean success : new boolean[] {true, false, false, true, false}) {
            detector = detector.after(success);
            m = (m + 1) * (success ? 0.75 / 0.85 : 0.25 / 0.15);
        }

        assertThat(Math.exp(detector.logStatistic())).isCloseTo(m, within(1e-9));
        assertThat(Math.exp(detector.logThreshold())).isCloseTo(1000 + Math.sqrt(1000) / 2, within(1e-9));
    }

    @Test
    void cusumCaseByCaseStartsAnewWhereItIsBelowOne() {
        var mixture = new AlternativeMixture(0.85, List.of(0.75), List.of(1.0));
        EDetector detector = EDetector.cusum(mixture, RunLength.ofCases(1000));
        double m = 1;
        for (boolean success : new boolean[] {true, true, false, false, true, true, true, false}) {
            detector = detector.after(success);
            m = Math.max(m, 1) * (success ? 0.75 / 0.85 : 0.25 / 0.15);
        }

        assertThat(Math.exp(detector.logStatistic())).isCloseTo(m, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"52, 0.1", "520, 0.05", "2600, 0.5"})
    void theRunLengthOfABudgetSpendsTheBudget(double within, double alarms) {
        RunLength length = RunLength.ofChecks(EDetector.runLengthFor(within, alarms));

        assertThat(EDetector.shiryaevRoberts(FLOOR, length).falseAlarmProbability(within))
                .isCloseTo(alarms, within(1e-9));
        assertThat(EDetector.runLengthFor(within, 2)).isEqualTo(within / 2);
    }

    @Test
    void aStoredStateGoesOnAsIfNothingHappened() {
        EDetector detector =
                EDetector.shiryaevRoberts(FLOOR, RunLength.ofCases(5200)).after(7, 10);
        EDetector readBack = new EDetector(
                detector.form(),
                detector.against(),
                detector.runLength(),
                detector.logStatistics().stream()
                        .map(Object::toString)
                        .map(Double::valueOf)
                        .toList(),
                detector.cases(),
                detector.checks());

        assertThat(readBack.after(8, 12)).isEqualTo(detector.after(8, 12));
    }

    // ---- edge cases

    @Test
    void aWeekWithoutPositivesIsAWeekWithoutNews() {
        EDetector inCases = EDetector.shiryaevRoberts(FLOOR, RunLength.ofCases(5200));
        assertThat(inCases.after(0, 0).logStatistics()).isEqualTo(inCases.logStatistics());
        assertThat(inCases.after(0, 0).checks()).isOne();

        EDetector inChecks = EDetector.shiryaevRoberts(FLOOR, RunLength.ofChecks(520));
        assertThat(Math.exp(inChecks.after(0, 0).logStatistic())).isCloseTo(1 + Math.sqrt(520) / 2, within(1e-9));
    }

    @Test
    void aFloorOfZeroNeverAlarmsAndAFloorOfOneAtTheFirstFailure() {
        EDetector none = EDetector.shiryaevRoberts(AlternativeMixture.below(0), RunLength.ofCases(10));
        assertThat(none.after(0, 1_000_000).alarm()).isFalse();
        assertThat(none.logStatistic()).isEqualTo(Double.NEGATIVE_INFINITY);

        EDetector perfect = EDetector.shiryaevRoberts(AlternativeMixture.below(1), RunLength.ofCases(1e6));
        assertThat(perfect.after(1_000_000, 1_000_000).alarm()).isFalse();
        assertThat(perfect.after(999_999, 1_000_000).alarm()).isTrue();
    }

    @Test
    void nothingOverflows() {
        EDetector detector = EDetector.shiryaevRoberts(AlternativeMixture.below(0.999_999), RunLength.ofCases(1e9));
        for (int week = 0; week < 100; week++) {
            detector = detector.after(0, 1_000_000_000_000L);
        }
        assertThat(detector.alarm()).isTrue();
        assertThat(detector.logStatistics()).allMatch(Double::isFinite);

        for (int week = 0; week < 100; week++) {
            detector = detector.restarted().after(1_000_000_000_000L, 1_000_000_000_000L);
        }
        assertThat(detector.alarm()).isFalse();
        assertThat(detector.logStatistics()).allMatch(Double::isFinite);
    }

    @Test
    void saysWhatItPromises() {
        EDetector detector = EDetector.shiryaevRoberts(FLOOR, RunLength.ofCases(5200));

        assertThat(detector.falseAlarmProbability(520)).isCloseTo(0.1062, within(1e-4));
        assertThat(detector.falseAlarmProbability(1e9)).isOne();
        assertThat(detector.shareOfAlarm()).isBetween(0.0, 0.5);
        assertThatThrownBy(() -> detector.falseAlarmProbability(-1)).hasMessage("within -1.0");
    }

    @Test
    void refusesWhatItCannotWatch() {
        assertThatThrownBy(() -> AlternativeMixture.below(1.1)).hasMessage("floor 1.1 is not in [0, 1]");
        assertThatThrownBy(() -> new AlternativeMixture(0.8, List.of(0.8), List.of(1.0)))
                .hasMessage("alternative 0.8 is not in (0, 0.8)");
        assertThatThrownBy(() -> new AlternativeMixture(0.8, List.of(0.7), List.of(0.5)))
                .hasMessage("the weights sum to 0.5, not 1");
        assertThatThrownBy(() -> new AlternativeMixture(0.8, List.of(), List.of()))
                .hasMessage("0 alternatives below a floor of 0.8");
        assertThatThrownBy(() -> RunLength.ofCases(0.5)).hasMessage("run length 0.5 is below 1 or not finite");
        assertThatThrownBy(() -> EDetector.cusum(FLOOR, RunLength.ofChecks(10)).after(2, 1))
                .hasMessage("2 successes in 1 trials");
        assertThatThrownBy(() -> new EDetector(EDetector.Form.CUSUM, FLOOR, RunLength.ofChecks(10), List.of(0.0), 0, 0))
                .hasMessage("1 statistics for 5 alternatives");
        assertThatThrownBy(() -> new EDetector(
                        EDetector.Form.CUSUM, FLOOR, RunLength.ofChecks(10), Collections.nCopies(5, Double.NaN), 0, 0))
                .hasMessage("statistic NaN is not finite");
    }

    // ---- simulation

    private static double alarmsWithinAYear(RunLength length, double prevalence, double sensitivity) {
        int[] alarms = alarms(length, prevalence, 0, sensitivity, 52, 600);
        return Arrays.stream(alarms).filter(week -> week != NEVER).count() / (double) alarms.length;
    }

    private static int medianWeeks(RunLength length, double prevalence, int weeksBefore, double sensitivity) {
        int[] alarms = Arrays.stream(alarms(length, prevalence, weeksBefore, sensitivity, 150, 600))
                .filter(week -> week > weeksBefore)
                .sorted()
                .toArray();
        return alarms[alarms.length / 2] - weeksBefore;
    }

    /// Week of the first alarm, counted from 1, in each run; 0.90 at first, another sensitivity afterwards.
    private static int[] alarms(
            RunLength length, double prevalence, int weeksBefore, double sensitivity, int weeks, int runs) {
        var random = new SplittableRandom(20_261_132);
        int[] alarms = new int[runs];
        for (int run = 0; run < runs; run++) {
            EDetector detector = EDetector.shiryaevRoberts(FLOOR, length);
            int week = 0;
            while (week < weeks && !detector.alarm()) {
                double now = week < weeksBefore ? 0.90 : sensitivity;
                int positives = 0;
                int found = 0;
                for (int i = 0; i < CASES_A_WEEK; i++) {
                    if (random.nextDouble() < prevalence) {
                        positives++;
                        found += random.nextDouble() < now ? 1 : 0;
                    }
                }
                detector = detector.after(found, positives);
                week++;
            }
            alarms[run] = detector.alarm() ? week : NEVER;
        }
        return alarms;
    }

    private static EDetector start(EDetector.Form form, RunLength length) {
        return form == EDetector.Form.CUSUM ? EDetector.cusum(FLOOR, length) : EDetector.shiryaevRoberts(FLOOR, length);
    }
}
