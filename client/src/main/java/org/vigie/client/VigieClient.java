package org.vigie.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Speaks to one service over HTTP/1.1 with kept-alive connections. Safe for use by many threads.
///
/// A call that is repeatable is sent again, after growing pauses, when the service cannot be reached or answers 429
/// or 503; any other refusal is a [ProblemException].
public final class VigieClient implements AutoCloseable {

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
    private static final int LARGEST_PROBLEM = 1 << 20;

    private final URI base;
    private final @Nullable String token;
    private final Backoff backoff;
    private final HttpClient http;

    /// @param url the service's address, such as `http://127.0.0.1:8080`
    /// @param token bearer token; null to send none
    public VigieClient(URI url, @Nullable String token, Backoff backoff) {
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("not an http or https address: " + url);
        }
        String text = url.toString();
        this.base = URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/v1");
        this.token = token;
        this.backoff = backoff;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// @return the answer; its body is a missing node when there is none (204)
    public Answer<JsonNode> send(Call call) throws IOException, InterruptedException, ProblemException {
        HttpResponse<byte[]> response = exchange(call, BodyHandlers.ofByteArray());
        byte[] body = response.body();
        if (response.statusCode() >= 300) {
            throw new ProblemException(problem(response.statusCode(), body));
        }
        return new Answer<>(response.statusCode(), body.length == 0 ? MissingNode.getInstance() : Json.read(body));
    }

    public JsonNode json(Call call) throws IOException, InterruptedException, ProblemException {
        return send(call.header("Accept", "application/json, application/problem+json"))
                .body();
    }

    public byte[] bytes(Call call) throws IOException, InterruptedException, ProblemException {
        HttpResponse<byte[]> response = exchange(call, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new ProblemException(problem(response.statusCode(), response.body()));
        }
        return response.body();
    }

    /// @return the answer's body, to be closed by the caller
    public InputStream stream(Call call) throws IOException, InterruptedException, ProblemException {
        HttpResponse<InputStream> response = exchange(call, BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            try (InputStream body = response.body()) {
                throw new ProblemException(problem(response.statusCode(), body.readNBytes(LARGEST_PROBLEM)));
            }
        }
        return response.body();
    }

    /// Reads server-sent events until the stream ends or the consumer has seen enough.
    ///
    /// @param wantsMore called with each event; false ends the reading
    /// @return whether the consumer ended it
    public boolean events(Call call, Predicate<ServerEvent> wantsMore)
            throws IOException, InterruptedException, ProblemException {
        HttpResponse<Stream<String>> response =
                exchange(call.header("Accept", "text/event-stream"), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() >= 300) {
                String body = lines.limit(1_000).collect(Collectors.joining("\n"));
                throw new ProblemException(problem(response.statusCode(), body.getBytes(StandardCharsets.UTF_8)));
            }
            Iterator<ServerEvent> events = new ServerEvents(lines.iterator());
            while (events.hasNext()) {
                if (!wantsMore.test(events.next())) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw new IOException("the stream of events broke off", e);
        }
    }

    private <T> HttpResponse<T> exchange(Call call, BodyHandler<T> handler) throws IOException, InterruptedException {
        int attempts = call.repeatable() ? backoff.attempts() : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<T> response = http.send(request(call), handler);
                if (attempt == attempts || !TRY_AGAIN.contains(response.statusCode())) {
                    return response;
                }
                if (response.body() instanceof AutoCloseable body) {
                    close(body);
                }
            } catch (IOException e) {
                if (attempt == attempts) {
                    throw new IOException("no answer from %s: %s".formatted(base.resolve("/"), reason(e)), e);
                }
            }
            Thread.sleep(backoff.pause(attempt));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "nothing listens there";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void close(AutoCloseable body) throws IOException {
        try {
            body.close();
        } catch (Exception e) {
            throw new IOException("cannot close the answer", e);
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.target()))
                .timeout(call.timeout())
                .method(call.method(), call.body() == null ? BodyPublishers.noBody() : call.body());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        call.headers().forEach(request::header);
        return request.build();
    }

    private static Problem problem(int status, byte[] body) {
        try {
            return Problem.of(status, Json.read(body));
        } catch (IOException _) {
            return Problem.of(status, MissingNode.getInstance());
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /// A status below 300 with what came with it.
    public record Answer<T>(int status, T body) {}
}
