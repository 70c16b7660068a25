package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "truth",
        description = "What turned out to be so, for each case and finding.",
        subcommands = TruthCommand.Import.class)
final class TruthCommand extends CommandGroup {

    @Command(
            name = "import",
            description = "Columns: study, studyInstanceUid or sopInstanceUid; label (0, 1, positive, negative,"
                    + " indeterminate); and target, kind, availableAt unless given here for all rows.")
    static final class Import extends ServiceCommand {

        @Parameters(paramLabel = "FILE.csv")
        private Path file = Path.of("");

        @Option(names = "--target", description = "The finding that the labels speak of.")
        private @Nullable String target;

        @Option(names = "--kind", paramLabel = "REPORT|CONSENSUS|…", description = "How it was found out.")
        private @Nullable String kind;

        @Option(names = "--available-at", paramLabel = "INSTANT", description = "When it became known.")
        private @Nullable String availableAt;

        @Option(
                names = "--skip-unknown",
                description = "Leave out lines about studies that are not here, instead of refusing the whole file.")
        private boolean skipUnknown;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            Call call = Call.post("/truth")
                    .with("target", target)
                    .with("kind", kind)
                    .with("availableAt", availableAt)
                    .with("unknown", skipUnknown ? "skip" : null);
            JsonNode answer = ImportCommand.send(client, call, file);
            ImportCommand.print(answer, console);
            if (count(answer, "unknown") > 0) {
                console.note("import.unknown", count(answer, "unknown"));
            }
            return ExitCode.DONE;
        }
    }
}
