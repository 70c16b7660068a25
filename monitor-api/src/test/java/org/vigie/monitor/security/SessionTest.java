package org.vigie.monitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class SessionTest {

    private final TestService service = TestService.shared();

    @Test
    void signingInSetsACookieThatScriptsAndOtherSitesCannotUse() {
        TestResponse response =
                service.anonymous().post("/session", Map.of("username", "clinician", "password", "vigie-demo"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json())
                .containsEntry("username", "clinician")
                .containsEntry("roles", List.of("FLAGGER"))
                .containsEntry("displayName", "Dr Claire Clinician");
        assertThat(response.header("Set-Cookie").orElseThrow())
                .startsWith("vigie_session=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
    }

    @Test
    void theCookieTellsWhoIsSignedIn() {
        assertThat(service.signedIn("quality").get("/session").json()).containsEntry("username", "quality");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        TestResponse wrong = service.anonymous().post("/session", Map.of("username", "dpo", "password", "guess"));
        TestResponse unknown = service.anonymous().post("/session", Map.of("username", "nobody", "password", "guess"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("bad-credentials");
        assertThat(unknown.json()).isEqualTo(wrong.json());
    }

    @Test
    void withoutASessionThereIsNothingToSee() {
        TestResponse response = service.anonymous().get("/session");

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void aWrongTokenIsRefused() {
        TestResponse response = service.anonymous().withToken("wrong").get("/session");

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void theTokenFileOpensTheApi() {
        assertThat(service.token("admin").get("/session").json()).containsEntry("roles", List.of("ADMIN"));
    }

    @Test
    void aPathThatDoesNotExistIsAProblemToo() {
        TestResponse response = service.token("admin").get("/nowhere");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json()).containsEntry("title", "Not Found");
    }

    @Test
    void healthNeedsNoSignIn() {
        assertThat(service.anonymous().get("//health").status()).isEqualTo(200);
    }
}
