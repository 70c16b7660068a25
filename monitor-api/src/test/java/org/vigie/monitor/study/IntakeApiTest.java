package org.vigie.monitor.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomReader;
import org.vigie.dicom.Tag;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestDicom;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class IntakeApiTest {

    private static final String SITE = "brest";

    private final TestService service = TestService.shared();
    private final TestClient admin = service.token("admin");
    private final String studyUid = TestDicom.uid();

    @BeforeEach
    void aSite() {
        admin.put("/sites/" + SITE, Map.of("name", "Brest", "zone", "Europe/Paris"));
    }

    @Test
    void anOriginalIsKeptDeidentified() throws Exception {
        TestResponse response = take(TestDicom.chest(studyUid));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json()).containsEntry("outcome", "STORED");
        DataSet kept = DicomReader.read(
                        service.token("runner")
                                .get("/instances/" + response.json().get("instanceId") + "/file")
                                .bytes(),
                        DicomLimits.DEFAULT)
                .dataSet();
        assertThat(kept.string(Tag.StudyInstanceUID))
                .hasValue((String) response.json().get("studyUid"));
        assertThat(kept.contains(Tag.PatientName)).isFalse();
        assertThat(kept.string(Tag.PatientID)).isPresent().get().isNotEqualTo(TestDicom.PATIENT_ID);
        assertThat(kept.string(Tag.PatientIdentityRemoved)).hasValue("YES");
        assertThat(everythingKept()).doesNotContain(studyUid, TestDicom.PATIENT_ID, "Dupont", "SN-99-1234", "19610214");
    }

    @Test
    void timeIsKeptToTheHour() {
        TestResponse response = take(TestDicom.chest(studyUid));

        assertThat(service.signedIn("engineer")
                        .get("/studies/" + response.json().get("studyId"))
                        .json())
                .containsEntry("acquiredAt", "2026-01-12T13:00:00Z");
    }

    @Test
    void theSameFileAgainIsADuplicate() {
        byte[] file = TestDicom.chest(studyUid);
        TestResponse first = take(file);
        TestResponse second = take(file);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json())
                .containsEntry("outcome", "DUPLICATE")
                .containsEntry("instanceId", first.json().get("instanceId"));
    }

    @Test
    void theSameFileManyTimesAtOnceIsStoredOnce() throws Exception {
        byte[] file = TestDicom.chest(studyUid);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> () -> take(file).status())
                    .toList();
            assertThat(executor.invokeAll(calls).stream().map(call -> call.resultNow()))
                    .containsOnlyOnce(201)
                    .containsOnly(200, 201);
        }
    }

    @Test
    void anotherObjectWithTheSameIdentityIsRefused() {
        String sopUid = TestDicom.uid();
        take(TestDicom.chest(studyUid, builder -> builder.string(Tag.SOPInstanceUID, sopUid)));
        long stored = storedFiles();
        TestResponse response = take(TestDicom.chest(
                studyUid, builder -> builder.string(Tag.SOPInstanceUID, sopUid).string(Tag.KVP, "80")));

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.problem()).isEqualTo("instance-differs");
        assertThat(storedFiles()).isEqualTo(stored);
    }

    @Test
    void aTruncatedFileIsRefusedWithThePlace() {
        byte[] file = TestDicom.chest(studyUid);
        refused(Arrays.copyOf(file, file.length - 100), 422, "dicom-unreadable", true);
    }

    @Test
    void whatIsNotDicomIsRefused() {
        refused(
                "hello, this is no DICOM object".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                422,
                "dicom-unreadable",
                true);
        refused(new byte[1], 422, "dicom-unreadable", true);
    }

    @Test
    void anObjectWithoutPixelsIsRefused() {
        refused(TestDicom.chest(studyUid, builder -> builder.remove(Tag.PixelData)), 422, "no-pixel-data", false);
    }

    @Test
    void anImageThatSaysItCarriesTextIsRefused() {
        refused(
                TestDicom.chest(studyUid, builder -> builder.string(Tag.BurnedInAnnotation, "YES")),
                422,
                "burned-in-text",
                false);
    }

    @Test
    void aStudyWithoutADateIsRefused() {
        refused(TestDicom.chest(studyUid, builder -> builder.remove(Tag.StudyDate)), 422, "missing-attribute", false);
    }

    @Test
    void anUnknownSiteIsRefused() {
        TestResponse response =
                admin.post("/studies/instances?site=mars", TestDicom.chest(studyUid), "application/dicom");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.problem()).isEqualTo("unknown-site");
    }

    @Test
    void aBodyThatSaysItIsTwoGigabytesIsRefusedBeforeItIsSent() throws Exception {
        long files = storedFiles();
        String answer = RawHttp.headersOnly(
                service.url(),
                "POST /api/v1/studies/instances?site=" + SITE,
                "Authorization: Bearer "
                        + Files.readString(service.dataDirectory().resolve("secrets/admin.token"))
                                .strip(),
                "Content-Type: application/dicom",
                "Content-Length: 2147483648");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/too-large");
        assertThat(storedFiles()).isEqualTo(files);
    }

    @Test
    void aBodyThatNeverEndsIsRefusedWhenItIsTooLong() {
        long files = storedFiles();
        TestResponse response = admin.send(
                "POST",
                "/studies/instances?site=" + SITE,
                BodyPublishers.ofInputStream(() -> new Endless(TestService.MAX_UPLOAD_BYTES + 1)),
                "Content-Type",
                "application/dicom");

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.problem()).isEqualTo("too-large");
        assertThat(storedFiles()).isEqualTo(files);
    }

    @Test
    void aClinicianCannotTakeStudiesIn() {
        assertThat(service.signedIn("clinician")
                        .post("/studies/instances?site=" + SITE, TestDicom.chest(studyUid), "application/dicom")
                        .status())
                .isEqualTo(403);
    }

    private void refused(byte[] file, int status, String reason, boolean placed) {
        long files = storedFiles();
        long instances = service.count("select count(*) from instance");
        TestResponse response = take(file);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.problem()).isEqualTo(reason);
        assertThat(response.json()).containsEntry("reason", reason);
        if (placed) {
            assertThat(response.json()).containsKey("byteOffset");
        }
        assertThat(service.count("select count(*) from instance")).isEqualTo(instances);
        assertThat(storedFiles()).isEqualTo(files);
        Map<String, Object> newest =
                admin.get("/studies/refusals?limit=1&site=" + SITE).items().getFirst();
        assertThat(newest)
                .containsEntry("reason", reason)
                .containsEntry("detail", response.json().get("detail"));
    }

    private TestResponse take(byte[] file) {
        return admin.post("/studies/instances?site=" + SITE, file, "application/dicom");
    }

    private long storedFiles() {
        try (var files = Files.walk(service.dataDirectory().resolve("store"));
                var spooled = Files.list(service.dataDirectory().resolve("spool"))) {
            return files.filter(Files::isRegularFile).count() + spooled.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String everythingKept() {
        StringBuilder text = new StringBuilder();
        try (var connection = service.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select s::text || i::text from study s join instance i on i.study_id = s.id")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /// Zeros, as many as asked for, without holding them.
    private static final class Endless extends InputStream {

        private long left;

        Endless(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
