package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.client.Json;
import org.vigie.demo.phantom.Hospital;

class ExpectationsTest {
    private static final String SCANNER = Hospital.UPGRADED_ROOM.modelName();
    private static final int STUDIES = 26 * 56;

    private final DemoOptions options = options(26, 56);
    private final Ingestion.Outcome ingested = new Ingestion.Outcome(STUDIES, 0, Map.of());
    private final JsonNode run = Json.object().put("done", STUDIES).put("predictions", 3 * STUDIES);
    private final AlertLine alert = alert("DRIFT", SCANNER, "2026-W17");

    @Test
    void areMetWhenTheUpgradeIsFoundAndNothingBeforeIt() {
        assertThat(Expectations.unmet(options, STUDIES, ingested, run, weeks(16, SCANNER), List.of(alert)))
                .isEmpty();
    }

    @Test
    void areNotMetByAnAlertBeforeTheUpgrade() {
        AlertLine early = alert("DRIFT", "Panora X", "2026-W16");

        assertThat(Expectations.unmet(options, STUDIES, ingested, run, weeks(16, SCANNER), List.of(early, alert)))
                .containsExactly("an alert was opened in 2026-W16, before the upgrade in 2026-W17: title");
    }

    @Test
    void areNotMetWhenAnotherScannerIsBlamed() {
        AlertLine other = alert("DRIFT", "Panora X", "2026-W17");

        assertThat(Expectations.unmet(options, STUDIES, ingested, run, weeks(16, "Panora X"), List.of(other)))
                .containsExactly(
                        "no week from 2026-W17 on found drift on " + SCANNER, "no drift alert names " + SCANNER);
    }

    @Test
    void areNotMetWhenAScoreIsMissing() {
        JsonNode short1 = Json.object().put("done", STUDIES - 1).put("predictions", 3 * STUDIES - 3);

        assertThat(Expectations.unmet(options, STUDIES, ingested, short1, weeks(16, SCANNER), List.of(alert)))
                .containsExactly("1456 studies make 4368 predictions, the run has 4365 of 1455 studies");
    }

    @Test
    void askForNoAlertWhereThereIsTooLittleToSee() {
        DemoOptions few = options(17, 10);
        Ingestion.Outcome all = new Ingestion.Outcome(170, 0, Map.of());
        JsonNode done = Json.object().put("done", 170).put("predictions", 510);

        assertThat(Expectations.upgradeMustBeFound(few)).isFalse();
        assertThat(Expectations.upgradeMustBeFound(options(16, 56))).isFalse();
        assertThat(Expectations.unmet(few, 170, all, done, List.of(), List.of()))
                .isEmpty();
    }

    private static DemoOptions options(int weeks, int perWeek) {
        return new DemoOptions(weeks, perWeek, 1, 0, Path.of("data"), true, true);
    }

    private static AlertLine alert(String kind, String scanner, String week) {
        return new AlertLine(kind, "manufacturerModelName=" + scanner, week, "OPEN", "title");
    }

    private static List<WeekResult> weeks(int first, String scanner) {
        List<WeekResult> weeks = new ArrayList<>();
        for (int week = 1; week <= 26; week++) {
            boolean drifted = week >= first;
            weeks.add(new WeekResult(
                    week,
                    drifted ? "DRIFTED" : "STABLE",
                    new TreeSet<>(drifted ? List.of(scanner) : List.of()),
                    List.of(),
                    List.of()));
        }
        return weeks;
    }
}
