package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.StudyPlan;
import org.vigie.demo.training.ModelTrainer;

/// What a clinician would flag: errors of the champion in recent studies, found by looking at them one by one.
final class Flags {
    private static final String CLINICIAN = "clinician";
    private static final int MISSED_WANTED = 5;
    private static final int FALSE_WANTED = 3;

    /// Studies a clinician is willing to look at, from the latest backwards.
    private static final int LOOKED_AT = 120;

    private Flags() {}

    static void send(
            DemoService service,
            List<StudyPlan> plans,
            Ingestion.Outcome ingested,
            Map<String, Integer> grades,
            Terminal terminal)
            throws IOException, InterruptedException, ProblemException, DemoException {
        terminal.step("Flags of the account " + CLINICIAN);
        String cookie = service.signIn(CLINICIAN);
        try (VigieClient browser = service.browser()) {
            JsonNode mine = browser.json(Call.get("/flags/mine").header("Cookie", cookie));
            int before = mine.path("items").size();
            if (before > 0) {
                terminal.detail("reused: %d flags".formatted(before));
                return;
            }
            int missed = 0;
            int falseAlarms = 0;
            for (StudyPlan plan : plans.reversed().subList(0, Math.min(LOOKED_AT, plans.size()))) {
                String study = ingested.studyIds().getOrDefault(plan.studyUid(), "");
                boolean nodule = grades.getOrDefault(plan.studyUid(), 0) > 0;
                JsonNode prediction = browser.json(Call.get("/studies" + Call.path(study))
                                .with("model", ModelTrainer.MODEL)
                                .header("Cookie", cookie))
                        .path("prediction");
                if (!prediction.hasNonNull("positive")
                        || prediction.path("positive").asBoolean() == nodule) {
                    continue;
                }
                if (nodule && missed < MISSED_WANTED) {
                    missed++;
                    flag(browser, cookie, request(study, "MISSED_FINDING", 3).put("comment", "Nodule, clearly seen"));
                } else if (!nodule && falseAlarms < FALSE_WANTED) {
                    falseAlarms++;
                    flag(browser, cookie, request(study, "FALSE_POSITIVE", 1).put("comment", "Noise, no nodule"));
                }
            }
            terminal.detail("%d missed nodules, %d false positives flagged".formatted(missed, falseAlarms));
        }
    }

    private static ObjectNode request(String study, String reason, int severity) {
        return Json.object()
                .put("studyId", study)
                .put("model", ModelTrainer.MODEL)
                .put("reason", reason)
                .put("severity", severity)
                .put("changedDecision", false);
    }

    private static void flag(VigieClient browser, String cookie, ObjectNode request)
            throws IOException, InterruptedException, ProblemException {
        browser.send(Call.post("/flags")
                .header("Cookie", cookie)
                .json(request)
                .onceByKey("demo-flag-" + request.path("studyId").asText()));
    }
}
