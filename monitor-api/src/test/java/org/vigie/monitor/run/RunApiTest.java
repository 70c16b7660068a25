package org.vigie.monitor.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.Tag;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestDicom;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.TinyModel;

class RunApiTest {

    private final TestService service = TestService.shared();
    private final TestClient admin = service.token("admin");
    private final TestClient runner = service.token("runner");
    private final String model = "tiny-" + UUID.randomUUID();
    private final String site = "site-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> started = new ArrayList<>();

    @BeforeEach
    void twoVersionsAndASite() {
        admin.put("/sites/" + site, Map.of("name", "Run", "zone", "Europe/Paris"));
        admin.post("/models/versions", TinyModel.zip(model, "1.0.0"), "application/zip");
        admin.post("/models/versions", TinyModel.zip(model, "2.0.0"), "application/zip");
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        started.forEach(id -> admin.post("/runs/" + id + "/cancel", Map.of()));
    }

    @Test
    void casesAreChosenByWhatTheModelIsMeantFor() {
        take("DX", "PA");
        take("DX", "AP");
        take("CT", "PA");
        take("DX", null);

        Map<String, Object> run = start("1.0.0");

        assertThat(run)
                .containsEntry("state", "RUNNING")
                .containsEntry("total", 4)
                .containsEntry("pending", 1)
                .containsEntry("notScored", 3)
                .containsEntry(
                        "notScoredReasons",
                        Map.of("modality-not-selected", 1, "view-not-selected", 1, "view-missing", 1));
    }

    @Test
    void aRunnerScoresEveryCaseWithEveryVersionOnce() {
        take("DX", "PA");
        take("DX", "PA");
        String run = (String) start("1.0.0", "2.0.0").get("id");

        Map<String, Object> lease = lease(10).json();
        TestResponse stored = post(lease, results(lease, 0.75));
        TestResponse again = post(lease, results(lease, 0.75));

        assertThat(stored.json()).isEqualTo(Map.of("stored", 4, "duplicates", 0));
        assertThat(again.json()).isEqualTo(Map.of("stored", 0, "duplicates", 4));
        assertThat(admin.get("/runs/" + run).json())
                .containsEntry("state", "FINISHED")
                .containsEntry("done", 2)
                .containsEntry("predictions", 4);
        assertThat(service.count("select count(*) from prediction where positive and threshold = 0.5"
                        + " and octet_length(features) = 8 and run_id = '" + run + "'"))
                .isEqualTo(4);
        assertThat(lease(10).status()).isEqualTo(204);
    }

    @Test
    void aCaseIsDoneOnlyWhenAllVersionsAreThere() {
        take("DX", "PA");
        String run = (String) start("1.0.0", "2.0.0").get("id");
        Map<String, Object> lease = lease(10).json();
        List<Map<String, Object>> both = results(lease, 0.2);

        post(lease, both.subList(0, 1));
        assertThat(admin.get("/runs/" + run).json()).containsEntry("leased", 1).containsEntry("done", 0);
        post(lease, both.subList(1, 2));
        assertThat(admin.get("/runs/" + run).json())
                .containsEntry("state", "FINISHED")
                .containsEntry("done", 1);
    }

