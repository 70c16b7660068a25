package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "studies",
        description = "DICOM studies; the service de-identifies them before it stores them.",
        subcommands = {StudiesCommand.Ingest.class, StudiesCommand.Refusals.class})
final class StudiesCommand extends CommandGroup {

    @Command(
            name = "ingest",
            description = "Sends every file of a folder and the folders in it (hidden ones left out). A file that the"
                    + " service refuses is listed with its reason and skipped; files sent before are duplicates.")
    static final class Ingest extends ServiceCommand {

        @Parameters(paramLabel = "DIR|FILE")
        private Path path = Path.of("");

        @Option(names = "--site", required = true, description = "Created when it is not there yet.")
        private String site = "";

        @Option(names = "--zone", description = "Time zone of a site that is created (default: this machine's).")
        private ZoneId zone = ZoneId.systemDefault();

        @Option(
                names = "--parallel",
                description = "Files sent at once (default: ${DEFAULT-VALUE}).",
                defaultValue = "4")
        private int parallel;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            if (parallel < 1 || parallel > 64) {
                throw new UsageException("--parallel must be from 1 to 64");
            }
            List<Path> files = files();
            createSite(client, console);
            Progress progress = new Progress(
                    console.err(), Progress.onTerminal(), console.messages().get("ingest.title"));
            Ingestion ingestion = new Ingestion(client, site, path, progress);
            Ingestion.Summary summary = ingestion.send(files, parallel);
            progress.end();
            print(summary, console);
            return ExitCode.DONE;
        }

        private List<Path> files() throws IOException {
            if (!Files.exists(path)) {
                throw new IOException(path + " does not exist");
            }
            try (Stream<Path> walk = Files.walk(path)) {
                return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> !hidden(path.relativize(file)))
                        .sorted()
                        .toList();
            }
        }

        private static boolean hidden(Path relative) {
            for (Path part : relative) {
                if (part.toString().startsWith(".")) {
                    return true;
                }
            }
            return false;
        }

        private void createSite(VigieClient client, Console console)
                throws IOException, InterruptedException, ProblemException {
            for (JsonNode known : SitesCommand.items(client.json(Call.get("/sites")))) {
                if (known.path("code").asText().equals(site)) {
                    return;
                }
            }
            SitesCommand.put(client, site, site, zone);
            console.note("site.created", site, zone);
        }

        private static void print(Ingestion.Summary summary, Console console) {
            for (Ingestion.Refusal refusal : summary.refusals()) {
                console.note("ingest.refused", refusal.file(), refusal.reason(), refusal.detail());
            }
            if (console.printedJson(summary.json())) {
                return;
            }
            console.line(
                    "ingest.summary",
                    summary.stored(),
                    summary.duplicates(),
                    summary.refusals().size());
            summary.refusalsByReason().forEach((reason, count) -> console.out().println("  " + reason + ": " + count));
        }
    }

    @Command(name = "refusals", description = "Lists what was refused at the door, and why.")
    static final class Refusals extends ServiceCommand {

        @Option(names = "--site")
        private @Nullable String site;

        @Option(names = "--from", paramLabel = "DATE")
        private @Nullable String from;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode refusals =
                    client.json(Call.get("/studies/refusals").with("site", site).with("from", from));
            console.table(
                    refusals,
                    SitesCommand.items(refusals),
                    Column.of("WHEN", "recordedAt"),
                    Column.of("REASON", "reason"),
                    Column.of("BYTE", "byteOffset"),
                    Column.of("DETAIL", "detail"));
            return ExitCode.DONE;
        }
    }

    static ObjectNode counts(ObjectNode json, Map<String, Integer> counts) {
        counts.forEach(json::put);
        return json;
    }
}
