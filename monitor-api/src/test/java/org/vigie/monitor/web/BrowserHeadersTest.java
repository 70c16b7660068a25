package org.vigie.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestClient;
import org.vigie.monitor.TestService;

class BrowserHeadersTest {

    private final TestClient anyone = TestService.shared().anonymous();

    @Test
    void confineEveryAnswerToOurOwnOrigin() {
        for (String path : new String[] {"//", "//health", "//ui/no-such-file", "/studies"}) {
            var answer = anyone.get(path);

            assertThat(answer.header("Content-Security-Policy").orElse("none"))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("'unsafe-eval'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).contains("nosniff");
        }
    }

    @Test
    void letNobodyKeepWhatTheApiAnswers() {
        assertThat(anyone.get("/session").header("Cache-Control")).contains("no-store");
    }

    @Test
    void leadFromTheRootToTheApplication() {
        var answer = anyone.get("//");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).contains("/ui/");
    }

    @Test
    void leadFromADeepLinkToItsPage() {
        var answer = anyone.get("//study/2.25.42?model=chest%20nodule");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).contains("/ui/#/study/2.25.42?model=chest%20nodule");
    }
}
