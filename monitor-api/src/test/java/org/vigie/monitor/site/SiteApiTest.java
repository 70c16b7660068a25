package org.vigie.monitor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class SiteApiTest {

    private final TestService service = TestService.shared();

    @Test
    void aSiteIsMadeOnceAndThenChanged() {
        TestResponse made = service.token("admin").put("/sites/lyon", Map.of("name", "Lyon", "zone", "Europe/Paris"));
        TestResponse changed =
                service.token("admin").put("/sites/lyon", Map.of("name", "Lyon Sud", "zone", "Europe/Paris"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(service.signedIn("clinician").get("/sites").items())
                .contains(Map.of("code", "lyon", "name", "Lyon Sud", "zone", "Europe/Paris"));
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        TestResponse response =
                service.token("admin").put("/sites/atlantis", Map.of("name", "Atlantis", "zone", "Sea/Deep"));

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-parameter");
        assertThat(service.count("select count(*) from site where code = 'atlantis'"))
                .isZero();
    }

    @Test
    void aClinicianCannotMakeSites() {
        TestResponse response =
                service.signedIn("clinician").put("/sites/mine", Map.of("name", "Mine", "zone", "Europe/Paris"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(service.count("select count(*) from site where code = 'mine'"))
                .isZero();
    }
}
