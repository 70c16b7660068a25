package org.vigie.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    @Property
    void everyDayFallsIntoTheWeekOfItsMonday(@ForAll @LongRange(min = -200_000, max = 2_000_000) long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        IsoWeek week = IsoWeek.of(day);

        assertThat(day).isBetween(week.monday(), week.monday().plusDays(6));
        assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05", "2026-W5", "2025-W53", "2026-W00", "W05", "2026-W05 "})
    void refusesWhatIsNoIsoWeek(String text) {
        assertThatThrownBy(() -> IsoWeek.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsYearsOf53Weeks() {
        assertThat(IsoWeek.parse("2026-W53").monday()).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> new Estimate(value, value, value, 0.95, Estimate.Method.WILSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("estimate is not a finite number: " + value);
    }

    @Test
    void refusesAnEstimateOutsideItsInterval() {
        assertThatThrownBy(() -> new Estimate(0.9, 0.5, 0.8, 0.95, Estimate.Method.WILSON))
                .hasMessage("estimate 0.9 is not inside its interval 0.5 to 0.8");
    }

    @Test
    void refusesAVerdictWithoutAnEstimate() {
        assertThatThrownBy(() -> new Measure(Metric.SENSITIVITY, Scope.allSites(), 0, null, 0.8, Verdict.PASS, null))
                .hasMessage("SENSITIVITY without estimate or minimum cannot be PASS");
    }

    @Test
    void refusesADriftWithoutAValue() {
        assertThatThrownBy(() -> new DriftFinding(
                        new Stream(Stream.Kind.SCORE, "score"),
                        Scope.allSites(),
                        Statistic.KOLMOGOROV_SMIRNOV,
                        null,
                        null,
                        null,
                        null,
                        100,
                        3,
                        DriftVerdict.DRIFTED))
                .hasMessage("KOLMOGOROV_SMIRNOV without a value cannot be DRIFTED");
    }

    @Test
    void refusesHistogramsOverOtherBins() {
        assertThatThrownBy(() -> new Outputs.Distribution(List.of(0.0, 1.0), List.of(1L), List.of(1L, 2L)))
                .hasMessage("2 edges do not bound 1 and 2 bins");
    }

    @Test
    void refusesControlCharactersInNames() {
        assertThatThrownBy(() -> Scope.site("nor\u0000th")).hasMessage("site has a control character at 3");
    }

    @Test
    void aReportIsNotChangedFromOutside() {
        var reasons = new ArrayList<Reason>(List.of(new Reason.NoPolicy()));
        WeeklyReport thin = SampleReports.thin();
        var report = new WeeklyReport(
                thin.about(),
                thin.verdict(),
                reasons,
                thin.decisions(),
                thin.inputs(),
                thin.outputs(),
                thin.performance(),
                thin.comparisons(),
                thin.flags(),
                thin.alerts(),
                thin.limits());
        reasons.clear();

        assertThat(report.reasons()).hasSize(1);
    }

    @Test
    void aFailureIsShownBeforeAnyOtherMeasure() {
        WeeklyReport huge = SampleReports.huge();
        var failed = new Measure(
                Metric.SPECIFICITY, Scope.site("last"), 80, SampleReports.wilson(40, 80), 0.85, Verdict.FAIL, null);
        var measures = new ArrayList<>(huge.performance().measures());
        measures.add(failed);
        var report = new WeeklyReport(
                huge.about(),
                huge.verdict(),
                huge.reasons(),
                huge.decisions(),
                huge.inputs(),
                huge.outputs(),
                new Performance(
                        huge.performance().window(),
                        huge.performance().truth(),
                        measures,
                        null,
                        huge.performance().weekly()),
                huge.comparisons(),
                huge.flags(),
                huge.alerts(),
                huge.limits());

        Excerpt<Measure> shown = Page.of(report, Language.ENGLISH).measures();

        assertThat(shown.shown()).first().isEqualTo(failed);
        assertThat(shown.leftOut()).isEqualTo(70);
    }
}
