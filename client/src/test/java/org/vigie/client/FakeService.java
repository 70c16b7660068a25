package org.vigie.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// A real HTTP server on this machine that gives prepared answers and keeps what it was asked.
public final class FakeService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /// The last answer of a path is given again and again.
    public record Answer(int status, String contentType, String body) {

        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }

        public static Answer problem(int status, String slug, String title, String detail) {
            return new Answer(
                    status,
                    "application/problem+json",
                    "{\"type\":\"https://vigie.org/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                            .formatted(slug, title, status, detail));
        }
    }

    public record Asked(String method, String target, Map<String, String> headers, String body) {}

    public FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// @param call method and path, such as `GET /sites`
    public synchronized FakeService on(String call, Answer... prepared) {
        answers.put(call, new ArrayDeque<>(List.of(prepared)));
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        Answer answer = next(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getRawPath().replaceFirst("^/api/v1", ""));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer next(String call) {
        Queue<Answer> prepared = answers.get(call);
        if (prepared == null) {
            return Answer.problem(404, "not-prepared", "Nothing prepared", call);
        }
        return prepared.size() > 1 ? prepared.remove() : prepared.element();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
