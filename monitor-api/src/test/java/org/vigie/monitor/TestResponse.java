package org.vigie.monitor;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer of the service.
public record TestResponse(HttpResponse<byte[]> http) {

    public int status() {
        return http.statusCode();
    }

    public byte[] bytes() {
        return http.body();
    }

    public String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return http.headers().firstValue(name);
    }

    /// The body as a JSON object.
    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
        return (Map<String, Object>) TestJson.read(http.body());
    }

    /// The `items` of a list.
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> items() {
        return (List<Map<String, Object>>) json().get("items");
    }

    /// The last part of the problem's type; fails if the answer is no problem.
    public String problem() {
        String contentType = header("Content-Type").orElse("none");
        if (!contentType.startsWith("application/problem+json")) {
            throw new AssertionError("Not a problem but %d %s: %s".formatted(status(), contentType, text()));
        }
        String type = (String) json().get("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
