package org.vigie.monitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.monitor.TestService;

class CrossOriginTest {

    private final TestService service = TestService.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site\r\nOrigin: http://HOST",
                "Origin: :::"
            })
    void aChangeFromAnotherPageIsRefused(String headers) throws IOException {
        assertThat(delete(headers)).startsWith("HTTP/1.1 403").contains("/problems/cross-origin-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: http://HOST", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Accept: */*"})
    void aChangeFromOurOwnPageOrNoPageIsNot(String headers) throws IOException {
        assertThat(delete(headers)).startsWith("HTTP/1.1 204");
    }

    @Test
    void readingIsNoChange() throws IOException {
        assertThat(send("GET /health", "Origin: https://evil.example")).startsWith("HTTP/1.1 200");
    }

    private String delete(String headers) throws IOException {
        return send("DELETE /api/v1/session", headers);
    }

    /// By hand, since Java's own client sends no Origin or Sec-Fetch-Site of ours.
    private String send(String requestLine, String headers) throws IOException {
        String host = service.url().getAuthority();
        try (var socket = new Socket(service.url().getHost(), service.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((requestLine + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                                    + headers.replace("HOST", host) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
