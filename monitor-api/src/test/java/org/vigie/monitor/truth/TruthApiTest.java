package org.vigie.monitor.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.study.Pseudonyms;

class TruthApiTest {

    private static final Instant JANUARY = Instant.parse("2026-01-05T08:00:00Z");

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final TestClient engineer = service.signedIn("engineer");
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoStudies() {
        hospital.role("1.0.0", "CHAMPION", hospital.site, JANUARY, null);
        first = hospital.study(hospital.site, JANUARY, Map.of(), Map.of());
        second = hospital.study(hospital.site, JANUARY, Map.of(), Map.of());
        hospital.prediction(first, "1.0.0", 0.9, null);
        hospital.prediction(second, "1.0.0", 0.9, null);
    }

    @Test
    void takesCsvWithColumnsInAnyCase() {
        TestResponse response = csv("""
                STUDY,label,Kind,available_at,note
                %s,1,consensus,2026-01-12T08:00:00Z,x
                %s,indeterminate,,2026-01-12T08:00:00+01:00,y
                """.formatted(first, second), "?target=nodule");

        assertThat(response.status()).as(response.text()).isEqualTo(200);
        assertThat(response.json())
                .containsEntry("accepted", 2)
                .containsEntry("duplicates", 0)
                .containsEntry("ignoredColumns", java.util.List.of("note"));
        assertThat(hospital.count("select count(*) from truth where study_id = ? and positive is null", second))
                .isEqualTo(1);
    }

    @Test
    void takesNdjson() {
        TestResponse response = engineer.post(
                "/truth",
                "{\"study\":\"%s\",\"target\":\"nodule\",\"label\":0,\"kind\":\"HISTOLOGY\",\"availableAt\":\"2026-02-01T00:00:00Z\"}\n"
                        .formatted(first),
                "application/x-ndjson");

        assertThat(response.json()).containsEntry("accepted", 1);
        assertThat(hospital.count("select count(*) from truth where study_id = ? and kind = 'HISTOLOGY'", first))
                .isEqualTo(1);
    }

    @Test
    void takesWhatASpreadsheetWrites() {
        String query = "?target=nodule&availableAt=2026-01-12";

        assertThat(csv("\uFEFFstudy,label\r\n%s,1\r\n".formatted(first), query).json())
                .containsEntry("accepted", 1);
        assertThat(csv("\uFEFFstudy,label\r\n%s,1\r\n".formatted(first), query).json())
                .containsEntry("duplicates", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"label\":[1]",
                "\"label\":{\"a\":1}",
                "\"label\":1,\"label\":0",
                "\"label\":1,\"reader\":\"x\"",
                "\"label\":1} {",
                "\"label\":1,\"availableAt\":\"2026-01-12T08:00:00\"",
            })
    void aLineThatIsNoTruthRefusesAll(String change) {
        String line = "{\"study\":\"%s\",\"target\":\"nodule\",%s}\n";
        TestResponse response = engineer.post(
                "/truth?availableAt=2026-01-12",
                line.formatted(first, "\"label\":1") + line.formatted(second, change),
                "application/x-ndjson");

        assertThat(response.status()).as(response.text()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-truth");
        assertThat(response.json().get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .allSatisfy(error -> assertThat(error.get("line")).isEqualTo(2));
        assertThat(hospital.count("select count(*) from truth where study_id in (?, ?)", first, second))
                .isZero();
    }

    @Test
    void originalIdentifiersAreHashedAtTheDoor() {
        String original = "1.2.826.0.1." + System.nanoTime();
        UUID study = UUID.randomUUID();
        hospital.execute(
                "insert into study values (?, ?, ?, 'p', now(), now(), '{}')",
                study,
                hospital.site,
                service.bean(Pseudonyms.class).uid(original));

        TestResponse response =
                csv("studyInstanceUid,label\n" + original + ",1\n", "?target=nodule&availableAt=2026-01-12");

        assertThat(response.json()).containsEntry("accepted", 1);
        assertThat(hospital.count("select count(*) from truth where study_id = ?", study))
                .isEqualTo(1);
    }

    @Test
    void theSameTruthAgainIsADuplicateAndAnotherOneSupersedes() {
        String before = "study,label\n%s,0\n".formatted(first);
        csv(before, "?target=nodule&availableAt=2026-01-12");
        assertThat(csv(before, "?target=nodule&availableAt=2026-01-12").json())
                .containsEntry("accepted", 0)
                .containsEntry("duplicates", 1);

        csv("study,label\n%s,1\n".formatted(first), "?target=nodule&availableAt=2026-03-01&kind=HISTOLOGY");

        assertThat(confusion("2026-02-01")).containsEntry("fp", 1).containsEntry("tp", 0);
        assertThat(confusion("2026-03-02")).containsEntry("fp", 0).containsEntry("tp", 1);
        assertThat(hospital.count("select count(*) from truth where study_id = ? and supersedes is not null", first))
                .isEqualTo(1);
    }

    @Test
    void oneBadLineRefusesAllAndEachErrorTellsItsLine() {
        TestResponse response = csv("""
                study,label,target,availableAt
                %s,1,nodule,2026-01-12T08:00:00Z
                %s,perhaps,nodule,2026-01-12T08:00:00Z
                %s,1,nodule,2026-01-12T08:00:00
                2.25.77,1,nodule,2026-01-12T08:00:00Z
                %s,1,no-such-target,2026-01-12T08:00:00Z
                %s,1
                """.formatted(first, second, second, second, second), "");

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-truth");
        assertThat(response.json().get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(error -> error.get("line"), error -> error.get("field"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(3, "label"),
                        org.assertj.core.groups.Tuple.tuple(4, "availableAt"),
                        org.assertj.core.groups.Tuple.tuple(5, "study"),
                        org.assertj.core.groups.Tuple.tuple(6, "target"),
                        org.assertj.core.groups.Tuple.tuple(7, null));
        assertThat(response.text()).as("no identifier comes back").doesNotContain("2.25.77");
        assertThat(hospital.count("select count(*) from truth where study_id in (?, ?)", first, second))
                .isZero();
    }

    @Test
    void unknownStudiesAreLeftOutOnlyWhenAsked() {
        String body = "study,label\n%s,1\n2.25.77,0\n".formatted(first);

        assertThat(csv(body, "?target=nodule&availableAt=2026-01-12").problem()).isEqualTo("invalid-truth");
        assertThat(csv(body, "?target=nodule&availableAt=2026-01-12&unknown=skip")
                        .json())
                .containsEntry("accepted", 1)
                .containsEntry("unknown", 1);
    }

    @Test
    void cliniciansRecordNoTruth() {
        assertThat(service.signedIn("clinician")
                        .post("/truth", "study,label\n", "text/csv")
                        .problem())
                .isEqualTo("forbidden");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> confusion(String asOf) {
        TestResponse response = engineer.post(
                "/models/" + hospital.model + "/performance-checks",
                Map.of("from", "2026-01-01", "to", "2026-02-01", "asOf", asOf));
        assertThat(response.status()).as(response.text()).isEqualTo(201);
        return (Map<String, Object>) response.json().get("confusion");
    }

    private TestResponse csv(String body, String query) {
        return engineer.post("/truth" + query, body, "text/csv");
    }
}
