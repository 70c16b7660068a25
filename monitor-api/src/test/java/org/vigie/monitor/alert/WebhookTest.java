package org.vigie.monitor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestService;
import org.vigie.monitor.surveillance.MadeUpWeeks;

class WebhookTest {

    private record Received(String signature, String body) {}

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;

    @BeforeEach
    void aReceiverAndAModelWhosePolicyNamesIt() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::answer);
        receiver.start();
        hospital.role("1.0.0", "CHAMPION", hospital.site, MadeUpWeeks.FIRST_MONDAY, null);
        String webhook = "alerts: { webhook: \"http://127.0.0.1:%d/hook\" }\n"
                .formatted(receiver.getAddress().getPort());
        service.signedIn("quality")
                .post(
                        "/models/" + hospital.model + "/policies",
                        MadeUpWeeks.policy(hospital.model) + webhook,
                        "application/yaml");
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void tellsTheReceiverSignedAndWithoutTheStudy() throws Exception {
        String study = incident();

        Received message = received.poll(60, TimeUnit.SECONDS);

        assertThat(message).isNotNull();
        assertThat(message.body())
                .contains("\"kind\":\"INCIDENT\"")
                .contains(hospital.model)
                .doesNotContain(study)
                .doesNotContain("Dupont");
        String time = message.signature().replaceAll("t=(\\d+),.*", "$1");
        assertThat(message.signature()).isEqualTo("t=" + time + ",v1=" + hmac(time + "." + message.body()));
    }

    @Test
    void triesAgainLaterWhenItWasNotReceived() throws Exception {
        answers.add(500);
        incident();

        assertThat(received.poll(60, TimeUnit.SECONDS)).isNotNull();
        waitFor("body like ? and attempts = 1 and last_error = 'answered 500' and next_attempt_at > now()");
        hospital.execute(
                "update webhook_delivery set next_attempt_at = now() where body like ?", "%" + hospital.model + "%");

        assertThat(received.poll(60, TimeUnit.SECONDS)).isNotNull();
        waitFor("body like ? and state = 'DELIVERED' and attempts = 2");
    }

    @Test
    void waitsLongerAfterEachFailure() {
        assertThat(List.of(1, 2, 3, 10, 40))
                .extracting(DeliverWebhooks::wait)
                .containsExactly(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(15_360),
                        Duration.ofHours(6));
    }

    private String incident() {
        Instant at = MadeUpWeeks.FIRST_MONDAY.plusSeconds(3600);
        UUID study = hospital.study(hospital.site, at, Map.of(), Map.of());
        hospital.prediction(study, "1.0.0", 0.9, null);
        var flag = Map.of(
                "studyId",
                study.toString(),
                "model",
                hospital.model,
                "reason",
                "MISSED_FINDING",
                "severity",
                4,
                "comment",
                "Mme Dupont");
        assertThat(service.signedIn("clinician").post("/flags", flag).status()).isEqualTo(201);
        return study.toString();
    }

    private void waitFor(String condition) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (hospital.count("select count(*) from webhook_delivery where " + condition, "%" + hospital.model + "%")
                    == 1) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never became true: " + condition);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer status = answers.poll();
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
        received.add(new Received(exchange.getRequestHeaders().getFirst("Vigie-Signature"), body));
    }

    private String hmac(String text) throws Exception {
        String key = Files.readString(service.dataDirectory().resolve("secrets/webhook.key"))
                .strip();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
