package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "surveillance",
        description =
                "Checks one week as the policy says: drift, performance, alerts. The service does it every Monday.")
final class SurveillanceCommand extends ServiceCommand {

    @Option(names = "--model", required = true)
    private String model = "";

    @Option(names = "--week", required = true, paramLabel = "2026-W05")
    private String week = "";

    @Option(names = "--as-of", paramLabel = "INSTANT", description = "Truth known then (default: the Monday after).")
    private @Nullable String asOf;

    @Override
    int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
        var body = Json.object().put("week", week);
        if (asOf != null) {
            body.put("asOf", asOf);
        }
        JsonNode checked = client.json(Call.post("/models" + Call.path(model) + "/surveillance")
                .json(body)
                .asRepeatable()
                .within(Duration.ofMinutes(10)));
        if (!console.printedJson(checked)) {
            console.out()
                    .println("%s %s: drift %s"
                            .formatted(
                                    model,
                                    week,
                                    checked.path("drift").path("verdict").asText("–")));
            for (JsonNode performance : checked.path("performance")) {
                console.out().println("  " + PerformanceCommand.summary(performance));
            }
            for (JsonNode alert : checked.path("alertsOpened")) {
                console.out().println("  " + AlertsCommand.title(alert, main().language()));
            }
        }
        return ExitCode.DONE;
    }
}
