package org.vigie.drift.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.drift.multiplicity.WatchedStream.Watch;
import org.vigie.drift.sequential.AlternativeMixture;
import org.vigie.drift.sequential.EDetector;
import org.vigie.drift.sequential.RunLength;

class FalseAlarmPlanTest {

    private static final List<WatchedStream> HOSPITAL = List.of(
            WatchedStream.tested("age", CheckCalendar.weekly()),
            WatchedStream.tested("score", CheckCalendar.onDaysAWeek(5)).weighing(2),
            WatchedStream.detected("sensitivity", 520).inGroups(2).weighing(5),
            new WatchedStream("alert rate", 1, 2, new Watch.ByChecks(CheckCalendar.monthly())));

    @Test
    void sharesTheYearByWeightAndGroup() {
        FalseAlarmPlan plan = FalseAlarmPlan.share(1, HOSPITAL);

        assertThat(plan.of("age").levelPerCheck()).hasValue(0.1 / 52);
        assertThat(plan.of("score").levelPerCheck()).hasValue(0.2 / 260);
        assertThat(plan.of("sensitivity").perYear()).isEqualTo(0.25);
        assertThat(plan.of("sensitivity").runLength().orElseThrow().unit()).isEqualTo(RunLength.Unit.CASES);
        assertThat(plan.of("sensitivity").runLength().orElseThrow().length()).isBetween(520 / 0.25, 1.1 * 520 / 0.25);
        assertThat(plan.of("alert rate").runLength().orElseThrow().unit()).isEqualTo(RunLength.Unit.CHECKS);
        assertThat(plan.expectedPerYear()).isCloseTo(1, within(1e-12));
        assertThat(plan.probabilityOfAny()).isCloseTo(1, within(1e-12));
        assertThat(plan.probabilityOfAnyIfIndependent()).isBetween(0.60, 0.70);
    }

    @Test
    void explainsItself() {
        FalseAlarmPlan plan = FalseAlarmPlan.share(0.05, HOSPITAL);

        assertThat(plan.of("age").explanation())
                .isEqualTo("age: tested every week at level 9.62e-05; at most one false alarm in 200 years");
        assertThat(plan.of("sensitivity").explanation())
                .startsWith("sensitivity: watched with a run length of ")
                .endsWith(" cases, in each of 2 groups; at most one false alarm in 80.0 years each");
        assertThat(plan.of("alert rate").explanation())
                .startsWith("alert rate: watched every month with a run length of ")
                .endsWith(" checks; at most one false alarm in 100 years");
        assertThat(FalseAlarmPlan.share(12, List.of(WatchedStream.tested("dose", CheckCalendar.daily())))
                        .of("dose")
                        .explanation())
                .isEqualTo("dose: tested every day at level 0.0329; at most 12.0 false alarms a year");
    }

    @Test
    void fiveHospitalsInAHundred() {
        FalseAlarmPlan plan = FalseAlarmPlan.share(0.05, HOSPITAL);

        assertThat(plan.probabilityOfAny()).isCloseTo(0.05, within(1e-12));
        assertThat(plan.probabilityOfAnyIfIndependent()).isBetween(0.045, 0.05);
    }

    /// 93 % of years have a false alarm with a weekly test at 5 %; a year at 5 % leaves each week 0.00096.
    @Test
    void aWeeklyTestOfOneStream() {
        FalseAlarmPlan plan = FalseAlarmPlan.share(0.05, List.of(WatchedStream.tested("age", CheckCalendar.weekly())));

        assertThat(plan.of("age").levelPerCheck().orElseThrow()).isCloseTo(0.00096, within(1e-5));
        assertThat(FalseAlarmPlan.share(0.05 * 52, List.of(WatchedStream.tested("age", CheckCalendar.weekly())))
                        .probabilityOfAnyIfIndependent())
                .isCloseTo(0.93, within(0.005));
    }

    @Property
    void aDetectorsYearKeepsItsShare(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double perYear,
            @ForAll @IntRange(min = 1, max = 100_000) int cases) {
        RunLength length = FalseAlarmPlan.share(perYear, List.of(WatchedStream.detected("sensitivity", cases)))
                .of("sensitivity")
                .runLength()
                .orElseThrow();

        assertThat(length.length()).isGreaterThanOrEqualTo(cases / perYear * (1 - 1e-12));
        assertThat(EDetector.shiryaevRoberts(AlternativeMixture.below(0.85), length)
                        .falseAlarmProbability(cases))
                .isLessThanOrEqualTo(perYear * (1 + 1e-9));
    }

    @Test
    void theSimpleBudgetIsThePlanOfEqualStreams() {
        var budget = FalseAlarmBudget.of(1, CheckCalendar.weekly(), 4);
        FalseAlarmPlan plan = FalseAlarmPlan.share(
                1, List.of(WatchedStream.tested("all", CheckCalendar.weekly()).inGroups(4)));

        assertThat(budget.levelPerTest())
                .isCloseTo(plan.of("all").levelPerCheck().orElseThrow(), within(1e-15));
    }

    @Test
    void manyFalseAlarmsAreAllowedToWhoWantsThem() {
        FalseAlarmPlan plan = FalseAlarmPlan.share(1000, List.of(WatchedStream.detected("sensitivity", 520)));

        assertThat(plan.of("sensitivity").runLength().orElseThrow().length()).isOne();
        assertThat(plan.probabilityOfAnyIfIndependent()).isOne();
    }

    @Test
    void refusesWhatCannotBeShared() {
        assertThatThrownBy(() -> FalseAlarmPlan.share(1, List.of())).hasMessage("nothing is watched");
        assertThatThrownBy(() -> FalseAlarmPlan.share(0, HOSPITAL))
                .hasMessage("perYear 0.0 is not positive and finite");
        assertThatThrownBy(() -> FalseAlarmPlan.share(1, List.of(HOSPITAL.getFirst(), HOSPITAL.getFirst())))
                .hasMessage("two streams have one name");
        assertThatThrownBy(() -> FalseAlarmPlan.share(60, List.of(HOSPITAL.getFirst())))
                .hasMessage("age: 60.0 false alarms a year leave none of 52 checks without one");
        assertThatThrownBy(() -> FalseAlarmPlan.share(1, HOSPITAL).of("dose")).hasMessage("no stream 'dose'");
        assertThatThrownBy(() -> WatchedStream.detected("sensitivity", 0))
                .hasMessage("casesPerYear 0.0 is not positive and finite");
        assertThatThrownBy(() -> HOSPITAL.getFirst().inGroups(0)).hasMessage("age: groups 0 < 1");
        assertThatThrownBy(() -> HOSPITAL.getFirst().weighing(-1))
                .hasMessage("age: weight -1.0 is not positive and finite");
        assertThatThrownBy(() -> CheckCalendar.onDaysAWeek(8)).hasMessage("days 8 is not in [1, 7]");
    }
}
