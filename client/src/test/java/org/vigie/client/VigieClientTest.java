package org.vigie.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.client.FakeService.Answer;

class VigieClientTest {

    private static final Backoff QUICK = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private FakeService service;
    private VigieClient client;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        client = new VigieClient(service.url(), "secret", QUICK);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void sendsTokenPathAndQueryAsTheyAre() throws Exception {
        service.on("GET /models/a%20b", Answer.json(200, "{\"x\":1}"));

        assertThat(client.json(Call.get("/models" + Call.path("a b")).with("at", "2026-01-05T08:00:00+01:00"))
                        .path("x")
                        .asInt())
                .isEqualTo(1);

        FakeService.Asked asked = service.asked().getFirst();
        assertThat(asked.target()).isEqualTo("/api/v1/models/a%20b?at=2026-01-05T08%3A00%3A00%2B01%3A00");
        assertThat(asked.headers()).containsEntry("Authorization", "Bearer secret");
    }

    @Test
    void repeatsWhatMayBeRepeatedUntilTheServiceIsBack() throws Exception {
        Answer busy = Answer.problem(503, "busy", "Busy", "later");
        service.on("GET /sites", busy, busy, Answer.json(200, "[]"));

        assertThat(client.json(Call.get("/sites")).isArray()).isTrue();
        assertThat(service.asked()).hasSize(3);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        service.on("GET /sites", Answer.problem(503, "busy", "Busy", "later"));

        assertThatThrownBy(() -> client.json(Call.get("/sites"))).isInstanceOf(ProblemException.class);
        assertThat(service.asked()).hasSize(3);
    }

    @Test
    void sendsOnceWhatMustNotHappenTwice() {
        service.on("POST /flags", Answer.problem(503, "busy", "Busy", "later"));

        assertThatThrownBy(() -> client.json(Call.post("/flags").json(Map.of())))
                .isInstanceOf(ProblemException.class);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void repeatsAPostThatHasAKeyWithTheSameKey() throws Exception {
        service.on("POST /runs", Answer.problem(503, "busy", "Busy", "later"), Answer.json(201, "{}"));

        client.json(Call.post("/runs").json(Map.of("model", "m")).onceByKey("k1"));

        assertThat(service.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.headers()).containsEntry("Idempotency-key", "k1"))
                .allSatisfy(asked -> assertThat(asked.body()).isEqualTo("{\"model\":\"m\"}"));
    }

    @Test
    void turnsAProblemIntoAnExceptionWithAllItSays() {
        service.on("POST /truth", new Answer(422, "application/problem+json", """
                {"type":"https://vigie.org/problems/invalid-truth","title":"Truth not taken","detail":"2 bad lines",
                 "errors":[{"line":3,"field":"label","detail":"'x' is no label"},{"pointer":"/a","detail":"why"}]}
                """));

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> client.json(Call.post("/truth").json(Map.of())));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.slug()).isEqualTo("invalid-truth");
        assertThat(refused.getMessage().lines())
                .containsExactly("Truth not taken: 2 bad lines", "  line 3, label: 'x' is no label", "  /a: why");
    }

    @Test
    void bearsAnAnswerThatIsNoProblemDocument() {
        service.on("GET /sites", new Answer(502, "text/html", "<html>gateway</html>"));

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> client.json(Call.get("/sites")));

        assertThat(refused.problem().title()).isEqualTo("HTTP 502");
    }

    @Test
    void saysThatNothingListens() {
        URI nobody = service.url();
        service.close();
        try (VigieClient lonely = new VigieClient(nobody, null, Backoff.NONE)) {
            assertThatThrownBy(() -> lonely.json(Call.get("/sites")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no answer from " + nobody + "/: nothing listens there");
        }
    }

    @Test
    void readsEventsUntilItHasSeenEnough() throws Exception {
        service.on("GET /runs/1/events", new Answer(200, "text/event-stream", """
                : a comment
                event: progress
                data: {"done":
                data:  1}

                data: plain

                event: end
                data: x

                data: never seen

                """));
        List<ServerEvent> events = new ArrayList<>();

        boolean ended = client.events(Call.get("/runs/1/events"), event -> {
            events.add(event);
            return !event.name().equals("end");
        });

        assertThat(ended).isTrue();
        assertThat(events)
                .containsExactly(
                        new ServerEvent("progress", "{\"done\":\n 1}"),
                        new ServerEvent("message", "plain"),
                        new ServerEvent("end", "x"));
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        String bomb = "[".repeat(10_000);
        service.on("GET /sites", Answer.json(200, bomb));
        assertThatThrownBy(() -> client.json(Call.get("/sites")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void neverSendsATokenToTheHostThatAnAddressNames() throws Exception {
        service.on("GET /instances/1/file", new Answer(200, "application/dicom", "DICM"));

        byte[] file;
        try (var stream = new RunnerApi(client).open("http://evil.example/api/v1/instances/1/file")) {
            file = stream.readAllBytes();
        }

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("DICM");
    }

    @Test
    void writesFeaturesAsLittleEndianFloats() {
        assertThat(RunnerApi.encode(new float[] {1, -2})).isEqualTo("AACAPwAAAMA=");
    }
}
