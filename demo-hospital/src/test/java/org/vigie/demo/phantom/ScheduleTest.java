package org.vigie.demo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Property(tries = 50)
    void aLongerScheduleBeginsWithTheShorterOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int weeks,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        List<StudyPlan> shorter = Schedule.draw(seed, weeks, n);
        List<StudyPlan> longer = Schedule.draw(seed, weeks + 2, n);

        assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
    }

    @Property(tries = 50)
    void everyStudyLiesOnAWeekdayOfItsWeek(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 26) int weeks,
            @ForAll @IntRange(min = 1, max = 20) int n) {
        for (StudyPlan plan : Schedule.draw(seed, weeks, n)) {
            assertThat(plan.acquired().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(plan.acquired().toLocalDate())
                    .isBetween(
                            Schedule.monday(plan.week()),
                            Schedule.monday(plan.week()).plusDays(4));
        }
    }

    @Test
    void fillsBothSitesAndAllRoomsEveryWeek() {
        List<StudyPlan> plans = Schedule.draw(7, 26, 56);

        assertThat(plans).hasSize(26 * 56);
        for (int week = 1; week <= 26; week++) {
            int current = week;
            List<StudyPlan> thisWeek =
                    plans.stream().filter(plan -> plan.week() == current).toList();
            assertThat(thisWeek).hasSize(56);
            assertThat(thisWeek.stream()
                            .map(plan -> plan.scanner().stationName())
                            .distinct())
                    .hasSize(3);
            assertThat(thisWeek.stream().map(plan -> plan.scanner().site()).distinct())
                    .containsExactlyInAnyOrderElementsOf(Hospital.SITES);
        }
    }

    @Test
    void changesOneRoomOnlyAndOnlyFromTheUpgradeOn() {
        List<StudyPlan> plans = Schedule.draw(7, 26, 56);
        Set<Scanner> before = scanners(plans, 1, Hospital.UPGRADE_WEEK - 1);
        Set<Scanner> after = scanners(plans, Hospital.UPGRADE_WEEK, 26);

        assertThat(before).hasSize(3);
        assertThat(after).hasSize(3);
        Set<Scanner> changed = new HashSet<>(after);
        changed.removeAll(before);
        assertThat(changed).extracting(Scanner::stationName).containsExactly(Hospital.UPGRADED_ROOM.stationName());
    }

    @Test
    void givesEachStudyItsOwnValidUids() {
        List<StudyPlan> plans = Schedule.draw(7, 26, 56);
        Set<String> uids = plans.stream().map(StudyPlan::studyUid).collect(Collectors.toSet());

        assertThat(uids).hasSameSizeAs(plans).allMatch(uid -> uid.matches("2\\.25\\.[1-9]\\d{0,38}"));
        StudyPlan plan = plans.getFirst();
        assertThat(Set.of(plan.studyUid(), plan.seriesUid(), plan.sopUid())).hasSize(3);
    }

    @Test
    void letsSomePatientsComeBackToTheirSite() {
        List<StudyPlan> plans = Schedule.draw(7, 26, 56);
        long patients =
                plans.stream().map(plan -> plan.patient().seed()).distinct().count();

        // 12 % of 1456 visits are returns; four standard deviations of a binomial are about 50.
        assertThat(plans.size() - patients).isBetween(125L, 225L);
    }

    @Test
    void neverSharesAPatientWithACohort() {
        Set<Long> hospital = Schedule.draw(7, 26, 56).stream()
                .map(plan -> plan.patient().seed())
                .collect(Collectors.toSet());
        List<StudyPlan> cohort = new Cohort(7, 500, 1, false, 0.45).plans();

        assertThat(cohort).extracting(plan -> plan.patient().seed()).doesNotHaveDuplicates();
        assertThat(cohort).extracting(plan -> plan.patient().seed()).doesNotContainAnyElementsOf(hospital);
    }

    @Test
    void refusesAnEmptyCalendar() {
        assertThatThrownBy(() -> Schedule.draw(1, 0, 5)).hasMessage("No schedule for 0 weeks of 5 studies");
    }

    private static Set<Scanner> scanners(List<StudyPlan> plans, int from, int to) {
        return plans.stream()
                .filter(plan -> plan.week() >= from && plan.week() <= to)
                .map(StudyPlan::scanner)
                .collect(Collectors.toSet());
    }
}
