package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneId;
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
        name = "sites",
        description = "Hospitals and parts of them.",
        subcommands = {SitesCommand.Add.class, SitesCommand.Show.class})
final class SitesCommand extends CommandGroup {

    @Command(name = "add", description = "Makes a site known, or changes its name or zone.")
    static final class Add extends ServiceCommand {

        @Parameters(paramLabel = "CODE", description = "Lower-case letters, digits and dashes.")
        private String code = "";

        @Option(names = "--name", description = "Name to show (default: the code).")
        private @Nullable String name;

        @Option(names = "--zone", description = "Time zone, such as Europe/Paris (default: this machine's).")
        private ZoneId zone = ZoneId.systemDefault();

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode site = put(client, code, name == null ? code : name, zone);
            if (!console.printedJson(site)) {
                console.line("site.added", code, zone);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lists the sites.")
    static final class Show extends ServiceCommand {

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode sites = client.json(Call.get("/sites"));
            console.table(
                    sites,
                    items(sites),
                    Column.of("SITE", "code"),
                    Column.of("NAME", "name"),
                    Column.of("ZONE", "zone"));
            return ExitCode.DONE;
        }
    }

    static JsonNode items(JsonNode list) {
        return list.isArray() ? list : list.path("items");
    }

    static JsonNode put(VigieClient client, String code, String name, ZoneId zone)
            throws IOException, InterruptedException, ProblemException {
        return client.json(Call.put("/sites" + Call.path(code))
                .json(Json.object().put("name", name).put("zone", zone.getId())));
    }
}
