package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "runs",
        description = "Replays of past studies through model versions.",
        subcommands = {
            RunsCommand.Start.class,
            RunsCommand.Show.class,
            RunsCommand.ShowAll.class,
            RunsCommand.Cancel.class,
            RunsCommand.Resume.class
        })
final class RunsCommand extends CommandGroup {

    @Command(name = "start", description = "Starts a run and follows it to its end.")
    static final class Start extends ServiceCommand {

        @Option(names = "--model", required = true)
        private String model = "";

        @Option(names = "--versions", required = true, split = ",", paramLabel = "VERSION")
        private List<String> versions = List.of();

        @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day of the studies.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "DATE", description = "Day after the last.")
        private String to = "";

        @Option(names = "--sites", split = ",", paramLabel = "SITE", description = "Default: all.")
        private List<String> sites = List.of();

        @Option(names = "--no-wait", description = "Return at once.")
        private boolean noWait;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            ObjectNode body =
                    Json.object().put("model", model).put("from", from).put("to", to);
            versions.forEach(body.putArray("versions")::add);
            if (!sites.isEmpty()) {
                sites.forEach(body.putArray("sites")::add);
            }
            JsonNode run = client.json(
                    Call.post("/runs").json(body).onceByKey(UUID.randomUUID().toString()));
            if (!noWait) {
                console.note("run.started", run.path("id").asText(), count(run, "total"));
                run = new RunProgress(client, console).follow(run.path("id").asText());
            }
            print(run, console);
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Shows a run; with --follow until it ends.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "RUN")
        private String id = "";

        @Option(names = "--follow")
        private boolean follow;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode run = follow
                    ? new RunProgress(client, console).follow(id)
                    : client.json(Call.get("/runs" + Call.path(id)));
            print(run, console);
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lists the runs.")
    static final class ShowAll extends ServiceCommand {

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode runs = client.json(Call.get("/runs"));
            console.table(
                    runs,
                    SitesCommand.items(runs),
                    Column.of("RUN", "id"),
                    Column.of("MODEL", "model"),
                    Column.of("VERSIONS", "versions"),
                    Column.of("STATE", "state"),
                    Column.of("DONE", "done"),
                    Column.of("OF", "total"),
                    Column.of("NOT SCORED", "notScored"),
                    Column.of("STARTED", "startedAt"));
            return ExitCode.DONE;
        }
    }

    @Command(name = "cancel", description = "Stops handing out work; what is done stays.")
    static final class Cancel extends ServiceCommand {

        @Parameters(paramLabel = "RUN")
        private String id = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            print(client.json(Call.post("/runs" + Call.path(id, "cancel")).asRepeatable()), console);
            return ExitCode.DONE;
        }
    }

    @Command(name = "resume", description = "Goes on with a cancelled run and tries failed cases again.")
    static final class Resume extends ServiceCommand {

        @Parameters(paramLabel = "RUN")
        private String id = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            print(client.json(Call.post("/runs" + Call.path(id, "resume")).asRepeatable()), console);
            return ExitCode.DONE;
        }
    }

    private static void print(JsonNode run, Console console) {
        if (console.printedJson(run)) {
            return;
        }
        console.line(
                "run.summary",
                run.path("id").asText(),
                run.path("state").asText(),
                ServiceCommand.count(run, "done"),
                ServiceCommand.count(run, "total"),
                ServiceCommand.count(run, "predictions"),
                ServiceCommand.count(run, "notScored"));
        run.path("notScoredReasons")
                .properties()
                .forEach(entry -> console.out()
                        .println("  " + entry.getKey() + ": " + entry.getValue().asText()));
        if (!run.path("perVersion").isEmpty()) {
            console.table(
                    run,
                    run.path("perVersion"),
                    Column.of("VERSION", "version"),
                    Column.of("PREDICTIONS", "predictions"),
                    Column.of("MEAN ms", "meanLatencyMillis"),
                    Column.of("STUDIES/s", "studiesPerSecond"));
        }
    }
}
