package org.vigie.monitor.idempotency;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.Principal;
import java.util.Optional;
import org.vigie.monitor.idempotency.StoredAnswers.Answer;
import org.vigie.monitor.idempotency.StoredAnswers.CallerKey;
import org.vigie.monitor.platform.Json;
import org.vigie.monitor.platform.Sha256;
import org.vigie.monitor.problem.InvalidParameter;

/// Honours `Idempotency-Key` on POST requests with a JSON body, or none: the same key with the same request gets the
/// same answer, marked `Idempotency-Replayed: true`, and nothing happens again.
///
/// Files and bulk data need no key: they are told by their content.
@ServerFilter(patterns = "/api/v1/**", methods = io.micronaut.http.HttpMethod.POST)
class IdempotencyFilter implements Ordered {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String ATTRIBUTE = "org.vigie.monitor.idempotency.key";
    private static final int LONGEST_KEY = 200;

    private final StoredAnswers answers;
    private final Json json;

    IdempotencyFilter(StoredAnswers answers, Json json) {
        this.answers = answers;
        this.json = json;
    }

    /// After security: a key belongs to who sent it.
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> begin(ServerHttpRequest<?> request) {
        String text = request.getHeaders().get(HEADER);
        Optional<Principal> user = request.getUserPrincipal();
        if (text == null || user.isEmpty() || !isJson(request)) {
            return null;
        }
        if (text.isBlank() || text.length() > LONGEST_KEY) {
            throw new InvalidParameter(HEADER, "must have 1 to %d characters".formatted(LONGEST_KEY));
        }
        var key = new CallerKey(user.get().getName(), text);
        String target = request.getMethodName() + " " + request.getUri().getRawPath();
        Optional<Answer> answer = answers.begin(key, target, Sha256.of(body(request)));
        if (answer.isEmpty()) {
            request.setAttribute(ATTRIBUTE, key);
            return null;
        }
        return replayed(answer.get());
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void finish(HttpRequest<?> request, HttpResponse<?> response) {
        Optional<CallerKey> key = request.getAttribute(ATTRIBUTE, CallerKey.class);
        if (key.isEmpty()) {
            return;
        }
        if (response.code() >= 500) {
            answers.forget(key.get());
        } else {
            answers.finish(
                    key.get(),
                    new Answer(
                            response.code(),
                            response.getContentType().map(MediaType::toString).orElse(MediaType.APPLICATION_JSON),
                            response.header(HttpHeaders.LOCATION),
                            response.getBody().map(json::bytes).orElse(null)));
        }
    }

    private static boolean isJson(HttpRequest<?> request) {
        return request.getContentType()
                .map(type -> type.getExtension().equals(MediaType.EXTENSION_JSON))
                .orElse(true);
    }

    private static byte[] body(ServerHttpRequest<?> request) {
        try (var copy = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST)) {
            return copy.buffer().join().toByteArray();
        }
    }

    private static HttpResponse<?> replayed(Answer answer) {
        var response = HttpResponse.status(io.micronaut.http.HttpStatus.valueOf(answer.status()))
                .header(REPLAYED, "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.body() != null) {
            return response.body(answer.body()).contentType(String.valueOf(answer.contentType()));
        }
        return response;
    }
}
