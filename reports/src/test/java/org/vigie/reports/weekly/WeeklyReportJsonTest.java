package org.vigie.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeeklyReportJsonTest {

    @Test
    void writesRecordsInTheOrderOfTheirComponents() {
        assertThat(RecordJson.write(new Reason.NoTruth(Metric.SENSITIVITY, Scope.site("a\"b\\c"))))
                .isEqualTo("""
                        {
                          "type": "NoTruth",
                          "metric": "SENSITIVITY",
                          "scope": {
                            "type": "Site",
                            "name": "a\\"b\\\\c"
                          }
                        }
                        """);
    }

    record Odd(@Nullable String nothing, List<Long> numbers, List<String> none, boolean truth, String text) {}

    @Test
    void writesWhatJsonHasNoLetterFor() {
        assertThat(RecordJson.write(new Odd(null, List.of(1L, 2L), List.of(), true, "é\n\ud83d\ude00")))
                .isEqualTo("""
                        {
                          "nothing": null,
                          "numbers": [1, 2],
                          "none": [],
                          "truth": true,
                          "text": "é\\u000a\\ud83d\\ude00"
                        }
                        """);
    }

    @Test
    void holdsTheRowsThePagesHaveNoRoomFor() {
        String json = new String(WeeklyReportJson.write(SampleReports.huge()), StandardCharsets.UTF_8);

        assertThat(json.split("\"statistic\":", -1)).hasSize(301);
        assertThat(json)
                .contains("\"week\": \"2026-W26\"", "\"asOf\": \"2026-06-29T05:00:00Z\"", "\"pValue\": 1.4E-12");
    }

    @Test
    void isTheSameForEqualReports() {
        assertThat(WeeklyReportJson.write(SampleReports.full()))
                .isEqualTo(WeeklyReportJson.write(SampleReports.full()));
        assertThat(WeeklyReportJson.sha256(SampleReports.full()))
                .hasSize(64)
                .isNotEqualTo(WeeklyReportJson.sha256(SampleReports.thin()));
    }
}
