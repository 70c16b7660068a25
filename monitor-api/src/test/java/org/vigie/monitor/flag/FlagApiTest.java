package org.vigie.monitor.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class FlagApiTest {

    private static final Instant JANUARY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-02T00:00:00Z");

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final TestClient clinician = service.signedIn("clinician");
    private UUID study;
    private UUID ofFirst;

    @BeforeEach
    void oneStudyScoredByTwoVersions() {
        hospital.role("1.0.0", "CHAMPION", hospital.site, JANUARY.minusSeconds(86_400), MARCH);
        hospital.role("2.0.0", "CHAMPION", hospital.site, MARCH, null);
        study = hospital.study(hospital.site, JANUARY, Map.of(), Map.of());
        ofFirst = hospital.prediction(study, "1.0.0", 0.9, null);
        hospital.prediction(study, "2.0.0", 0.1, null);
    }

    @Test
    void appliesToTheChampionThatWasInForceThen() {
        TestResponse response = flag(Map.of("reason", "FALSE_POSITIVE", "severity", 2));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json())
                .containsEntry("predictionId", ofFirst.toString())
                .containsEntry("flaggedBy", "clinician")
                .containsEntry("severity", 2);
    }

    @Test
    void theCommentIsMaskedBeforeItIsStored() {
        flag(Map.of("reason", "OTHER", "comment", "Mme Martine Dupont, vue à Lyon le 08/02/2023"));

        assertThat(hospital.count(
                        "select count(*) from flag where model = ? and comment = ?",
                        hospital.model,
                        "Mme <NomPrenom/>, vue à <Ville/> le <Date/>"))
                .isEqualTo(1);
    }

    @Test
    void theClinicianFindsTheirFlagAndNobodyElses() {
        flag(Map.of("reason", "AGREE"));

        assertThat(clinician.get("/flags/mine?study=" + study).items())
                .singleElement()
                .satisfies(flag -> assertThat(flag).containsEntry("reason", "AGREE"));
        assertThat(service.signedIn("reader").get("/flags/mine?study=" + study).items())
                .isEmpty();
        assertThat(clinician.get("/flags?model=" + hospital.model).problem()).isEqualTo("forbidden");
        assertThat(service.signedIn("quality")
                        .get("/flags?model=" + hospital.model)
                        .items())
                .hasSize(1);
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            flag(Map.of("reason", "AGREE"));
        }
        TestClient quality = service.signedIn("quality");

        TestResponse first = quality.get("/flags?limit=3&model=" + hospital.model);
        TestResponse second = quality.get("/flags?limit=3&model=" + hospital.model + "&cursor="
                + first.json().get("next"));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.json().get("next")).isNull();
    }

    @Test
    void theHighestSeverityOpensAnIncidentAtOnce() {
        flag(Map.of("reason", "MISSED_FINDING", "severity", 4));

        assertThat(service.signedIn("quality")
                        .get("/alerts?model=" + hospital.model)
                        .items())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert).containsEntry("kind", "INCIDENT").containsEntry("severity", 4);
                    assertThat(alert.get("titleText"))
                            .isEqualTo(Map.of(
                                    "fr", "Signalement de gravité maximale par un clinicien : MISSED_FINDING",
                                    "en", "A clinician reported an error of the highest severity: missed finding"));
                });
    }

    @Test
    void refusesWhatItCannotKeep() {
        refused(Map.of("reason", "WRONG"), 422, "invalid-parameter");
        refused(Map.of("reason", "OTHER", "studyId", "2.25.1"), 404, "unknown-study");
        refused(Map.of("reason", "OTHER", "model", "no-such-model"), 404, "unknown-model");
        UUID unscored = hospital.study(hospital.site, JANUARY, Map.of(), Map.of());
        refused(Map.of("reason", "OTHER", "studyId", unscored.toString()), 422, "nothing-to-flag");
        assertThat(flag(Map.of("reason", "OTHER", "severity", 9)).status()).isEqualTo(400);
        assertThat(hospital.count("select count(*) from flag where model = ?", hospital.model))
                .isZero();
    }

    private void refused(Map<String, Object> part, int status, String problem) {
        TestResponse response = flag(part);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.problem()).isEqualTo(problem);
    }

    private TestResponse flag(Map<String, Object> part) {
        var body = new HashMap<String, Object>(Map.of("studyId", study.toString(), "model", hospital.model));
        body.putAll(part);
        return clinician.post("/flags", body);
    }
}
