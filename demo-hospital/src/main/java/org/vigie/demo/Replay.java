package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.ServerEvent;
import org.vigie.client.VigieClient;
import org.vigie.demo.phantom.Schedule;
import org.vigie.demo.training.ModelTrainer;

/// One run of all studies through the champion and both candidates, done by the shadow runner.
final class Replay {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final VigieClient admin;
    private final DemoOptions options;
    private final Terminal terminal;
    private final RunnerProcess runner;

    Replay(VigieClient admin, DemoOptions options, Terminal terminal, RunnerProcess runner) {
        this.admin = admin;
        this.options = options;
        this.terminal = terminal;
        this.runner = runner;
    }

    /// @return the finished run as the API tells it
    JsonNode run(int studies) throws IOException, InterruptedException, ProblemException, DemoException {
        terminal.step("Shadow run through champion and both candidates");
        JsonNode run = startOrReuse(studies);
        String id = run.path("id").asText();
        while (!ended(run)) {
            runner.demandAlive();
            show(run);
            try {
                admin.events(Call.get("/runs" + Call.path(id, "events")).within(LONGEST_SILENCE), this::show);
            } catch (IOException _) {
                // A stream may break off or fall silent; how the run stands is asked below.
                runner.demandAlive();
            }
            run = admin.json(Call.get("/runs" + Call.path(id)));
            if (!ended(run)) {
                Thread.sleep(PAUSE);
            }
        }
        show(run);
        if (!run.path("state").asText().equals("FINISHED")) {
            throw new DemoException(
                    "The shadow run ended as " + run.path("state").asText());
        }
        return run;
    }

    private JsonNode startOrReuse(int studies) throws IOException, InterruptedException, ProblemException {
        for (JsonNode known : Registration.items(admin.json(Call.get("/runs")))) {
            boolean same = known.path("model").asText().equals(ModelTrainer.MODEL)
                    && known.path("total").asInt() == studies
                    && known.path("versions").size() == 3
                    && !known.path("state").asText().equals("CANCELLED");
            if (same) {
                terminal.detail("reused: run " + known.path("id").asText());
                return known;
            }
        }
        var body = Json.object()
                .put("model", ModelTrainer.MODEL)
                .put("from", Schedule.monday(1).toString())
                .put("to", Schedule.monday(options.weeks() + 1).toString());
        body.putArray("versions")
                .add(ModelTrainer.CHAMPION)
                .add(ModelTrainer.BETTER)
                .add(ModelTrainer.WORSE);
        return admin.json(
                Call.post("/runs").json(body).onceByKey("demo-run-%d-%d".formatted(options.weeks(), studies)));
    }

    private static boolean ended(JsonNode run) {
        return !run.path("state").asText().equals("RUNNING");
    }

    private boolean show(ServerEvent event) {
        if (event.name().equals("end")) {
            return false;
        }
        if (event.name().equals("progress")) {
            try {
                show(Json.read(event.data().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("The service sent an event that is no JSON", e);
            }
        }
        return true;
    }

    private void show(JsonNode run) {
        terminal.progress(
                "replayed",
                run.path("done").asLong() + run.path("notScored").asLong(),
                run.path("total").asLong());
    }
}
