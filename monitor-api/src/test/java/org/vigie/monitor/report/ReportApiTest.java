package org.vigie.monitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestHospital;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.site.Sites;
import org.vigie.monitor.surveillance.MadeUpWeeks;

class ReportApiTest {

    private final TestService service = TestService.shared();
    private final TestHospital hospital = new TestHospital(service);
    private final TestClient quality = service.signedIn("quality");

    @BeforeEach
    void sevenWeeks() {
        hospital.role("1.0.0", "CHAMPION", hospital.site, MadeUpWeeks.FIRST_MONDAY, null);
        hospital.role("2.0.0", "CANDIDATE", hospital.site, MadeUpWeeks.FIRST_MONDAY, null);
        hospital.cases("1.0.0", MadeUpWeeks.of(7, 60, 6, 60));
        hospital.execute("""
                insert into prediction
                select gen_random_uuid(), null, ?, study_id, score, scores, positive, threshold, null, null, null, null,
                       onnx_sha256, preprocessing_sha256, 'test', now(), now()
                  from prediction where model_version_id = ?
                """, hospital.version("2.0.0"), hospital.version("1.0.0"));
        quality.post("/models/" + hospital.model + "/policies", MadeUpWeeks.policy(hospital.model), "application/yaml");
    }

    @Test
    void printsTheWeekAndTheSameNumbersAreTheSameBytes() throws IOException {
        TestResponse written = write("2026-W08", "fr");

        assertThat(written.status()).as(written.text()).isEqualTo(201);
        String monday = IsoWeek.parse("2026-W08", service.bean(Sites.class).commonZone())
                .due()
                .toString();
        assertThat(written.json()).containsEntry("dataCut", monday).containsEntry("week", "2026-W08");
        TestResponse pdf = quality.get(path(written, "url"));
        assertThat(pdf.header("Content-Type").orElseThrow()).startsWith("application/pdf");
        assertThat(pdf.header("Content-Disposition"))
                .hasValue("attachment; filename=\"vigie-%s-2026-W08-fr.pdf\"".formatted(hospital.model));
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages())
                    .isEqualTo(written.json().get("pages"))
                    .isBetween(1, 12);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Scanner B")
                    .contains("2.0.0")
                    .contains(hospital.model);
        }

        TestResponse again = write("2026-W08", "fr");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(written.json());
        assertThat(quality.get(path(again, "url")).bytes()).isEqualTo(pdf.bytes());
        assertThat(quality.get("/reports?model=" + hospital.model).items()).hasSize(1);
    }

    @Test
    void theTwinHoldsWhatWasComputed() {
        TestResponse written = write("2026-W08", "en");
        TestResponse twin = quality.get(path(written, "jsonUrl"));

        assertThat(twin.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(twin.text())
                .contains("\"Scanner B\"")
                .contains("\"NON_INFERIOR\"")
                .contains("TRUTH_AT_RANDOM")
                .contains("STANDARD_DEVIATIONS");
        assertThat(twin.json().get("flags")).isNotNull();
    }

    @Test
    void aNewFlagMakesANewReportAndKeepsTheOldOne() {
        TestResponse before = write("2026-W07", "en");
        UUID study =
                hospital.study(hospital.site, MadeUpWeeks.FIRST_MONDAY.plus(Duration.ofDays(36)), Map.of(), Map.of());
        UUID prediction = hospital.prediction(study, "1.0.0", 0.9, null);
        hospital.execute(
                "insert into flag values (?, ?, ?, ?, 'FALSE_POSITIVE', 3, null, null, null, 'x', now())",
                UUID.randomUUID(),
                study,
                prediction,
                hospital.model);

        TestResponse after = write("2026-W07", "en");

        assertThat(after.status()).isEqualTo(201);
        assertThat(after.json().get("id")).isNotEqualTo(before.json().get("id"));
        assertThat(quality.get(path(before, "url")).status()).isEqualTo(200);
        assertThat(quality.get("/reports?model=" + hospital.model).items()).hasSize(2);
    }

    @Test
    void refusesWhatItCannotPrint() {
        assertThat(write("2099-W01", "fr").problem()).isEqualTo("week-not-over");
        assertThat(write("2026-W08", "de").status()).isEqualTo(400);
        assertThat(quality.get("/reports/" + UUID.randomUUID() + "/pdf").problem())
                .isEqualTo("unknown-report");
        assertThat(service.signedIn("clinician").get("/reports").problem()).isEqualTo("forbidden");
        assertThat(quality.get("/reports?model=" + hospital.model).json().get("items"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEqualTo(List.of());
    }

    private TestResponse write(String week, String language) {
        return quality.post(
                "/models/" + hospital.model + "/reports/weekly", Map.of("week", week, "language", language));
    }

    private static String path(TestResponse written, String field) {
        return written.json().get(field).toString().substring("/api/v1".length());
    }
}
