package org.vigie.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.client.VigieClient;
import org.vigie.modelpackage.ExecutionTarget;

class RunnerTest {

    private static final String TO_ONE = "[{rescale: {from: [0, 255], to: [0, 1]}}]";
    private static final String TO_FOUR = "[{rescale: {from: [0, 255], to: [0, 4]}}]";

    @TempDir
    private Path cache;

    private LeaseService service;

    @BeforeEach
    void start() throws Exception {
        service = new LeaseService();
        service.version("1.0.0", "none", TO_ONE);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void scoresEveryCaseByEveryVersion() throws Exception {
        service.version("2.0.0", "sigmoid", TO_FOUR);
        for (int i = 0; i < 51; i++) {
            service.caseOf("s%02d".formatted(i), Images.flat(8 + i % 3, 8, 5 * i, "MONOCHROME2"));
        }

        assertThat(run()).isEqualTo(102);

        assertThat(service.failures()).isEmpty();
        for (int i = 0; i < 51; i++) {
            double mean = 5 * i / 255.0;
            JsonNode first = service.results().get("s%02d id-1.0.0".formatted(i));
            JsonNode second = service.results().get("s%02d id-2.0.0".formatted(i));
            assertThat(first.path("score").asDouble()).isCloseTo(mean, within(1e-6));
            assertThat(second.path("score").asDouble()).isCloseTo(1 / (1 + Math.exp(-4 * mean)), within(1e-6));
            assertThat(first.path("scores").path("bright").asDouble())
                    .isEqualTo(first.path("score").asDouble());
            assertThat(features(first)[1]).isCloseTo((float) mean, within(1e-6f));
            assertThat(first.path("executionProvider").asText()).isEqualTo("CPUExecutionProvider");
            assertThat(first.path("device").asText()).contains("threads: 1");
            assertThat(first.path("latencyMillis").asDouble()).isPositive();
        }
    }

    @Test
    void reportsWhatIsWrongWithACaseAndScoresTheOthers() throws Exception {
        service.caseOf("good", Images.flat(4, 4, 51, "MONOCHROME2"));
        service.caseOf("text", "not DICOM at all, only text".getBytes(StandardCharsets.UTF_8));
        service.caseOf("negative", Images.flat(4, 4, 51, "MONOCHROME1"));
        service.caseOf("corrupt", Images.flat(4, 4, 51, "MONOCHROME2"));
        service.damage("corrupt");

        assertThat(run()).isEqualTo(1);

        assertThat(service.results()).containsOnlyKeys("good id-1.0.0");
        assertThat(service.failures()).containsOnlyKeys("corrupt", "negative", "text");
        assertThat(service.failures().get("text").path("reason").asText()).isEqualTo("not-dicom");
        assertThat(service.failures().get("negative").path("reason").asText()).isEqualTo("monochrome1-not-declared");
        assertThat(service.failures().get("corrupt").path("reason").asText()).isEqualTo("file-corrupt");
    }

    @Test
    void reportsScoresThatAreNone() throws Exception {
        service.version("1.0.0", "none", TO_FOUR);
        service.caseOf("bright", Images.flat(4, 4, 255, "MONOCHROME2"));

        assertThat(run()).isZero();

        assertThat(service.failures().get("bright").path("reason").asText()).isEqualTo("score-out-of-range");
        assertThat(service.failures().get("bright").path("detail").asText())
                .isEqualTo("brightness 1.0.0 gives {bright=4.0}; scores lie between 0 and 1");
    }

    @Test
    void storesWhatOneVersionGivesWhenAnotherFails() throws Exception {
        service.version("2.0.0", "sigmoid", TO_FOUR);
        service.version("0.9.0", "none", TO_FOUR);
        for (int i = 0; i < 9; i++) {
            service.caseOf("s" + i, Images.flat(4, 4, i == 3 ? 255 : 51, "MONOCHROME2"));
        }

        assertThat(run()).isEqualTo(26);

        assertThat(service.results()).containsKeys("s3 id-1.0.0", "s3 id-2.0.0").doesNotContainKey("s3 id-0.9.0");
        assertThat(service.failures()).containsOnlyKeys("s3");
    }

    @Test
    void outlastsAServiceThatIsAway() throws Exception {
        service.caseOf("s1", Images.flat(4, 4, 51, "MONOCHROME2"));
        service.answerNext("lease", 503, 1);
        service.answerNext("file", 503, 4);
        service.answerNext("results", 503, 4);

        assertThat(run()).isEqualTo(1);

        assertThat(service.results()).containsOnlyKeys("s1 id-1.0.0");
        assertThat(service.failures()).isEmpty();
        assertThat(service.duplicates()).isZero();
    }

    @Test
    void dropsResultsOfALeaseThatIsLost() throws Exception {
        service.caseOf("s1", Images.flat(4, 4, 51, "MONOCHROME2"));
        service.answerNext("results", 409, 1);

        assertThat(run()).isZero();

        assertThat(service.results()).isEmpty();
        assertThat(service.asked("results")).isEqualTo(1);
    }

    @Test
    void fetchesAPackageOnceAndTrustsItOnlyByItsHash() throws Exception {
        service.caseOf("s1", Images.flat(4, 4, 51, "MONOCHROME2"));
        run();
        service.caseOf("s2", Images.flat(4, 4, 51, "MONOCHROME2"));
        run();
        assertThat(service.asked("package")).isEqualTo(1);

        try (Stream<Path> folders = Files.list(cache)) {
            Files.writeString(folders.findFirst().orElseThrow().resolve("model.yaml"), "name: other\n");
        }
        service.caseOf("s3", Images.flat(4, 4, 51, "MONOCHROME2"));
        assertThat(run()).isEqualTo(1);
        assertThat(service.asked("package")).isEqualTo(2);
        assertThat(service.results()).hasSize(3);
    }

    @Test
    void doesNotRunAPackageThatIsNotThePromisedOne() throws Exception {
        service.version("2.0.0", "sigmoid", TO_FOUR);
        service.swapPackage("1.0.0", "2.0.0");
        service.caseOf("s1", Images.flat(4, 4, 51, "MONOCHROME2"));

        assertThat(run()).isZero();

        assertThat(service.failures().get("s1").path("reason").asText()).isEqualTo("model-not-loaded");
        assertThat(service.failures().get("s1").path("detail").asText()).contains("the service promised");
        assertThat(service.results()).isEmpty();
    }

    @Test
    void endsWhenTheServiceRefusesIt() {
        service.answerNext("lease", 403, 10);
        assertThatThrownBy(this::run).isInstanceOf(ProblemException.class);
    }

    @Test
    void finishesItsLeaseWhenStopped() throws Exception {
        for (int i = 0; i < 5; i++) {
            service.caseOf("s" + i, Images.flat(4, 4, 51, "MONOCHROME2"));
        }
        try (VigieClient client = client();
                Runner runner = new Runner(new RunnerApi(client), settings(false), "cpu", Clock.systemUTC())) {
            Thread stopper = Thread.ofVirtual().start(() -> {
                while (service.asked("file") == 0) {
                    Thread.onSpinWait();
                }
                runner.stop();
            });
            assertThat(runner.run()).isEqualTo(5);
            stopper.join();
        }
        assertThat(service.results()).hasSize(5);
    }

    private int run() throws Exception {
        try (VigieClient client = client();
                Runner runner = new Runner(new RunnerApi(client), settings(true), "cpu", Clock.systemUTC())) {
            return runner.run();
        }
    }

    private VigieClient client() {
        return new VigieClient(service.url(), "token", new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private RunnerSettings settings(boolean once) {
        return new RunnerSettings("test", ExecutionTarget.ONE_CPU_THREAD, 4, 2, cache, 1 << 20, once);
    }

    private static float[] features(JsonNode result) {
        float[] features = new float[2];
        ByteBuffer.wrap(Base64.getDecoder().decode(result.path("features").asText()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(features);
        return features;
    }
}
