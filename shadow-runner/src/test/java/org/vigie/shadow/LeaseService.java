package org.vigie.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.vigie.client.Json;
import org.vigie.modelpackage.ArchiveLimits;
import org.vigie.modelpackage.ModelPackage;

/// The part of the service that a runner sees, with real HTTP and everything in memory.
final class LeaseService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> downloads = new HashMap<>();
    private final Map<String, ObjectNode> versions = new LinkedHashMap<>();
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private final Map<String, JsonNode> results = new TreeMap<>();
    private final Map<String, JsonNode> failures = new TreeMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, Integer> broken = new HashMap<>();
    private int leases;
    private int duplicates;

    LeaseService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// A version of the mean-and-max model.
    synchronized void version(String name, String activation, String steps) throws Exception {
        String yaml = """
                name: brightness
                version: %s
                task: binary-classification
                target: bright
                input: { name: image, layout: NCHW, dtype: float32, shape: [batch, 1, height, width] }
                preprocess: %s
                outputs:
                  scores: { name: score, activation: %s, labels: [bright] }
                  features: { name: features }
                """.formatted(name, steps, activation);
        Map<String, byte[]> files = new TreeMap<>();
        files.put("model.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        try (InputStream onnx = LeaseService.class.getResourceAsStream("mean-and-max.onnx")) {
            files.put("model.onnx", onnx.readAllBytes());
        }
        byte[] zip = Zips.zip(files);
        ModelPackage modelPackage = ModelPackage.fromZip(zip, ArchiveLimits.DEFAULT);
        String path = "/models/brightness/versions/" + name + "/package";
        downloads.put(path, zip);
        versions.put(
                name,
                Json.object()
                        .put("id", "id-" + name)
                        .put("model", "brightness")
                        .put("version", name)
                        .put("packageSha256", modelPackage.packageSha256())
                        .put("packageUrl", "/api/v1" + path)
                        .put("preprocessingSha256", modelPackage.preprocessingSha256()));
    }

    synchronized void caseOf(String study, byte[] file) {
        String path = "/instances/" + study + "/file";
        downloads.put(path, file);
        waiting.add(Json.object()
                .put("studyId", study)
                .put("instanceId", "i-" + study)
                .put("fileUrl", "/api/v1" + path)
                .put("sha256", sha256(file)));
    }

    /// The file that is stored no longer has the hash that is promised.
    synchronized void damage(String study) {
        downloads.put("/instances/" + study + "/file", new byte[10]);
    }

    /// The package that is handed out is not the one that is promised.
    synchronized void swapPackage(String name, String other) {
        downloads.put(
                "/models/brightness/versions/" + name + "/package",
                downloads.get("/models/brightness/versions/" + other + "/package"));
    }

    /// The next calls of this kind (`lease`, `file`, `results`, `package`) are answered with a status.
    synchronized void answerNext(String kind, int status, int times) {
        broken.put(kind + " " + status, times);
    }

    synchronized Map<String, JsonNode> results() {
        return new TreeMap<>(results);
    }

    synchronized Map<String, JsonNode> failures() {
        return new TreeMap<>(failures);
    }

    synchronized int asked(String kind) {
        return asked.getOrDefault(kind, 0);
    }

    synchronized int duplicates() {
        return duplicates;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
        Reply reply = reply(exchange.getRequestMethod(), path, body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    private record Reply(int status, byte[] body) {
        static Reply json(int status, ObjectNode node) {
            return new Reply(status, Json.bytes(node));
        }
    }

    private synchronized Reply reply(String method, String path, byte[] body) throws IOException {
        String kind = path.endsWith("/file")
                ? "file"
                : path.endsWith("/package")
                        ? "package"
                        : path.endsWith("/results") ? "results" : method.equals("PUT") ? "renew" : "lease";
        asked.merge(kind, 1, Integer::sum);
        for (Map.Entry<String, Integer> entry : broken.entrySet()) {
            if (entry.getKey().startsWith(kind + " ") && entry.getValue() > 0) {
                entry.setValue(entry.getValue() - 1);
                int status = Integer.parseInt(entry.getKey().split(" ")[1]);
                return Reply.json(
                        status, Json.object().put("title", "made to fail").put("status", status));
            }
        }
        return switch (kind) {
            case "file", "package" -> new Reply(200, downloads.get(path));
            case "renew" ->
                Reply.json(
                        200,
                        Json.object()
                                .put("expiresAt", Instant.now().plusSeconds(60).toString()));
            case "results" -> store(Json.read(body));
            default -> lease(Json.read(body).path("capacity").asInt());
        };
    }

    private Reply lease(int capacity) {
        if (waiting.isEmpty()) {
            return new Reply(204, new byte[0]);
        }
        ObjectNode lease = Json.object()
                .put("leaseId", "lease-" + leases++)
                .put("runId", "run-1")
                .put("expiresAt", Instant.now().plusSeconds(60).toString());
        versions.values().forEach(lease.putArray("versions")::add);
        ArrayNode cases = lease.putArray("cases");
        while (cases.size() < capacity && !waiting.isEmpty()) {
            cases.add(waiting.remove());
        }
        return Reply.json(200, lease);
    }

    private Reply store(JsonNode posted) {
        int stored = 0;
        for (JsonNode result : posted.path("results")) {
            if (failures.containsKey(result.path("studyId").asText())) {
                return Reply.json(409, Json.object().put("title", "The case was reported as failed"));
            }
        }
        for (JsonNode result : posted.path("results")) {
            String key = result.path("studyId").asText() + " "
                    + result.path("versionId").asText();
            if (results.putIfAbsent(key, result) == null) {
                stored++;
            } else {
                duplicates++;
            }
        }
        posted.path("failures")
                .forEach(failure -> failures.put(failure.path("studyId").asText(), failure));
        return Reply.json(200, Json.object().put("stored", stored).put("duplicates", 0));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
