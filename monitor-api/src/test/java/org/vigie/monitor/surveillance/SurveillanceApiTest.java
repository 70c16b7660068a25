package org.vigie.monitor.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class SurveillanceApiTest {

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final TestClient quality = service.signedIn("quality");

    @BeforeEach
    void aModelWithAPolicy() {
        hospital.role("1.0.0", "CHAMPION", hospital.site, MadeUpWeeks.FIRST_MONDAY, null);
        quality.post("/models/" + hospital.model + "/policies", MadeUpWeeks.policy(hospital.model), "application/yaml");
    }

    @Test
    void findsTheUpgradeOnTheScannerAndNothingBefore() {
        hospital.cases("1.0.0", MadeUpWeeks.of(9, 60, 6, 42));

        for (String week : List.of("2026-W06", "2026-W07")) {
            assertThat(drift(watch(week))).as(week).containsEntry("verdict", "STABLE");
        }
        assertThat(openAlerts()).isEmpty();

        Map<String, Object> found = watch("2026-W08");

        assertThat(drift(found)).containsEntry("verdict", "DRIFTED");
        assertThat(drift(found).get("attribution"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("groups", List.of("Scanner B"))
                .containsEntry("sentence", "within-groups");
        assertThat(openAlerts()).singleElement().satisfies(alert -> {
            assertThat(alert)
                    .containsEntry("kind", "DRIFT")
                    .containsEntry("subject", "manufacturerModelName=Scanner B");
            assertThat(alert.get("titleText"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .extractingByKey("en", InstanceOfAssertFactories.STRING)
                    .startsWith("Drift on Scanner B: ")
                    .contains("noise")
                    .contains("scanner software");
        });
    }

    @Test
    void laterWeeksAreAddedToTheOpenAlertAndTheSameWeekAddsNothing() {
        hospital.cases("1.0.0", MadeUpWeeks.of(9, 60, 6, 43));
        watch("2026-W08");
        watch("2026-W09");

        TestResponse again = post("2026-W09");

        assertThat(again.status()).isEqualTo(200);
        assertThat(openAlerts().stream().filter(alert -> alert.get("kind").equals("DRIFT")))
                .singleElement()
                .satisfies(alert -> assertThat(alert.get("events"))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .extracting("kind", "week")
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("OPENED", "2026-W08"),
                                org.assertj.core.groups.Tuple.tuple("SEEN_AGAIN", "2026-W09")));
        assertThat(hospital.count("select count(*) from surveillance where model = ?", hospital.model))
                .isEqualTo(2);
    }

    @Test
    void aClosedAlertOpensAnewWhenTheWeekAfterShowsItAgain() {
        hospital.cases("1.0.0", MadeUpWeeks.of(9, 60, 6, 44));
        watch("2026-W08");
        Object id = openAlerts().getFirst().get("id");
        assertThat(quality.post("/alerts/" + id + "/acknowledge", Map.of("comment", "vu avec Mme Dupont"))
                        .json())
                .containsEntry("state", "ACKNOWLEDGED")
                .extractingByKey("events", InstanceOfAssertFactories.LIST)
                .extracting("comment")
                .contains("vu avec Mme <NomPrenom/>");
        assertThat(quality.post("/alerts/" + id + "/close", Map.of()).status()).isEqualTo(200);
        assertThat(quality.post("/alerts/" + id + "/close", Map.of()).problem()).isEqualTo("alert-closed");

        watch("2026-W09");

        assertThat(openAlerts().stream().filter(alert -> alert.get("kind").equals("DRIFT")))
                .singleElement()
                .satisfies(alert -> assertThat(alert).doesNotContainEntry("id", id));
    }

    @Test
    void aThinWeekIsInconclusive() {
        hospital.cases("1.0.0", MadeUpWeeks.of(4, 60, -1, 45));
        hospital.cases(
                "1.0.0",
                MadeUpWeeks.of(5, 6, -1, 46).stream()
                        .filter(each -> each.acquiredAt().isAfter(MadeUpWeeks.FIRST_MONDAY.plus(Duration.ofDays(28))))
                        .toList());

        assertThat(drift(watch("2026-W06"))).containsEntry("verdict", "INCONCLUSIVE");
        assertThat(openAlerts()).isEmpty();
    }

    @Test
    void aScannerThatTheReferenceDoesNotKnowIsAFinding() {
        hospital.cases("1.0.0", MadeUpWeeks.of(5, 60, -1, 47));
        Instant monday = MadeUpWeeks.FIRST_MONDAY.plus(Duration.ofDays(28));
        hospital.cases(
                "1.0.0",
                MadeUpWeeks.of(1, 12, -1, 48).stream()
                        .map(each -> new TestHospital.Case(
                                each.acquiredAt().plus(Duration.between(MadeUpWeeks.FIRST_MONDAY, monday)),
                                "Scanner Z",
                                each.attributes(),
                                each.statistics(),
                                each.score(),
                                each.features(),
                                each.truth()))
                        .toList());

        assertThat(drift(watch("2026-W06")).get("attribution"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("newGroups", List.of("Scanner Z"))
                .containsEntry("sentence", "new-groups");
        assertThat(openAlerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.get("titleText"))
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("fr", "Scanner Z n’était pas dans la référence (appareil, 12 examens)"));
    }

    @Test
    void truthThatCameLaterIsLeftOut() {
        hospital.cases("1.0.0", MadeUpWeeks.of(5, 60, -1, 49));

        Map<String, Object> performance = performance(watch("2026-W06"));

        // truth comes after seven days: of the four weeks in the window, the last one has none on the Monday after but
        // for the first studies of that Monday
        assertThat(performance).containsEntry("cases", 240);
        assertThat((Integer) performance.get("withTruth")).isBetween(180, 240 - 40);
        assertThat(performance.get("sensitivity"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("verdict", "PASS")
                .containsEntry("minimum", 0.6);
    }

    @Test
    void aRateBelowItsMinimumOpensAnAlert() {
        hospital.cases(
                "1.0.0",
                MadeUpWeeks.of(6, 60, -1, 50).stream()
                        .map(each -> new TestHospital.Case(
                                each.acquiredAt(),
                                each.scanner(),
                                each.attributes(),
                                each.statistics(),
                                0.9,
                                each.features(),
                                each.truth()))
                        .toList());

        watch("2026-W06");

        assertThat(openAlerts())
                .filteredOn("kind", "THRESHOLD")
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("subject", "specificity@all")
                        .containsEntry("severity", 3));
    }

    @Test
    void rolesInTimeAreRespected() {
        hospital.execute("delete from model_role where model = ?", hospital.model);
        Instant change = MadeUpWeeks.FIRST_MONDAY.plus(Duration.ofDays(35));
        hospital.role("1.0.0", "CHAMPION", hospital.site, MadeUpWeeks.FIRST_MONDAY, change);
        hospital.role("2.0.0", "CHAMPION", hospital.site, change, null);
        List<TestHospital.Case> cases = MadeUpWeeks.of(6, 60, -1, 51);
        hospital.cases("1.0.0", cases.subList(0, 300));
        // the new champion gives the opposite answer, and was not replayed on the reference
        hospital.cases(
                "2.0.0",
                cases.subList(300, 360).stream()
                        .map(each -> new TestHospital.Case(
                                each.acquiredAt(),
                                each.scanner(),
                                each.attributes(),
                                each.statistics(),
                                1 - each.score(),
                                each.features(),
                                each.truth()))
                        .toList());

        assertThat(drift(watch("2026-W06"))).containsEntry("verdict", "STABLE");
        Map<String, Object> after = watch("2026-W07");

        assertThat(drift(after)).as("scores of two versions are not compared").containsEntry("verdict", "STABLE");
    }

    @Test
    void candidatesAreComparedOnTheSameCases() {
        hospital.role("2.0.0", "CANDIDATE", hospital.site, MadeUpWeeks.FIRST_MONDAY, null);
        hospital.together(() -> {
            for (TestHospital.Case each : MadeUpWeeks.of(5, 60, -1, 52)) {
                var study = hospital.study(hospital.site, each.acquiredAt(), each.attributes(), each.statistics());
                hospital.prediction(study, "1.0.0", each.truth() ? 0.9 : 0.1, null);
                hospital.prediction(study, "2.0.0", 0.1, null);
                hospital.truth(study, each.truth(), each.acquiredAt());
            }
        });

        assertThat(watch("2026-W06").get("comparisons"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(comparison -> {
                    assertThat(comparison.get("verdict")).isEqualTo("INFERIOR");
                    assertThat(comparison.get("cases")).isEqualTo(240);
                    assertThat(comparison.get("candidate")).isEqualTo("2.0.0");
                });
    }

    @Test
    void theOverviewTellsEveryWeek() {
        hospital.cases("1.0.0", MadeUpWeeks.of(7, 60, 6, 53));
        watch("2026-W08");

        Map<String, Object> overview =
                quality.get("/models/" + hospital.model + "/overview").json();

        assertThat(overview.get("weeks"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .hasSize(7)
                .last()
                .satisfies(week -> {
                    assertThat(week.get("week")).isEqualTo("2026-W08");
                    assertThat(week.get("volume")).isEqualTo(60);
                    assertThat(week.get("driftVerdict")).isEqualTo("DRIFTED");
                    assertThat(week.get("driftGroups")).isEqualTo(List.of("Scanner B"));
                    assertThat(week.get("truthShare")).isEqualTo(1.0);
                    assertThat(week.get("scoreDrift")).isNotNull();
                });
        assertThat(overview.get("openAlerts"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty();
        assertThat(quality.get("/models/" + hospital.model + "/overview?site=" + hospital.site)
                        .status())
                .isEqualTo(200);
        assertThat(quality.get("/models/" + hospital.model + "/overview?site=nowhere")
                        .problem())
                .isEqualTo("unknown-site");
    }

    @Test
    void saysWhyAWeekCannotBeWatched() {
        assertThat(post("2099-W01").problem()).isEqualTo("week-not-over");
        assertThat(post("2025-W10").problem()).isEqualTo("no-champion");
        assertThat(post("2026-W60").problem()).isEqualTo("invalid-time");
        TestHospital other = new TestHospital(service);
        assertThat(quality.post("/models/" + other.model + "/surveillance", Map.of("week", "2026-W06"))
                        .problem())
                .isEqualTo("no-policy");
        assertThat(service.signedIn("clinician")
                        .post("/models/" + hospital.model + "/surveillance", Map.of("week", "2026-W06"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(hospital.count("select count(*) from surveillance where model = ?", hospital.model))
                .isZero();
    }

    private Map<String, Object> watch(String week) {
        TestResponse response = post(week);
        assertThat(response.status()).as(response.text()).isEqualTo(201);
        return response.json();
    }

    private TestResponse post(String week) {
        return quality.post("/models/" + hospital.model + "/surveillance", Map.of("week", week));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> drift(Map<String, Object> surveillance) {
        return (Map<String, Object>) surveillance.get("drift");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> performance(Map<String, Object> surveillance) {
        return ((List<Map<String, Object>>) surveillance.get("performance")).getFirst();
    }

    private List<Map<String, Object>> openAlerts() {
        return quality.get("/alerts?state=OPEN&model=" + hospital.model).items();
    }
}
