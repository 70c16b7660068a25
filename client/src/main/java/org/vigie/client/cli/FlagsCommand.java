package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "flags", description = "What clinicians found wrong.", subcommands = FlagsCommand.Show.class)
final class FlagsCommand extends CommandGroup {

    @Command(name = "list", description = "Lists flags, newest first.")
    static final class Show extends ServiceCommand {

        @Option(names = "--model")
        private @Nullable String model;

        @Option(names = "--from", paramLabel = "DATE")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "DATE")
        private @Nullable String to;

        @Option(names = "--study", paramLabel = "ID")
        private @Nullable String study;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode flags = client.json(Call.get("/flags")
                    .with("model", model)
                    .with("from", from)
                    .with("to", to)
                    .with("study", study));
            console.table(
                    flags,
                    SitesCommand.items(flags),
                    Column.of("FLAG", "id"),
                    Column.of("STUDY", "studyId"),
                    Column.of("MODEL", "model"),
                    Column.of("REASON", "reason"),
                    Column.of("SEVERITY", "severity"),
                    Column.of("CHANGED DECISION", "changedDecision"),
                    Column.of("COMMENT", "comment"));
            return ExitCode.DONE;
        }
    }
}
