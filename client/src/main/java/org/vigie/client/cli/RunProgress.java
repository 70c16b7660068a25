package org.vigie.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.ServerEvent;
import org.vigie.client.VigieClient;

/// Follows a run by its events; when they break off, asks how it stands and follows again.
final class RunProgress {

    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELLED");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final VigieClient client;
    private final Console console;
    private final Progress progress;

    RunProgress(VigieClient client, Console console) {
        this.client = client;
        this.console = console;
        this.progress = new Progress(
                console.err(), Progress.onTerminal(), console.messages().get("run.title"));
    }

    /// @return the run at its end
    JsonNode follow(String id) throws IOException, InterruptedException, ProblemException {
        Call show = Call.get("/runs" + Call.path(id));
        Call events = Call.get("/runs" + Call.path(id, "events")).within(Duration.ofHours(24));
        JsonNode run = client.json(show);
        while (!ENDED.contains(run.path("state").asText())) {
            show(run);
            try {
                client.events(events, this::show);
            } catch (IOException e) {
                console.note("run.reconnect", String.valueOf(e.getMessage()));
            }
            run = client.json(show);
            if (!ENDED.contains(run.path("state").asText())) {
                Thread.sleep(PAUSE);
                run = client.json(show);
            }
        }
        show(run);
        progress.end();
        return run;
    }

    private boolean show(ServerEvent event) {
        if (event.name().equals("end")) {
            return false;
        }
        if (event.name().equals("progress")) {
            try {
                show(Json.read(event.data().getBytes(StandardCharsets.UTF_8)));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("the service sent an event that is no JSON", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private void show(JsonNode run) {
        long total = run.path("total").asLong();
        long notScored = run.path("notScored").asLong();
        progress.at(
                run.path("done").asLong() + notScored,
                total,
                notScored == 0 ? "" : console.messages().get("run.not-scored", notScored));
    }
}
