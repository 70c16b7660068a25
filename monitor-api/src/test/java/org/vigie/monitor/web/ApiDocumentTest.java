package org.vigie.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestService;

/// The document that other programs are written against changes only on purpose.
class ApiDocumentTest {

    @Test
    void isTheOneThatIsCommitted() throws IOException {
        Path generated = Path.of("target/classes/META-INF/swagger/vigie.yml");
        Path committed = Path.of("../docs/openapi.yml");

        assertThat(Files.readString(committed))
                .as("The API changed. If it was meant to: cp monitor-api/%s docs/openapi.yml", generated)
                .isEqualTo(Files.readString(generated));
    }

    @Test
    void isServedToAnyone() throws Exception {
        var answer = TestService.shared().anonymous().get("//openapi.yml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("openapi: 3").contains("/api/v1/session");
    }
}
