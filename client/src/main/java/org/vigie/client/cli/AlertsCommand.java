package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "alerts",
        description = "What somebody must look at.",
        subcommands = {AlertsCommand.Show.class, AlertsCommand.Acknowledge.class, AlertsCommand.Close.class})
final class AlertsCommand extends CommandGroup {

    enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED
    }

    @Command(name = "list", description = "Lists alerts.")
    static final class Show extends ServiceCommand {

        @Option(names = "--model")
        private @Nullable String model;

        @Option(names = "--state", paramLabel = "open|acknowledged|closed")
        private @Nullable State state;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode alerts =
                    client.json(Call.get("/alerts").with("model", model).with("state", state));
            String language = main().language();
            console.table(
                    alerts,
                    SitesCommand.items(alerts),
                    Column.of("ALERT", "id"),
                    Column.of("MODEL", "model"),
                    Column.of("KIND", "kind"),
                    Column.of("SINCE", "week"),
                    Column.of("STATE", "state"),
                    new Column("TITLE", alert -> title(alert, language)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "acknowledge", description = "Says that somebody looks at it.")
    static final class Acknowledge extends ServiceCommand {

        @Parameters(paramLabel = "ALERT")
        private String id = "";

        @Option(names = "--comment", required = true)
        private String comment = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            return change(client, console, id, "acknowledge", comment, main().language());
        }
    }

    @Command(name = "close", description = "Says that it is settled, and how.")
    static final class Close extends ServiceCommand {

        @Parameters(paramLabel = "ALERT")
        private String id = "";

        @Option(names = "--comment", required = true)
        private String comment = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            return change(client, console, id, "close", comment, main().language());
        }
    }

    private static int change(
            VigieClient client, Console console, String id, String verb, String comment, String language)
            throws IOException, InterruptedException, ProblemException {
        JsonNode alert = client.json(
                Call.post("/alerts" + Call.path(id, verb)).json(Json.object().put("comment", comment)));
        if (!console.printedJson(alert)) {
            console.out().println(alert.path("state").asText() + " " + title(alert, language));
        }
        return ExitCode.DONE;
    }

    static String title(JsonNode alert, String language) {
        return alert.path("titleText")
                .path(language)
                .asText(alert.path("subject").asText("–"));
    }
}
