package org.vigie.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.client.FakeService;
import org.vigie.client.FakeService.Answer;
import org.vigie.client.Json;

class MainTest {

    private static final String SITES =
            "{\"items\":[{\"code\":\"north\",\"name\":\"North\",\"zone\":\"Europe/Paris\"}]}";

    private FakeService service;
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        environment.put("VIGIE_URL", service.url().toString());
        environment.put("VIGIE_TOKEN", "secret");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void listsAsATableOrAsTheServicesJson() throws IOException {
        service.on("GET /sites", Answer.json(200, SITES));

        assertThat(vigie("sites", "list")).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                SITE   NAME   ZONE
                north  North  Europe/Paris
                """);

        out.getBuffer().setLength(0);
        assertThat(vigie("sites", "list", "--json")).isZero();
        assertThat(Json.read(out.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.read(SITES.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void printsWhyTheServiceRefusesAndEndsWithOne() {
        service.on("POST /models/nodule/roles", Answer.problem(404, "unknown-version", "No such version", "9.9.9"));

        assertThat(vigie("roles", "set", "nodule", "9.9.9", "champion", "--site", "north", "--from", "2026-01-05"))
                .isEqualTo(1);

        assertThat(err.toString()).startsWith("vigie: No such version: 9.9.9");
        assertThat(service.asked().getFirst().body())
                .contains("\"role\":\"CHAMPION\"", "\"from\":\"2026-01-05\"", "\"version\":\"9.9.9\"");
    }

    @Test
    void endsWithTwoForACommandThatMakesNoSense() {
        assertThat(vigie("drift")).isEqualTo(2);
        assertThat(vigie(
                        "drift",
                        "check",
                        "--model",
                        "m",
                        "--reference",
                        "last year",
                        "--current",
                        "2026-01-05..2026-02-01"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--reference must look like 2026-01-05..2026-03-02, not 'last year'");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void endsWithThreeWithoutATokenOrAService() {
        environment.remove("VIGIE_TOKEN");
        environment.put("VIGIE_TOKEN_FILE", "/nowhere/token");
        assertThat(vigie("sites", "list")).isEqualTo(3);
        assertThat(err.toString()).contains("no token: /nowhere/token cannot be read");
    }

    @Test
    void ingestsAFolderAndListsEachRefusal(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.dcm"), "first");
        Files.createDirectory(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep").resolve("b.dcm"), "second");
        Files.writeString(folder.resolve(".hidden"), "left out");
        service.on("GET /sites", Answer.json(200, SITES))
                .on("PUT /sites/south", Answer.json(201, "{}"))
                .on(
                        "POST /studies/instances",
                        Answer.json(201, "{\"outcome\":\"STORED\"}"),
                        new Answer(
                                422,
                                "application/problem+json",
                                "{\"type\":\"https://vigie.org/problems/study-refused\",\"title\":\"Refused\","
                                        + "\"detail\":\"at byte 6\",\"reason\":\"dicom-unreadable\"}"));

        int code = vigie(
                "studies",
                "ingest",
                folder.toString(),
                "--site",
                "south",
                "--zone",
                "Europe/Paris",
                "--parallel",
                "1",
                "--json");

        assertThat(code).isZero();
        assertThat(err.toString())
                .contains("Site south was not there; created, zone Europe/Paris.")
                .contains("Refused deep/b.dcm: dicom-unreadable: at byte 6");
        assertThat(Json.read(out.toString().getBytes(StandardCharsets.UTF_8)).toString())
                .isEqualTo(
                        "{\"stored\":1,\"duplicates\":0,\"refused\":1,\"refusedByReason\":{\"dicom-unreadable\":1},"
                                + "\"refusals\":[{\"file\":\"deep/b.dcm\",\"reason\":\"dicom-unreadable\",\"detail\":\"at byte 6\"}]}");
        assertThat(service.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .allSatisfy(asked -> assertThat(asked.target()).endsWith("?site=south"))
                .extracting(FakeService.Asked::body)
                .containsExactly("first", "second");
    }

    @Test
    void stopsIngestingWhenTheTokenIsWrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.dcm"), "first");
        service.on("GET /sites", Answer.json(200, SITES))
                .on("POST /studies/instances", Answer.problem(401, "unauthenticated", "Who are you?", "No such token"));

        assertThat(vigie("studies", "ingest", folder.toString(), "--site", "north"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("vigie: Who are you?: No such token");
    }

    @Test
    void sendsAFolderAsAPackage(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), "name: x");
        Files.createDirectory(folder.resolve("examples"));
        Files.writeString(folder.resolve("examples").resolve("01.dcm"), "y");
        service.on(
                "POST /models/versions",
                Answer.json(201, "{\"model\":\"x\",\"version\":\"1\",\"onnxSha256\":\"abc\"}"));

        assertThat(vigie("models", "register", folder.toString())).isZero();

        assertThat(out.toString()).startsWith("Registered x 1 (ONNX SHA-256 abc).");
        byte[] zip = service.asked().getFirst().body().getBytes(StandardCharsets.ISO_8859_1);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("examples/01.dcm");
            assertThat(entries.getNextEntry().getName()).isEqualTo("model.yaml");
        }
    }

    @Test
    void followsARunToItsEnd() {
        String running = run("RUNNING", 1);
        String finished = run("FINISHED", 2);
        service.on("POST /runs", Answer.json(201, running))
                .on("GET /runs/r1", Answer.json(200, running), Answer.json(200, finished))
                .on(
                        "GET /runs/r1/events",
                        new Answer(
                                200,
                                "text/event-stream",
                                "event: progress\ndata: " + running + "\n\nevent: end\ndata: " + finished + "\n\n"));

        int code = vigie(
                "runs", "start", "--model", "m", "--versions", "1,2", "--from", "2026-01-05", "--to", "2026-02-01");

        assertThat(code).isZero();
        assertThat(service.asked().getFirst().body())
                .isEqualTo(
                        "{\"model\":\"m\",\"from\":\"2026-01-05\",\"to\":\"2026-02-01\",\"versions\":[\"1\",\"2\"]}");
        assertThat(out.toString())
                .contains("Run r1: FINISHED, 2 of 3 cases done, 4 predictions, 1 not scored.")
                .contains("  view-not-selected: 1")
                .contains("VERSION  PREDICTIONS");
        assertThat(err.toString()).contains("3/3").contains("(1 not scored)");
    }

    @Test
    void speaksFrench() {
        service.on("POST /truth", Answer.json(200, "{\"accepted\":120,\"duplicates\":0}"));
        environment.put("LANG", "fr_FR.UTF-8");

        assertThat(vigie("truth", "import", csv(), "--target", "pneumonia")).isZero();

        assertThat(out.toString()).startsWith("120 reçus, 0 déjà connus.");
        assertThat(service.asked().getFirst().target()).isEqualTo("/api/v1/truth?target=pneumonia");
    }

    @Test
    void demandsALanguageItSpeaks() {
        assertThat(vigie("sites", "list", "--lang", "de")).isEqualTo(2);
    }

    @Test
    void writesAReportToAFile(@TempDir Path folder) {
        service.on("POST /models/m/reports/weekly", Answer.json(201, "{\"id\":\"7\",\"pages\":3,\"sha256\":\"abc\"}"))
                .on("GET /reports/7/pdf", new Answer(200, "application/pdf", "%PDF-1.7"));
        Path file = folder.resolve("report.pdf");

        assertThat(vigie(
                        "report",
                        "weekly",
                        "--model",
                        "m",
                        "--week",
                        "2026-W05",
                        "--lang",
                        "fr",
                        "-o",
                        file.toString()))
                .isZero();

        assertThat(file).hasContent("%PDF-1.7");
        assertThat(service.asked().getFirst().body()).isEqualTo("{\"week\":\"2026-W05\",\"language\":\"fr\"}");
    }

    @Test
    void exportsToStdout() {
        service.on("GET /predictions", new Answer(200, "text/csv", "study,score\ns1,0.5\n"));

        assertThat(vigie("export", "predictions", "--model", "m")).isZero();

        assertThat(out.toString()).isEqualTo("study,score\ns1,0.5\n");
    }

    @Test
    void readsTheModelOfAPolicyFromItsFile(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "# ours\nmodel: chest-nodule\nowner: Q\n");
        service.on("POST /models/chest-nodule/policies", Answer.json(201, "{\"version\":2}"));

        assertThat(vigie("policies", "apply", policy.toString())).isZero();

        assertThat(out.toString()).startsWith("Policy version 2 of chest-nodule is in force.");
    }

    @Test
    void everyCommandHasHelpAndJson() {
        var line = Main.commandLine(Map.of(), new PrintWriter(out), new PrintWriter(err));
        line.getSubcommands().values().stream()
                .flatMap(command -> command.getSubcommands().isEmpty()
                        ? Stream.of(command)
                        : command.getSubcommands().values().stream())
                .forEach(command -> {
                    assertThat(command.getCommandSpec().findOption("--json"))
                            .as(command.getCommandName())
                            .isNotNull();
                    assertThat(command.getCommandSpec().usageMessage().description())
                            .isNotEmpty();
                });
    }

    private static String run(String state, int done) {
        return "{\"id\":\"r1\",\"state\":\"%s\",\"total\":3,\"done\":%d,\"notScored\":1,\"predictions\":4,"
                        .formatted(state, done)
                + "\"notScoredReasons\":{\"view-not-selected\":1},"
                + "\"perVersion\":[{\"version\":\"1\",\"predictions\":2,\"meanLatencyMillis\":1.5}]}";
    }

    private String csv() {
        try {
            return Files.writeString(Files.createTempDirectory("truth").resolve("t.csv"), "study,label\n")
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int vigie(String... arguments) {
        return Main.commandLine(environment, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
