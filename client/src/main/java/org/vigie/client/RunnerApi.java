package org.vigie.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a runner asks of the service: work, the files for it, and a place for the results.
public final class RunnerApi {

    private final VigieClient client;

    public RunnerApi(VigieClient client) {
        this.client = client;
    }

    /// @param cases in the order of the run
    public record Lease(String id, String runId, Instant expiresAt, List<Version> versions, List<Case> cases) {

        public Lease {
            versions = List.copyOf(versions);
            cases = List.copyOf(cases);
        }
    }

    public record Version(
            String id,
            String model,
            String version,
            String packageSha256,
            String packageUrl,
            String preprocessingSha256) {}

    /// @param sha256 of the de-identified file
    public record Case(String studyId, String instanceId, String fileUrl, String sha256) {}

    public record Result(
            String studyId,
            String versionId,
            double score,
            Map<String, Double> scores,
            float @Nullable [] features,
            double latencyMillis,
            String executionProvider,
            String device,
            Instant predictedAt) {}

    /// @param reason one hyphenated word
    public record Failure(String studyId, String reason, String detail) {}

    public record Stored(int stored, int duplicates) {}

    /// @return empty when there is nothing to do
    public Optional<Lease> lease(String runner, String device, int capacity)
            throws IOException, InterruptedException, ProblemException {
        ObjectNode body = Json.object()
                .put("runner", atMost(120, runner))
                .put("device", atMost(120, device))
                .put("capacity", capacity);
        JsonNode lease = client.json(Call.post("/runs/leases").json(body));
        if (lease.isMissingNode()) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        for (JsonNode version : lease.path("versions")) {
            versions.add(new Version(
                    text(version, "id"),
                    text(version, "model"),
                    text(version, "version"),
                    text(version, "packageSha256"),
                    text(version, "packageUrl"),
                    text(version, "preprocessingSha256")));
        }
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : lease.path("cases")) {
            cases.add(
                    new Case(text(one, "studyId"), text(one, "instanceId"), text(one, "fileUrl"), text(one, "sha256")));
        }
        return Optional.of(new Lease(
                text(lease, "leaseId"),
                text(lease, "runId"),
                Instant.parse(text(lease, "expiresAt")),
                versions,
                cases));
    }

    /// @return when the lease now ends
    public Instant renew(String leaseId) throws IOException, InterruptedException, ProblemException {
        JsonNode lease = client.json(Call.put("/runs/leases" + Call.path(leaseId)));
        return Instant.parse(text(lease, "expiresAt"));
    }

    /// The service stores each result once, so this may be sent again after any failure.
    public Stored post(String leaseId, List<Result> results, List<Failure> failures)
            throws IOException, InterruptedException, ProblemException {
        ObjectNode body = Json.object();
        ArrayNode resultList = body.putArray("results");
        results.forEach(result -> write(result, resultList.addObject()));
        ArrayNode failureList = body.putArray("failures");
        for (Failure failure : failures) {
            failureList
                    .addObject()
                    .put("studyId", failure.studyId())
                    .put("reason", failure.reason())
                    .put("detail", atMost(1000, failure.detail()));
        }
        JsonNode stored = client.json(Call.post("/runs/leases" + Call.path(leaseId) + "/results")
                .json(body)
                .asRepeatable());
        return new Stored(
                stored.path("stored").asInt(), stored.path("duplicates").asInt());
    }

    /// @param url a `fileUrl` or `packageUrl` as the service gave it
    /// @return the content, to be closed by the caller
    public InputStream open(String url) throws IOException, InterruptedException, ProblemException {
        return client.stream(Call.get(path(url)));
    }

    /// Only the path is taken: a token never goes to another host than the one it was given for.
    private static String path(String url) throws IOException {
        String path = URI.create(url).getRawPath();
        if (path == null || !path.startsWith("/")) {
            throw new IOException("the service gave an address without a path");
        }
        return path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
    }

    private static void write(Result result, ObjectNode json) {
        json.put("studyId", result.studyId());
        json.put("versionId", result.versionId());
        json.put("score", result.score());
        ObjectNode scores = json.putObject("scores");
        result.scores().forEach(scores::put);
        json.put("features", result.features() == null ? null : encode(result.features()));
        json.put("latencyMillis", result.latencyMillis());
        json.put("executionProvider", result.executionProvider());
        json.put("device", atMost(120, result.device()));
        json.put("predictedAt", result.predictedAt().toString());
    }

    /// @return float32, little endian, base64
    static String encode(float[] features) {
        ByteBuffer bytes = ByteBuffer.allocate(features.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(features);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String atMost(int length, String text) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String text(JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IOException("the service's answer has no '" + field + "'");
        }
        return value.asText();
    }
}
