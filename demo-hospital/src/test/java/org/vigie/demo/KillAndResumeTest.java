package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.client.Backoff;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomWriter;
import org.vigie.dicom.Tag;

/// `kill -9` of the runner and of the service in the middle of a run: each case has each version's prediction exactly
/// once in the end.
class KillAndResumeTest {

    private static final int CASES = 120;
    private static final List<String> VERSIONS = List.of("1.0.0", "2.0.0");
    private static final Backoff PATIENT = new Backoff(40, Duration.ofMillis(200), Duration.ofSeconds(2));

    /// A hang is a failure too; far above what any machine needs.
    private static final Duration HOPELESS = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private int port;

    @Test
    void losesAndDoublesNothing() throws Exception {
        port = freePort();
        VigieProcess service = service();
        try (VigieClient client = client()) {
            prepare(client);
            VigieProcess runner = runner();
            try {
                String run = client.json(Call.post("/runs").json(request()))
                        .path("id")
                        .asText();

                await(client, run, now -> predictions(now) >= 10, service, runner);
                runner.kill();
                assertThat(state(client, run)).isEqualTo("RUNNING");
                runner = runner();

                int before = predictions(show(client, run));
                await(client, run, now -> predictions(now) >= before + 10, service, runner);
                service.kill();
                // the database outlives the service: the runner may end the run before the next question is answered
                assertThat(stored()).hasSizeLessThan(CASES * VERSIONS.size());
                service = service();

                JsonNode end =
                        await(client, run, now -> !now.path("state").asText().equals("RUNNING"), service, runner);

                assertThat(end.path("state").asText()).isEqualTo("FINISHED");
                assertThat(end.path("done").asInt()).isEqualTo(CASES);
                assertThat(end.path("notScored").asInt()).isZero();
                assertThat(stored()).hasSize(CASES * VERSIONS.size()).doesNotHaveDuplicates();
            } finally {
                runner.end();
            }
        } finally {
            service.end();
        }
    }

    private VigieProcess service() throws IOException {
        return VigieProcess.start(
                folder.resolve("service.log"),
                Map.of("VIGIE_LEASE_TIME", "3s"),
                "org.vigie.monitor.Main",
                "--port",
                Integer.toString(port),
                "--data-dir",
                folder.resolve("data").toString());
    }

    /// One case at a time, so that there is a middle to be killed in.
    private VigieProcess runner() throws IOException {
        return VigieProcess.start(
                folder.resolve("runner.log"),
                Map.of(),
                "org.vigie.shadow.Main",
                "--url",
                url().toString(),
                "--token-file",
                folder.resolve("data/secrets/runner.token").toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--device",
                "cpu",
                "--threads",
                "1",
                "--batch",
                "1");
    }

    private VigieClient client() throws IOException, InterruptedException {
        Path token = folder.resolve("data/secrets/admin.token");
        long end = System.nanoTime() + HOPELESS.toNanos();
        while (!Files.exists(token) || Files.size(token) == 0) {
            assertThat(System.nanoTime()).as("the service writes its tokens").isLessThan(end);
            Thread.sleep(200);
        }
        return new VigieClient(url(), Files.readString(token).strip(), PATIENT);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void prepare(VigieClient client) throws Exception {
        client.json(
                Call.put("/sites/north").json(Json.object().put("name", "North").put("zone", "Europe/Paris")));
        for (String version : VERSIONS) {
            client.json(
                    Call.post("/models/versions").body("application/zip", BodyPublishers.ofByteArray(zip(version))));
        }
        for (int i = 0; i < CASES; i++) {
            client.json(Call.post("/studies/instances")
                    .with("site", "north")
                    .body("application/dicom", BodyPublishers.ofByteArray(image(i))));
        }
    }

    private static ObjectNode request() {
        ObjectNode request = Json.object()
                .put("model", "brightness")
                .put("from", "2026-01-05")
                .put("to", "2026-01-12");
        VERSIONS.forEach(request.putArray("versions")::add);
        return request;
    }

    private static JsonNode await(VigieClient client, String run, Predicate<JsonNode> reached, VigieProcess... alive)
            throws Exception {
        long end = System.nanoTime() + HOPELESS.toNanos();
        JsonNode now = show(client, run);
        while (!reached.test(now)) {
            assertThat(System.nanoTime()).as("%s", now).isLessThan(end);
            for (VigieProcess process : alive) {
                process.demandAlive();
            }
            Thread.sleep(20);
            now = show(client, run);
        }
        return now;
    }

    private static JsonNode show(VigieClient client, String run)
            throws IOException, InterruptedException, ProblemException {
        return client.json(Call.get("/runs" + Call.path(run)));
    }

    private static String state(VigieClient client, String run)
            throws IOException, InterruptedException, ProblemException {
        return show(client, run).path("state").asText();
    }

    private static int predictions(JsonNode run) {
        return run.path("predictions").asInt();
    }

    /// @return study and version of each prediction, straight from the table
    private List<String> stored() throws IOException, SQLException {
        Path data = folder.resolve("data");
        String url = "jdbc:postgresql://127.0.0.1:%s/vigie"
                .formatted(Files.readString(data.resolve("postgres.port")).strip());
        String password =
                Files.readString(data.resolve("secrets/postgres.password")).strip();
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "vigie", password);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select study_id, model_version_id from prediction")) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
        }
        return rows;
    }

    private static byte[] zip(String version) throws IOException {
        String yaml = """
                name: brightness
                version: %s
                task: binary-classification
                target: bright
                selects: { modality: [DX] }
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, height, width] }
                preprocess:
                  - rescale: { to: [0, 1] }
                outputs:
                  scores: { name: score, labels: [bright] }
                  features: { name: features }
                threshold: 0.5
                """.formatted(version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                InputStream onnx = KillAndResumeTest.class.getResourceAsStream("mean-and-max.onnx")) {
            zip.putNextEntry(new ZipEntry("model.yaml"));
            zip.write(yaml.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("model.onnx"));
            onnx.transferTo(zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] image(int number) throws DicomException {
        short[] pixels = new short[64 * 64];
        Arrays.fill(pixels, (short) (number * 2));
        return DicomWriter.write(DataSet.builder()
                .string(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.1.1")
                .string(Tag.SOPInstanceUID, "2.25.3" + number)
                .string(Tag.SeriesInstanceUID, "2.25.2" + number)
                .string(Tag.StudyInstanceUID, "2.25.1" + number)
                .string(Tag.StudyDate, "20260105")
                .string(Tag.StudyTime, time(number))
                .string(Tag.AcquisitionDate, "20260105")
                .string(Tag.AcquisitionTime, time(number))
                .string(Tag.Modality, "DX")
                .string(Tag.BodyPartExamined, "CHEST")
                .string(Tag.ViewPosition, "PA")
                .string(Tag.PatientID, "P" + number)
                .string(Tag.BurnedInAnnotation, "NO")
                .string(Tag.PhotometricInterpretation, "MONOCHROME2")
                .integer(Tag.SamplesPerPixel, 1)
                .integer(Tag.SeriesNumber, 1)
                .integer(Tag.InstanceNumber, 1)
                .integer(Tag.Rows, 64)
                .integer(Tag.Columns, 64)
                .integer(Tag.BitsAllocated, 16)
                .integer(Tag.BitsStored, 8)
                .integer(Tag.HighBit, 7)
                .integer(Tag.PixelRepresentation, 0)
                .words(Tag.PixelData, pixels)
                .build());
    }

    private static String time(int number) {
        return "09%02d%02d".formatted(number / 60, number % 60);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
