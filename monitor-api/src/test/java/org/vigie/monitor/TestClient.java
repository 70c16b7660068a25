package org.vigie.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Speaks HTTP to a [TestService], as a browser or a machine would. Immutable.
public final class TestClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;
    private final String token;
    private final String cookie;

    TestClient(URI url, String token, String cookie) {
        this.url = url;
        this.token = token;
        this.cookie = cookie;
    }

    public TestClient withToken(String token) {
        return new TestClient(url, token, null);
    }

    public TestClient signedIn(String username, String password) {
        TestResponse response = post("/session", Map.of("username", username, "password", password));
        if (response.status() != 200) {
            throw new IllegalStateException("Sign-in of " + username + " failed: " + response.text());
        }
        String set = response.header("Set-Cookie").orElseThrow();
        return new TestClient(url, null, set.substring(0, set.indexOf(';')));
    }

    public TestResponse get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public TestResponse delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /// Posts a value as JSON: maps, lists, text, numbers, booleans and null.
    public TestResponse post(String path, Object json, String... headers) {
        return send("POST", path, TestJson.write(json), "application/json", headers);
    }

    public TestResponse put(String path, Object json, String... headers) {
        return send("PUT", path, TestJson.write(json), "application/json", headers);
    }

    public TestResponse post(String path, byte[] body, String contentType, String... headers) {
        return send("POST", path, body, contentType, headers);
    }

    public TestResponse post(String path, String body, String contentType, String... headers) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), contentType, headers);
    }

    public TestResponse send(String method, String path, byte[] body, String contentType, String... headers) {
        var all = new java.util.ArrayList<>(List.of("Content-Type", contentType));
        all.addAll(List.of(headers));
        return send(method, path, BodyPublishers.ofByteArray(body), all.toArray(String[]::new));
    }

    /// @param path below `/api/v1`, or absolute when it starts with two slashes: `//health`
    public TestResponse send(String method, String path, BodyPublisher body, String... headers) {
        URI target = url.resolve(path.startsWith("//") ? path.substring(1) : "/api/v1" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(target).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new TestResponse(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
