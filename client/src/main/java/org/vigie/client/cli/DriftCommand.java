package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drift",
        description = "Has something changed since the reference?",
        subcommands = DriftCommand.Check.class)
final class DriftCommand extends CommandGroup {

    @Command(name = "check", description = "Compares two windows; each is A..B, from A up to, not including, B.")
    static final class Check extends ServiceCommand {

        @Option(names = "--model", required = true)
        private String model = "";

        @Option(names = "--version", description = "Default: the champion.", paramLabel = "VERSION")
        private @Nullable String modelVersion;

        @Option(names = "--reference", required = true, paramLabel = "A..B")
        private String reference = "";

        @Option(names = "--current", required = true, paramLabel = "C..D")
        private String current = "";

        @Option(
                names = "--by",
                paramLabel = "ATTRIBUTE",
                description = "Which group it comes from, such as" + " manufacturerModelName.")
        private @Nullable String by;

        @Option(names = "--sites", split = ",", paramLabel = "SITE")
        private List<String> sites = List.of();

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            ObjectNode body = Json.object();
            body.set("reference", Window.parse("--reference", reference).json());
            body.set("current", Window.parse("--current", current).json());
            if (modelVersion != null) {
                body.put("version", modelVersion);
            }
            if (by != null) {
                body.put("by", by);
            }
            if (!sites.isEmpty()) {
                sites.forEach(body.putArray("sites")::add);
            }
            JsonNode check = client.json(Call.post("/models" + Call.path(model) + "/drift-checks")
                    .json(body)
                    .onceByKey(UUID.randomUUID().toString())
                    .within(Duration.ofMinutes(10)));
            if (!console.printedJson(check)) {
                console.out().println(check.path("verdict").asText());
                console.table(
                        check,
                        check.path("findings"),
                        Column.of("STREAM", "stream"),
                        Column.of("GROUP", "group"),
                        Column.of("STATISTIC", "statistic"),
                        Column.of("VALUE", "value"),
                        new Column("P", finding -> pValue(finding.path("pValue"))),
                        Column.of("EFFECT", "effect"),
                        Column.of("N", "n"),
                        Column.of("M", "m"),
                        Column.of("VERDICT", "verdict"));
            }
            return ExitCode.DONE;
        }

        private static String pValue(JsonNode value) {
            return value.isNumber() ? String.format(Locale.ROOT, "%.2g", value.asDouble()) : "–";
        }
    }
}
