package org.vigie.drift.performance.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;

class AlarmPerformanceTest {

    @Test
    void countsEventsAndAlarmsOfTwoPatients() {
        // event at 20 announced from 14 on; alarm at 2 too early, 15 and 19 right; event at 40 missed; the other
        // patient has
        // one alarm for nothing
        var first = new MonitoredPatient(48, new double[] {19, 2, 15, 41}, new double[] {40, 20});
        var second = new MonitoredPatient(24, new double[] {5}, new double[] {});
        AlarmPerformance performance = AlarmPerformance.of(List.of(first, second), 6, 0);

        assertThat(performance.events()).isEqualTo(new Proportion(1, 2));
        assertThat(performance.alarms()).isEqualTo(new Proportion(2, 5));
        assertThat(performance.leadTimes()).containsExactly(5.0);
        assertThat(performance.medianLeadTime()).hasValue(5);
        assertThat(performance.alarmRate()).isEqualTo(new EventRate(5, 3));
        assertThat(performance.falseAlarmRate().perDay()).hasValue(1);
    }

    @Test
    void alarmsThatGoOnAreOne() {
        var patient = new MonitoredPatient(24, new double[] {10, 10.1, 10.2, 13}, new double[] {11});

        assertThat(AlarmPerformance.of(List.of(patient), 2, 0.5).alarms()).isEqualTo(new Proportion(1, 2));
        assertThat(AlarmPerformance.of(List.of(patient), 2, 0).alarms()).isEqualTo(new Proportion(3, 4));
    }

    @Test
    void withoutEventsOrAlarmsOrPatientsNothingIsMadeUp() {
        AlarmPerformance quiet =
                AlarmPerformance.of(List.of(new MonitoredPatient(24, new double[0], new double[0])), 6, 0);
        assertThat(quiet.events().estimate()).isEmpty();
        assertThat(quiet.alarms().estimate()).isEmpty();
        assertThat(quiet.medianLeadTime()).isEmpty();
        assertThat(quiet.alarmRate().perDay()).hasValue(0);
        AlarmPerformance none = AlarmPerformance.of(List.of(), 6, 0);
        assertThat(none.alarmRate().perDay()).isEmpty();
        assertThat(none.alarmRate().interval(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void theRateHasGarwoodsInterval() {
        // scipy 1.17.1: chi2.ppf(0.025, 14)/20, chi2.ppf(0.975, 16)/20; none: −ln(0.025)/10
        assertThat(new EventRate(7, 10).interval(0.95).lower()).isCloseTo(0.28143630515198653, within(1e-9));
        assertThat(new EventRate(7, 10).interval(0.95).upper()).isCloseTo(1.4422675361702377, within(1e-9));
        assertThat(new EventRate(0, 10).interval(0.95).lower()).isZero();
        assertThat(new EventRate(0, 10).interval(0.95).upper()).isCloseTo(0.36888794541139364, within(1e-9));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new MonitoredPatient(24, new double[] {25}, new double[0]))
                .hasMessage("alarms[0] is 25.0, not in [0, 24.0]");
        assertThatThrownBy(() -> new MonitoredPatient(0, new double[0], new double[0]))
                .hasMessage("hours 0.0");
        assertThatThrownBy(() -> AlarmPerformance.of(List.of(), 0, 0)).hasMessage("horizon 0.0 is not positive");
        assertThatThrownBy(() -> AlarmPerformance.of(List.of(), 1, -1)).hasMessage("silence -1.0 is negative");
        assertThatThrownBy(() -> new EventRate(-1, 1)).hasMessage("-1 events in 1.0 days");
    }
}
