package org.vigie.monitor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.TinyModel;

class IdempotencyTest {

    private final TestService service = TestService.shared();
    private final TestClient admin = service.token("admin");
    private final String model = "tiny-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void aModel() {
        admin.put("/sites/dijon", Map.of("name", "Dijon", "zone", "Europe/Paris"));
        admin.post("/models/versions", TinyModel.zip(model, "1.0.0"), "application/zip");
    }

    @Test
    void theSameRequestTwiceHasTheEffectOfOnce() {
        TestResponse first = start("2026-01-01", key);
        TestResponse second = start("2026-01-01", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Idempotency-Replayed")).hasValue("true");
        assertThat(runs()).isOne();
    }

    @Test
    void theSameKeyForAnotherBodyIsRefused() {
        start("2026-01-01", key);
        TestResponse other = start("2026-01-02", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(runs()).isOne();
    }

    @Test
    void aRefusalIsRepeatedToo() {
        TestResponse first = start("2027-01-01", key);
        TestResponse second = start("2027-01-01", key);

        assertThat(first.problem()).isEqualTo("invalid-parameter");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.status()).isEqualTo(first.status());
    }

    @Test
    void manyAtOnceHaveTheEffectOfOne() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> start("2026-01-01", key).status())
                    .toList();
            assertThat(executor.invokeAll(calls).stream().map(call -> call.resultNow()))
                    .contains(201)
                    .containsAnyOf(201, 409)
                    .doesNotContain(500, 422);
        }
        assertThat(runs()).isOne();
    }

    @Test
    void withoutAKeyEachRequestCounts() {
        start("2026-01-01", null);
        start("2026-01-01", null);

        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aKeyIsItsCallersOwn() {
        start("2026-01-01", key);
        TestResponse other = service.signedIn("engineer").post("/runs", body("2026-01-02"), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(runs()).isEqualTo(2);
    }

    private TestResponse start(String from, String withKey) {
        return withKey == null
                ? admin.post("/runs", body(from))
                : admin.post("/runs", body(from), "Idempotency-Key", withKey);
    }

    private Map<String, Object> body(String from) {
        return Map.of(
                "model",
                model,
                "versions",
                List.of("1.0.0"),
                "from",
                from,
                "to",
                "2026-02-01",
                "sites",
                List.of("dijon"));
    }

    private long runs() {
        return service.count("select count(*) from run where model = '" + model + "'");
    }
}
