package org.vigie.client.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Takes data out.", subcommands = ExportCommand.Predictions.class)
final class ExportCommand extends CommandGroup {

    @Command(name = "predictions", description = "Predictions as CSV, or as JSON with --json.")
    static final class Predictions extends ServiceCommand {

        @Option(names = "--model", required = true)
        private String model = "";

        @Option(names = "--version", paramLabel = "VERSION")
        private @Nullable String modelVersion;

        @Option(names = "--from", paramLabel = "DATE")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "DATE")
        private @Nullable String to;

        @Option(names = "--site")
        private @Nullable String site;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Default: stdout.")
        private @Nullable Path output;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            Call call = Call.get("/predictions")
                    .with("model", model)
                    .with("version", modelVersion)
                    .with("from", from)
                    .with("to", to)
                    .with("site", site)
                    .header("Accept", console.json() ? "application/json" : "text/csv")
                    .within(Duration.ofMinutes(30));
            try (InputStream answer = client.stream(call)) {
                if (output != null) {
                    Files.copy(answer, output, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Reader reader = new InputStreamReader(answer, StandardCharsets.UTF_8);
                    reader.transferTo(console.out());
                    console.out().flush();
                }
            }
            return ExitCode.DONE;
        }
    }
}