    @Test
    void runnersWhoAskAtOnceNeverGetTheSameCase() throws Exception {
        for (int i = 0; i < 12; i++) {
            take("DX", "PA");
        }
        start("1.0.0");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<TestResponse>> calls = IntStream.range(0, 8)
                    .<Callable<TestResponse>>mapToObj(_ -> () -> lease(3))
                    .toList();
            List<Object> studies = executor.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .filter(response -> response.status() == 200)
                    .flatMap(response -> cases(response.json()).stream())
                    .map(one -> one.get("studyId"))
                    .toList();
            assertThat(studies).doesNotHaveDuplicates().hasSize(12);
        }
    }

    @Test
    void aLeaseThatRanOutGoesToTheNextAndTheFirstRunnersResultsAreRefused() throws Exception {
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        Map<String, Object> first = lease(10).json();
        expire(first);
        Map<String, Object> second = lease(10).json();

        TestResponse late = post(first, results(first, 0.9));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("lease-expired");
        assertThat(admin.get("/runs/" + run).json()).containsEntry("predictions", 0);
        assertThat(post(second, results(second, 0.1)).json()).containsEntry("stored", 1);
        assertThat(post(first, results(first, 0.9)).json()).isEqualTo(Map.of("stored", 0, "duplicates", 1));
        assertThat(service.count("select count(*) from prediction where score = 0.1 and run_id = '" + run + "'"))
                .isOne();
    }

    @Test
    void aCaseThatNoRunnerBringsBackIsTakenOutWithTheReason() throws Exception {
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        for (int i = 0; i < 5; i++) {
            expire(lease(10).json());
        }

        assertThat(lease(10).status()).isEqualTo(204);
        assertThat(admin.get("/runs/" + run).json())
                .containsEntry("state", "FINISHED")
                .containsEntry("notScoredReasons", Map.of("runner-lost", 1));
    }

    @Test
    void aLeaseCanBeRenewedWhileItIsHeld() {
        take("DX", "PA");
        start("1.0.0");
        Map<String, Object> lease = lease(10).json();

        TestResponse renewed = runner.put("/runs/leases/" + lease.get("leaseId"), Map.of());

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(Instant.parse((String) renewed.json().get("expiresAt")))
                .isAfterOrEqualTo(Instant.parse((String) lease.get("expiresAt")));
        post(lease, results(lease, 0.5));
        assertThat(runner.put("/runs/leases/" + lease.get("leaseId"), Map.of()).problem())
                .isEqualTo("lease-expired");
    }

    @Test
    void cancellingTakesTheCasesBackAndResumingGivesThemOutAgain() {
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        Map<String, Object> lease = lease(10).json();

        assertThat(admin.post("/runs/" + run + "/cancel", Map.of()).json())
                .containsEntry("state", "CANCELLED")
                .containsEntry("pending", 1);
        assertThat(post(lease, results(lease, 0.5)).problem()).isEqualTo("lease-expired");
        assertThat(lease(10).status()).isEqualTo(204);
        assertThat(admin.post("/runs/" + run + "/resume", Map.of()).json()).containsEntry("state", "RUNNING");
        assertThat(cases(lease(10).json())).hasSize(1);
    }

    @Test
    void aCaseThatARunnerGivesUpIsTriedAgainOnResume() {
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        Map<String, Object> lease = lease(10).json();
        Object study = cases(lease).getFirst().get("studyId");
        runner.post(
                "/runs/leases/" + lease.get("leaseId") + "/results",
                Map.of("results", List.of(), "failures", List.of(Map.of("studyId", study, "reason", "odd-image"))));

        assertThat(admin.get("/runs/" + run).json())
                .containsEntry("state", "FINISHED")
                .containsEntry("notScoredReasons", Map.of("odd-image", 1));
        assertThat(admin.post("/runs/" + run + "/resume", Map.of()).json())
                .containsEntry("state", "RUNNING")
                .containsEntry("pending", 1);
    }

    @Test
    void resultsThatCannotBeTrueAreRefusedWhole() {
        take("DX", "PA");
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        Map<String, Object> lease = lease(10).json();
        List<Map<String, Object>> results = results(lease, 0.5);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "score", 1.5,
                        "studyId", "01890a5d-ac96-774b-bcce-b302099a8057",
                        "versionId", "01890a5d-ac96-774b-bcce-b302099a8057",
                        "features", "###",
                        "latencyMillis", -1)
                .entrySet()) {
            var broken = new HashMap<>(results.getLast());
            broken.put(wrong.getKey(), wrong.getValue());
            TestResponse response = post(lease, List.of(results.getFirst(), broken));
            assertThat(response.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(response.problem()).isEqualTo("invalid-results");
            assertThat(response.json().get("errors").toString()).contains("/results/1/" + wrong.getKey());
        }
        var zoneless = new HashMap<>(results.getLast());
        zoneless.put("predictedAt", "2026-01-05T08:00:00");
        assertThat(post(lease, List.of(zoneless)).problem()).isEqualTo("invalid-time");
        assertThat(admin.get("/runs/" + run).json()).containsEntry("predictions", 0);
    }

    @Test
    void cliniciansNeverSeeWhatACandidateSays() {
        String study = take("DX", "PA");
        admin.post(
                "/models/" + model + "/roles",
                Map.of("version", "1.0.0", "role", "CHAMPION", "site", site, "from", "2026-01-01", "reason", "go"));
        start("1.0.0", "2.0.0");
        Map<String, Object> lease = lease(10).json();
        post(lease, results(lease, 0.75));
        String champion = (String)
                admin.get("/models/" + model + "/versions/1.0.0").json().get("id");

        for (String person : List.of("clinician", "reader")) {
            Map<String, Object> seen =
                    service.signedIn(person).get("/studies/" + study).json();
            assertThat(seen).doesNotContainKey("shadowPredictions").doesNotContainKey("truth");
            assertThat(seen.get("prediction").toString())
                    .contains("version=1.0.0")
                    .doesNotContain("2.0.0");
            assertThat(service.signedIn(person).get("/studies?site=" + site).text())
                    .doesNotContain("2.0.0");
            assertThat(service.signedIn(person).get("/runs").status()).isEqualTo(403);
            assertThat(service.signedIn(person)
                            .get("/predictions?model=" + model)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(service.signedIn("engineer")
                        .get("/studies/" + study)
                        .json()
                        .get("shadowPredictions")
                        .toString())
                .contains("version=2.0.0")
                .doesNotContain("1.0.0");
        assertThat(champion).isNotNull();
    }

    @Test
    void progressIsToldUntilTheEnd() {
        take("DX", "PA");
        String run = (String) start("1.0.0").get("id");
        Map<String, Object> lease = lease(10).json();
        post(lease, results(lease, 0.5));

        String events =
                service.signedIn("engineer").get("/runs/" + run + "/events").text();

        assertThat(events)
                .contains("event: progress")
                .contains("\"state\":\"FINISHED\"")
                .contains("event: end");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThat(admin.post(
                                "/runs",
                                Map.of(
                                        "model",
                                        model,
                                        "versions",
                                        List.of("1.0.0"),
                                        "from",
                                        "2026-02-01",
                                        "to",
                                        "2026-01-01"))
                        .problem())
                .isEqualTo("invalid-parameter");
        assertThat(admin.get("/runs/" + UUID.randomUUID()).problem()).isEqualTo("unknown-run");
    }

    private String take(String modality, String view) {
        byte[] file = TestDicom.chest(
                TestDicom.uid(),
                builder -> view == null
                        ? builder.string(Tag.Modality, modality).remove(Tag.ViewPosition)
                        : builder.string(Tag.Modality, modality).string(Tag.ViewPosition, view));
        return (String) admin.post("/studies/instances?site=" + site, file, "application/dicom")
                .json()
                .get("studyId");
    }

    private Map<String, Object> start(String... versions) {
        Map<String, Object> run = admin.post(
                        "/runs",
                        Map.of(
                                "model",
                                model,
                                "versions",
                                List.of(versions),
                                "from",
                                "2026-01-01",
                                "to",
                                "2026-02-01",
                                "sites",
                                List.of(site)))
                .json();
        started.add((String) run.get("id"));
        return run;
    }

    private TestResponse lease(int capacity) {
        return runner.post("/runs/leases", Map.of("runner", "test", "device", "cpu", "capacity", capacity));
    }

    private TestResponse post(Map<String, Object> lease, List<Map<String, Object>> results) {
        return runner.post("/runs/leases/" + lease.get("leaseId") + "/results", Map.of("results", results));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cases(Map<String, Object> lease) {
        return (List<Map<String, Object>>) lease.get("cases");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(Map<String, Object> lease, double score) {
        byte[] features = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1)
                .putFloat(2)
                .array();
        var results = new ArrayList<Map<String, Object>>();
        for (var one : cases(lease)) {
            for (var version : (List<Map<String, Object>>) lease.get("versions")) {
                results.add(Map.of(
                        "studyId",
                        one.get("studyId"),
                        "versionId",
                        version.get("id"),
                        "score",
                        score,
                        "scores",
                        Map.of("nodule", score),
                        "features",
                        Base64.getEncoder().encodeToString(features),
                        "latencyMillis",
                        1.5,
                        "executionProvider",
                        "CPU",
                        "device",
                        "test",
                        "predictedAt",
                        "2026-03-01T08:00:00Z"));
            }
        }
        return results;
    }

    private void expire(Map<String, Object> lease) throws java.sql.SQLException {
        try (var connection = service.connection();
                var statement = connection.prepareStatement(
                        "update run_case set leased_until = '2026-01-01' where lease_id = ?")) {
            statement.setObject(1, UUID.fromString((String) lease.get("leaseId")));
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
