package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.training.ModelTrainer;
import org.vigie.demo.training.TrainedModel;

/// How a version did in the run, by the service's own figures.
///
/// @param studiesPerSecond of the shadow runner
/// @param before performance on studies before the upgrade, by all truth there is
/// @param after the same since the upgrade, a missing node if the history ends before it
record VersionResult(TrainedModel model, double studiesPerSecond, JsonNode before, JsonNode after) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static List<VersionResult> all(VigieClient admin, List<TrainedModel> models, JsonNode run, DemoOptions options)
            throws IOException, InterruptedException, ProblemException {
        List<VersionResult> results = new ArrayList<>();
        int beforeEnds = Math.min(options.weeks() + 1, Hospital.UPGRADE_WEEK);
        for (TrainedModel model : models) {
            JsonNode before = check(admin, model.version(), 1, beforeEnds);
            JsonNode after = options.weeks() >= Hospital.UPGRADE_WEEK
                    ? check(admin, model.version(), Hospital.UPGRADE_WEEK, options.weeks() + 1)
                    : Json.object();
            double speed = 0;
            for (JsonNode version : run.path("perVersion")) {
                if (version.path("version").asText().equals(model.version())) {
                    speed = version.path("studiesPerSecond").asDouble();
                }
            }
            results.add(new VersionResult(model, speed, before, after));
        }
        return results;
    }

    /// By all truth that is known in the end, a few weeks after the last study.
    private static JsonNode check(VigieClient admin, String version, int fromWeek, int toWeek)
            throws IOException, InterruptedException, ProblemException {
        return admin.json(Call.post("/models" + Call.path(ModelTrainer.MODEL) + "/performance-checks")
                .json(Json.object()
                        .put("version", version)
                        .put("from", Schedule.monday(fromWeek).toString())
                        .put("to", Schedule.monday(toWeek).toString())
                        .put("asOf", Schedule.monday(toWeek + 6) + "T07:00:00Z"))
                .asRepeatable()
                .within(LONGEST));
    }
}
