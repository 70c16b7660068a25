package org.vigie.monitor.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestDicom;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.TinyModel;

class PredictionApiTest {

    private final TestService service = TestService.shared();
    private final TestClient admin = service.token("admin");
    private final String model = "tiny-" + UUID.randomUUID();
    private final String original = TestDicom.uid();
    private Map<String, Object> study;

    @BeforeEach
    void aVersionAndAStudy() {
        admin.put("/sites/metz", Map.of("name", "Metz", "zone", "Europe/Paris"));
        admin.post("/models/versions", TinyModel.zip(model, "1.0.0"), "application/zip");
        study = admin.post("/studies/instances?site=metz", TestDicom.chest(original), "application/dicom")
                .json();
    }

    @Test
    void aStudyMayBeNamedByOurIdByItsPseudonymOrByItsOriginalUid() {
        Object second = take();
        Object third = take();
        TestResponse response =
                ndjson(line(study.get("studyId"), "0.25"), line(studyUid(second), "0.5"), line(study(third), "0.75"));

        assertThat(response.json()).isEqualTo(Map.of("accepted", 3, "duplicates", 0));
        assertThat(ndjson(line(original, "0.25")).json()).isEqualTo(Map.of("accepted", 0, "duplicates", 1));
        assertThat(service.count("select count(*) from prediction p join model_version v on v.id = p.model_version_id"
                        + " where v.model = '" + model + "' and positive"))
                .isEqualTo(2);
    }

    @Test
    void csvIsTakenToo() {
        TestResponse response = admin.post("/predictions", """
                Model,Version,study_instance_uid,SCORE,predicted_at,features
                %s,1.0.0,%s,0.5,2026-01-12T15:00:00+01:00,0.5 1.5
                """.formatted(model, original), "text/csv");

        assertThat(response.json()).isEqualTo(Map.of("accepted", 1, "duplicates", 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "score":NaN             | null
                    "score":"NaN"           | score
                    "score":1.01            | score
                    "score":-0.01           | score
                    "score":"1e999"         | score
                    "score":null            | score
                    "predictedAt":"2026-01-12T15:00:00" | predictedAt
                    "predictedAt":"yesterday"           | predictedAt
                    "version":"9.9"         | version
                    "study":"1.2.3.4"       | study
                    "colour":"blue"         | colour
                    "features":["a"]        | features
                    "latencyMillis":-1      | latencyMillis
                    "positive":"maybe"      | positive
                    "score":{"a":1}         | null
                    "score":[[1]]           | null
                    """)
    void oneWrongFieldRefusesTheWholeImport(String change, String field) {
        String good = line(study.get("studyId"), "0.5");
        String name = change.substring(1, change.indexOf('"', 1));
        String bad = good.replaceAll("\"" + name + "\":(\"[^\"]*\"|[^,}]*),?", "")
                .replace("}", "," + change + "}")
                .replace(",,", ",");

        TestResponse response = ndjson(good, bad);

        assertThat(response.status()).as(response.text()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-predictions");
        @SuppressWarnings("unchecked")
        var error = ((List<Map<String, Object>>) response.json().get("errors")).getFirst();
        assertThat(error).containsEntry("line", 2);
        assertThat(error.get("field")).isEqualTo(field.equals("null") ? null : field);
        assertNothingStored();
    }

    @Test
    void aScoreThatContradictsTheOneBeforeIsRefused() {
        ndjson(line(original, "0.25"));

        assertThat(ndjson(line(original, "0.26")).problem()).isEqualTo("invalid-predictions");
        assertThat(ndjson(line(original, "0.25")).status()).isEqualTo(200);
    }

    @Test
    void linesThatContradictEachOtherAreRefused() {
        assertThat(ndjson(line(original, "0.25"), line(study.get("studyId"), "0.26"))
                        .problem())
                .isEqualTo("invalid-predictions");
        assertNothingStored();
    }

    @Test
    void aJsonBombIsRefused() {
        assertThat(ndjson("[".repeat(200_000)).problem()).isEqualTo("invalid-predictions");
        assertThat(ndjson("{\"a\":".repeat(100_000)).problem()).isEqualTo("invalid-predictions");
        assertThat(ndjson("{\"score\":\"" + "9".repeat(2_000_000) + "\"}").problem())
                .isEqualTo("invalid-predictions");
        assertNothingStored();
    }

    @Test
    void aJsonBombElsewhereIsRefusedToo() {
        long runs = service.count("select count(*) from run");
        TestResponse deep = admin.post("/runs", "{\"model\":" + "[".repeat(100_000), "application/json");
        TestResponse longer = admin.post(
                "/runs",
                "{\"model\":\"" + "x".repeat((int) TestService.MAX_UPLOAD_BYTES / 2) + "\"}",
                "application/json");

        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.json()).containsEntry("status", 400);
        assertThat(longer.status()).isBetween(400, 499);
        assertThat(service.count("select count(*) from run")).isEqualTo(runs);
    }

    @Test
    void predictionsComeOutAsATable() {
        ndjson(line(original, "0.25"));

        TestResponse csv = service.signedIn("quality")
                .get("/predictions?model=" + model + "&from=2026-01-12&to=2026-01-13", "Accept", "text/csv");

        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.text().lines().toList())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("," + model + ",1.0.0,0.25,false,0.5,2026-01-12T14:00:00Z,")
                .doesNotContain(original);
        assertThat(admin.get("/predictions?model=" + model).items()).hasSize(1);
        assertThat(admin.get("/predictions?model=" + model + "&to=2026-01-12", "Accept", "application/json")
                        .items())
                .isEmpty();
    }

    @Test
    void cliniciansCannotReadPredictionsInBulk() {
        for (String person : List.of("clinician", "reader", "dpo")) {
            assertThat(service.signedIn(person).get("/predictions").status()).isEqualTo(403);
        }
    }

    @Test
    void manyPagesHoldEveryPredictionOnce() {
        List<Object> studies =
                IntStream.range(0, 5).<Object>mapToObj(_ -> take()).toList();
        ndjson(studies.stream().map(uid -> line(uid, "0.5")).toArray(String[]::new));
        var seen = new java.util.ArrayList<Object>();
        String cursor = "";
        do {
            Map<String, Object> page = admin.get("/predictions?limit=2&model=" + model + "&cursor=" + cursor)
                    .json();
            seen.addAll(((List<?>) page.get("items"))
                    .stream().map(item -> ((Map<?, ?>) item).get("studyId")).toList());
            cursor = (String) page.get("next");
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private String take() {
        String uid = TestDicom.uid();
        admin.post("/studies/instances?site=metz", TestDicom.chest(uid), "application/dicom");
        return uid;
    }

    private String studyUid(Object originalUid) {
        return (String) admin.get("/studies/" + originalUid).json().get("studyUid");
    }

    private String study(Object originalUid) {
        return (String) originalUid;
    }

    private String line(Object study, String score) {
        return "{\"model\":\"%s\",\"version\":\"1.0.0\",\"study\":\"%s\",\"score\":%s,\"predictedAt\":\"2026-01-12T14:00:00Z\"}"
                .formatted(model, study, score);
    }

    private TestResponse ndjson(String... lines) {
        return admin.post(
                "/predictions",
                java.util.Arrays.stream(lines).collect(Collectors.joining("\n")),
                "application/x-ndjson");
    }

    private void assertNothingStored() {
        assertThat(service.count("select count(*) from prediction p join model_version v on v.id = p.model_version_id"
                        + " where v.model = '" + model + "'"))
                .isZero();
    }
}
