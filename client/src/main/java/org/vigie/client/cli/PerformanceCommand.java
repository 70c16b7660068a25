package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "performance", description = "Sensitivity and specificity with intervals, against the policy.")
final class PerformanceCommand extends ServiceCommand {

    @Option(names = "--model", required = true)
    private String model = "";

    @Option(names = "--version", description = "Default: the champion.", paramLabel = "VERSION")
    private @Nullable String modelVersion;

    @Option(names = "--from", required = true, paramLabel = "DATE")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Day after the last.")
    private String to = "";

    @Option(names = "--site")
    private @Nullable String site;

    @Option(names = "--as-of", paramLabel = "INSTANT", description = "Truth known then (default: now).")
    private @Nullable String asOf;

    @Override
    int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
        ObjectNode body = Json.object().put("from", from).put("to", to);
        putIfGiven(body, "version", modelVersion);
        putIfGiven(body, "site", site);
        putIfGiven(body, "asOf", asOf);
        JsonNode check = client.json(Call.post("/models" + Call.path(model) + "/performance-checks")
                .json(body)
                .onceByKey(UUID.randomUUID().toString()));
        if (!console.printedJson(check)) {
            JsonNode confusion = check.path("confusion");
            console.out()
                    .println("%s %s%s: %d cases, %d with truth (tp %d, fp %d, fn %d, tn %d, indeterminate %d)"
                            .formatted(
                                    model,
                                    check.hasNonNull("version")
                                            ? check.path("version").asText()
                                            : "champion",
                                    check.hasNonNull("site")
                                            ? " at " + check.path("site").asText()
                                            : "",
                                    count(check, "cases"),
                                    count(check, "withTruth"),
                                    count(confusion, "tp"),
                                    count(confusion, "fp"),
                                    count(confusion, "fn"),
                                    count(confusion, "tn"),
                                    count(confusion, "indeterminate")));
            console.out().println(proportion("sensitivity", check.path("sensitivity")));
            console.out().println(proportion("specificity", check.path("specificity")));
            if (check.hasNonNull("auroc")) {
                console.out().println(interval("AUROC", check.path("auroc")));
            }
        }
        return ExitCode.DONE;
    }

    private static void putIfGiven(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    static String summary(JsonNode check) {
        return "%s: %s; %s"
                .formatted(
                        check.path("site").asText("–"),
                        proportion("sensitivity", check.path("sensitivity")),
                        proportion("specificity", check.path("specificity")));
    }

    private static String proportion(String name, JsonNode metric) {
        return "%s, %d of %d%s: %s"
                .formatted(
                        interval(name, metric),
                        count(metric, "k"),
                        count(metric, "n"),
                        metric.hasNonNull("minimum") ? ", minimum " + number(metric.path("minimum")) : "",
                        metric.path("verdict").asText("–"));
    }

    private static String interval(String name, JsonNode metric) {
        return "%s %s [%s, %s]"
                .formatted(
                        name,
                        number(metric.path("estimate")),
                        number(metric.path("lower")),
                        number(metric.path("upper")));
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? String.format(Locale.ROOT, "%.3f", node.asDouble()) : "–";
    }
}
