package org.vigie.monitor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class PolicyApiTest {

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final TestClient quality = service.signedIn("quality");
    private final String yaml = PolicyYamlTest.GOOD.replace("chest-nodule", hospital.model);

    @Test
    void versionsCountUpAndTheNewestRules() {
        assertThat(apply(yaml).status()).isEqualTo(201);
        TestResponse second = apply(yaml.replace("prevalence: 0.20", "prevalence: 0.10"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).containsEntry("version", 2).containsEntry("appliedBy", "quality");
        Map<String, Object> latest = quality.get(path() + "/latest").json();
        assertThat(latest).containsEntry("version", 2);
        assertThat(latest.get("performance"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("prevalence", 0.1);
        assertThat(quality.get(path()).items()).extracting("version").containsExactly(2, 1);
    }

    @Test
    void theSameTextAgainAddsNothing() {
        apply(yaml);

        TestResponse again = apply(yaml);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).containsEntry("version", 1);
    }

    @Test
    void aBadPolicyIsRefusedWithLineAndReasonAndNothingIsStored() {
        TestResponse response = apply(yaml.replace("scores: true", "scoers: true"));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-policy");
        assertThat(response.json().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(
                        Map.of(
                                "pointer", "/drift/scoers",
                                "line", 13,
                                "detail",
                                        "unknown key 'scoers'; known here: attributes, statistics, scores, features, group-by, minimum-cases"));
        assertThat(hospital.count("select count(*) from policy where model = ?", hospital.model))
                .isZero();
    }

    @Test
    void aPolicyForAnotherModelIsRefused() {
        assertThat(apply(PolicyYamlTest.GOOD).problem()).isEqualTo("invalid-policy");
    }

    @Test
    void aModelWithoutPolicySaysSo() {
        TestResponse response = quality.get(path() + "/latest");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.problem()).isEqualTo("no-policy");
    }

    @Test
    void anUnknownModelIsNotFound() {
        TestResponse response = quality.post("/models/no-such-model/policies", yaml, "application/yaml");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.problem()).isEqualTo("unknown-model");
    }

    @Test
    void cliniciansDecideNoPolicy() {
        assertThat(service.signedIn("clinician")
                        .post(path(), yaml, "application/yaml")
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    void peopleWhoApplyAtOnceGetVersionsOneAfterTheOther() throws Exception {
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Future<TestResponse>> answers = IntStream.range(1, 9)
                    .mapToObj(i ->
                            people.submit(() -> apply(yaml.replace("minimum-cases: 8", "minimum-cases: " + (10 + i)))))
                    .toList();
            for (Future<TestResponse> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }
        assertThat(quality.get(path()).items()).extracting("version").containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void aPolicyCannotBeChangedAfterwards() {
        apply(yaml);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> hospital.execute("update policy set reason = 'x' where model = ?", hospital.model)))
                .hasMessageContaining("append-only");
    }

    private TestResponse apply(String text) {
        return quality.post(path(), text, "application/yaml");
    }

    private String path() {
        return "/models/" + hospital.model + "/policies";
    }
}
