package org.vigie.client.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "predictions",
        description = "Predictions of AI products that Vigie does not run itself.",
        subcommands = PredictionsCommand.Import.class)
final class PredictionsCommand extends CommandGroup {

    @Command(
            name = "import",
            description = "Columns: model, version, study, score, predictedAt, and if you have them positive, features,"
                    + " latencyMillis. One bad line and nothing is stored.")
    static final class Import extends ServiceCommand {

        @Parameters(paramLabel = "FILE.ndjson|csv")
        private Path file = Path.of("");

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            ImportCommand.print(ImportCommand.send(client, Call.post("/predictions"), file), console);
            return ExitCode.DONE;
        }
    }
}
