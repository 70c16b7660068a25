package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.StudyPlan;

/// Sends the hospital's files to the service, which de-identifies them at the door.
final class Ingestion {
    private static final int SIDE_BY_SIDE = 4;

    private final VigieClient admin;
    private final HospitalFiles files;
    private final Terminal terminal;

    Ingestion(VigieClient admin, HospitalFiles files, Terminal terminal) {
        this.admin = admin;
        this.files = files;
        this.terminal = terminal;
    }

    /// @param studyIds the service's id by original Study Instance UID; known to the hospital only
    record Outcome(int stored, int duplicates, Map<String, String> studyIds) {
        Outcome {
            studyIds = Map.copyOf(studyIds);
        }

        int total() {
            return stored + duplicates;
        }
    }

    Outcome send(List<StudyPlan> plans) throws IOException, InterruptedException, ProblemException {
        terminal.step("Ingest, de-identified by the allow-list");
        AtomicInteger done = new AtomicInteger();
        Map<String, String> studyIds = new HashMap<>();
        int stored = 0;
        try (ExecutorService senders = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<VigieClient.Answer<JsonNode>>> answers = new ArrayList<>(plans.size());
            for (StudyPlan plan : plans) {
                answers.add(senders.submit(() -> {
                    VigieClient.Answer<JsonNode> answer = send(plan);
                    terminal.progress("ingested", done.incrementAndGet(), plans.size());
                    return answer;
                }));
            }
            for (int i = 0; i < plans.size(); i++) {
                JsonNode body = answers.get(i).get().body();
                stored += body.path("outcome").asText().equals("STORED") ? 1 : 0;
                studyIds.put(plans.get(i).studyUid(), body.path("studyId").asText());
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case ProblemException problem -> throw problem;
                case null, default -> throw new IllegalStateException("A study cannot be sent", e);
            }
        }
        Outcome outcome = new Outcome(stored, plans.size() - stored, studyIds);
        terminal.detail(
                outcome.duplicates() == 0
                        ? "%d stored".formatted(stored)
                        : "%d stored, %d reused".formatted(stored, outcome.duplicates()));
        return outcome;
    }

    private VigieClient.Answer<JsonNode> send(StudyPlan plan)
            throws IOException, InterruptedException, ProblemException {
        return admin.send(Call.post("/studies/instances")
                .with("site", plan.scanner().site())
                .body("application/dicom", BodyPublishers.ofFile(files.file(plan)))
                .asRepeatable());
    }
}
