package org.vigie.monitor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.TinyModel;

class RoleApiTest {

    private final TestService service = TestService.shared();
    private final TestClient admin = service.token("admin");
    private final String model = "tiny-" + UUID.randomUUID();

    @BeforeEach
    void twoVersionsAndASite() {
        admin.put("/sites/nantes", Map.of("name", "Nantes", "zone", "Europe/Paris"));
        admin.post("/models/versions", TinyModel.zip(model, "1.0.0"), "application/zip");
        admin.post("/models/versions", TinyModel.zip(model, "2.0.0"), "application/zip");
    }

    @Test
    void aDateIsTheStartOfThatDayAtTheSite() {
        TestResponse response = set("1.0.0", "CHAMPION", "2026-01-05");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json())
                .containsEntry("from", "2026-01-04T23:00:00Z")
                .containsEntry("to", null)
                .containsEntry("setBy", "admin-token");
    }

    @Test
    void aNewChampionEndsTheFormersTimeTheMomentItsOwnBegins() {
        set("1.0.0", "CHAMPION", "2026-01-05T00:00:00Z");
        set("2.0.0", "CHAMPION", "2026-03-01T12:00:00+01:00");

        assertThat(versionsAt("2026-03-01T10:59:59Z")).containsExactly("1.0.0");
        assertThat(versionsAt("2026-03-01T11:00:00Z")).containsExactly("2.0.0");
        assertThat(versionsAt("2026-01-04T23:59:59Z")).isEmpty();
    }

    @Test
    void aCandidatePromotedIsNoLongerCandidate() {
        set("1.0.0", "CHAMPION", "2026-01-05");
        set("2.0.0", "CANDIDATE", "2026-01-05");
        set("2.0.0", "CHAMPION", "2026-03-01");

        assertThat(admin.get("/models/" + model + "/roles?at=2026-03-02").items())
                .singleElement()
                .satisfies(role ->
                        assertThat(role).containsEntry("version", "2.0.0").containsEntry("role", "CHAMPION"));
    }

    @Test
    void theSameRoleAgainChangesNothing() {
        Map<String, Object> first = set("1.0.0", "CHAMPION", "2026-01-05").json();
        TestResponse second = set("1.0.0", "CHAMPION", "2026-01-05");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first);
    }

    @Test
    void aRoleBeforeAnotherOneIsRefused() {
        set("1.0.0", "CHAMPION", "2026-03-01");
        TestResponse response = set("2.0.0", "CHAMPION", "2026-01-05");

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.problem()).isEqualTo("role-overlaps");
        assertThat(versionsAt("2026-04-01T00:00:00Z")).containsExactly("1.0.0");
    }

    @Test
    void aTimeWithoutZoneIsRefused() {
        TestResponse response = set("1.0.0", "CHAMPION", "2026-01-05T08:00:00");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-time");
        assertThat(service.count("select count(*) from model_role where model = '" + model + "'"))
                .isZero();
    }

    @Test
    void unknownNamesAreToldApart() {
        assertThat(set("9.9.9", "CHAMPION", "2026-01-05").problem()).isEqualTo("unknown-version");
        assertThat(admin.get("/models/no-such/roles").problem()).isEqualTo("unknown-model");
        assertThat(admin.post(
                                "/models/" + model + "/roles",
                                Map.of(
                                        "version",
                                        "1.0.0",
                                        "role",
                                        "CHAMPION",
                                        "site",
                                        "mars",
                                        "from",
                                        "2026-01-05",
                                        "reason",
                                        "go"))
                        .problem())
                .isEqualTo("unknown-site");
    }

    @Test
    void whatIsMissingIsNamed() {
        TestResponse response = admin.post("/models/" + model + "/roles", Map.of("version", "1.0.0"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("errors").toString()).contains("reason").contains("site");
    }

    private List<Object> versionsAt(String moment) {
        return admin.get("/models/" + model + "/roles?site=nantes&at=" + moment).items().stream()
                .map(role -> role.get("version"))
                .toList();
    }

    private TestResponse set(String version, String role, String from) {
        return admin.post(
                "/models/" + model + "/roles",
                Map.of("version", version, "role", role, "site", "nantes", "from", from, "reason", "go-live"));
    }
}
