package org.vigie.client.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.Problem;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;

/// Sends files side by side. What the service refuses about one file stops that file; what it refuses about
/// everything (a wrong token, an unknown site, a service that is gone) stops all.
final class Ingestion {

    private static final Set<Integer> ABOUT_THE_FILE = Set.of(400, 409, 413, 415, 422);

    private final VigieClient client;
    private final String site;
    private final Path root;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();

    Ingestion(VigieClient client, String site, Path root, Progress progress) {
        this.client = client;
        this.site = site;
        this.root = root;
        this.progress = progress;
    }

    /// @param file relative to the folder that was asked for
    record Refusal(String file, String reason, String detail) {}

    record Summary(int stored, int duplicates, List<Refusal> refusals) {

        Map<String, Integer> refusalsByReason() {
            Map<String, Integer> counts = new TreeMap<>();
            refusals.forEach(refusal -> counts.merge(refusal.reason(), 1, Integer::sum));
            return counts;
        }

        ObjectNode json() {
            ObjectNode json = Json.object();
            json.put("stored", stored).put("duplicates", duplicates).put("refused", refusals.size());
            StudiesCommand.counts(json.putObject("refusedByReason"), refusalsByReason());
            ArrayNode list = json.putArray("refusals");
            for (Refusal refusal : refusals) {
                list.addObject()
                        .put("file", refusal.file())
                        .put("reason", refusal.reason())
                        .put("detail", refusal.detail());
            }
            return json;
        }
    }

    /// @return in the order of the files
    Summary send(List<Path> files, int parallel) throws IOException, InterruptedException, ProblemException {
        Semaphore permits = new Semaphore(parallel);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        progress.at(0, files.size(), "");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (Path file : files) {
                outcomes.add(threads.submit(() -> {
                    permits.acquire();
                    try {
                        return send(file);
                    } finally {
                        permits.release();
                        progress.at(done.incrementAndGet(), files.size(), "");
                    }
                }));
            }
            return summary(outcomes);
        } finally {
            threads.shutdownNow();
        }
    }

    private Summary summary(List<Future<Outcome>> outcomes) throws IOException, InterruptedException, ProblemException {
        int stored = 0;
        int duplicates = 0;
        List<Refusal> refusals = new ArrayList<>();
        for (Future<Outcome> future : outcomes) {
            switch (outcome(future)) {
                case Outcome.Stored _ -> stored++;
                case Outcome.Duplicate _ -> duplicates++;
                case Outcome.Refused(Refusal refusal) -> refusals.add(refusal);
            }
        }
        return new Summary(stored, duplicates, refusals);
    }

    private static Outcome outcome(Future<Outcome> future) throws IOException, InterruptedException, ProblemException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case ProblemException problem -> throw problem;
                case null, default -> throw new IllegalStateException("sending a file failed", e.getCause());
            }
        }
    }

    private Outcome send(Path file) throws IOException, InterruptedException, ProblemException {
        if (!Files.isReadable(file)) {
            return new Outcome.Refused(new Refusal(name(file), "unreadable-file", "the file cannot be read"));
        }
        try {
            var answer = client.send(Call.post("/studies/instances")
                    .with("site", site)
                    .body("application/dicom", BodyPublishers.ofFile(file))
                    .asRepeatable()
                    .within(Duration.ofMinutes(10)));
            return answer.status() == 201 ? new Outcome.Stored() : new Outcome.Duplicate();
        } catch (ProblemException e) {
            if (!ABOUT_THE_FILE.contains(e.status())) {
                throw e;
            }
            Problem problem = e.problem();
            String reason = problem.body().path("reason").asText(problem.slug());
            return new Outcome.Refused(
                    new Refusal(name(file), reason, problem.detail() == null ? problem.title() : problem.detail()));
        }
    }

    private String name(Path file) {
        Path relative = root.relativize(file);
        return relative.toString().isEmpty() ? file.toString() : relative.toString();
    }

    private sealed interface Outcome {
        record Stored() implements Outcome {}

        record Duplicate() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }
}
