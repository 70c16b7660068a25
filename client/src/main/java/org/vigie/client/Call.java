package org.vigie.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request, before it is sent.
///
/// @param path below `/api/v1`, starting with `/`
/// @param repeatable whether sending it twice has the effect of once, so that it may be retried
public record Call(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable BodyPublisher body,
        boolean repeatable,
        Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), Map.of(), null, true, TIMEOUT);
    }

    public static Call put(String path) {
        return new Call("PUT", path, Map.of(), Map.of(), null, true, TIMEOUT);
    }

    public static Call post(String path) {
        return new Call("POST", path, Map.of(), Map.of(), null, false, TIMEOUT);
    }

    /// @param value left out of the query when null
    public Call with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new Call(method, path, plus(query, name, value.toString()), headers, body, repeatable, timeout);
    }

    public Call header(String name, String value) {
        return new Call(method, path, query, plus(headers, name, value), body, repeatable, timeout);
    }

    public Call body(String contentType, BodyPublisher content) {
        return new Call(method, path, query, plus(headers, "Content-Type", contentType), content, repeatable, timeout);
    }

    public Call json(Object value) {
        return body("application/json", BodyPublishers.ofByteArray(Json.bytes(value)));
    }

    /// The service does it once, however often it is sent.
    public Call onceByKey(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey).asRepeatable();
    }

    public Call asRepeatable() {
        return new Call(method, path, query, headers, body, true, timeout);
    }

    public Call within(Duration longest) {
        return new Call(method, path, query, headers, body, repeatable, longest);
    }

    /// @return path and query, percent-encoded
    String target() {
        StringBuilder target = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            target.append(separator)
                    .append(encode(parameter.getKey()))
                    .append('=')
                    .append(encode(parameter.getValue()));
            separator = '&';
        }
        return target.toString();
    }

    /// @return a path from parts, each percent-encoded
    public static String path(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            path.append('/').append(encode(part));
        }
        return path.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
