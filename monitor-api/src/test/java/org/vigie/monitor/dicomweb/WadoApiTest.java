package org.vigie.monitor.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestDicom;
import org.vigie.monitor.TestJson;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class WadoApiTest {

    private static final String AS_THE_VIEWER_ASKS =
            "multipart/related; type=application/octet-stream; transfer-syntax=*";

    private final TestService service = TestService.shared();
    private final TestClient clinician = service.signedIn("clinician");
    private String study;
    private String instance;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void aStudy() {
        TestClient admin = service.token("admin");
        admin.put("/sites/caen", Map.of("name", "Caen", "zone", "Europe/Paris"));
        Map<String, Object> taken = admin.post(
                        "/studies/instances?site=caen", TestDicom.chest(TestDicom.uid()), "application/dicom")
                .json();
        var shown = admin.get("/studies/" + taken.get("studyId")).json();
        String series = (String)
                ((List<Map<String, Object>>) shown.get("instances")).getFirst().get("seriesUid");
        study = "/dicomweb/studies/" + taken.get("studyUid");
        instance = study + "/series/" + series + "/instances/" + taken.get("sopUid");
    }

    @Test
    @SuppressWarnings("unchecked")
    void metadataIsDicomJsonWithoutPixelsOrNames() {
        for (String path : List.of(study, instance, instance.substring(0, instance.indexOf("/instances")))) {
            TestResponse response = clinician.get(path + "/metadata", "Accept", "application/dicom+json");

            assertThat(response.header("Content-Type")).hasValue("application/dicom+json");
            var object = ((List<Map<String, Object>>) TestJson.read(response.bytes())).getFirst();
            assertThat(object)
                    .containsEntry("00280010", Map.of("vr", "US", "Value", List.of(16)))
                    .containsEntry("7FE00010", Map.of("vr", "OW", "BulkDataURI", "/api/v1" + instance + "/frames/1"))
                    .doesNotContainKey("00100010");
        }
    }

    @Test
    void aFrameComesWithItsTransferSyntaxInThePart() {
        TestResponse response = clinician.get(instance + "/frames/1", "Accept", AS_THE_VIEWER_ASKS);

        assertThat(response.status()).isEqualTo(200);
        String type = response.header("Content-Type").orElseThrow();
        assertThat(type)
                .startsWith(
                        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=1.2.840.10008.1.2.1;");
        String boundary = type.substring(type.indexOf("boundary=") + 9);
        String text = new String(response.bytes(), StandardCharsets.ISO_8859_1);
        String head = "--" + boundary
                + "\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n";
        assertThat(text).startsWith(head).endsWith("\r\n--" + boundary + "--\r\n");
        byte[] pixels = Arrays.copyOfRange(response.bytes(), head.length(), head.length() + 512);
        for (int i = 0; i < 256; i++) {
            assertThat((pixels[2 * i] & 0xFF) | (pixels[2 * i + 1] & 0xFF) << 8).isEqualTo(i * 10);
        }
        assertThat(response.bytes()).hasSize(head.length() + 512 + boundary.length() + 8);
    }

    @Test
    void whatDoesNotExistIsSaidToBeMissing() {
        assertThat(clinician.get(instance + "/frames/2").problem()).isEqualTo("unknown-frame");
        assertThat(clinician.get(instance + "/frames/0").problem()).isEqualTo("unknown-frame");
        assertThat(clinician.get(instance + "9/frames/1").problem()).isEqualTo("unknown-instance");
        assertThat(clinician.get(study + "9/metadata").problem()).isEqualTo("unknown-study");
    }

    @Test
    void nobodyWhoIsNotSignedInSeesAnImage() {
        assertThat(service.anonymous().get(instance + "/frames/1").status()).isEqualTo(401);
        assertThat(service.token("runner").get(instance + "/frames/1").status()).isEqualTo(403);
    }
}
