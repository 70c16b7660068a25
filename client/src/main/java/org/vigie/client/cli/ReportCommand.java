package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.Json;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Reports as PDF.", subcommands = ReportCommand.Weekly.class)
final class ReportCommand extends CommandGroup {

    @Command(name = "weekly", description = "Makes the report of a week; the same data give the same bytes.")
    static final class Weekly extends ServiceCommand {

        @Option(names = "--model", required = true)
        private String model = "";

        @Option(names = "--week", required = true, paramLabel = "2026-W05")
        private String week = "";

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE.pdf",
                description = "Where to write it.")
        private @Nullable Path output;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode report = client.json(Call.post("/models" + Call.path(model) + "/reports/weekly")
                    .json(Json.object().put("week", week).put("language", main().language()))
                    .asRepeatable()
                    .within(Duration.ofMinutes(10)));
            if (output != null) {
                Call pdf = Call.get("/reports" + Call.path(report.path("id").asText(), "pdf"));
                Files.write(output, client.bytes(pdf.header("Accept", "application/pdf")));
            }
            if (!console.printedJson(report)) {
                console.line(
                        output == null ? "report.made" : "report.written",
                        week,
                        report.path("pages").asInt(),
                        report.path("sha256").asText(),
                        String.valueOf(output));
            }
            return ExitCode.DONE;
        }
    }
}
