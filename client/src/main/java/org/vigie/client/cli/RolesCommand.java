package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import picocli.CommandLine.Parameters;

@Command(
        name = "roles",
        description = "Which version is champion or candidate, where and since when.",
        subcommands = {RolesCommand.Assign.class, RolesCommand.Show.class})
final class RolesCommand extends CommandGroup {

    enum Role {
        CHAMPION,
        CANDIDATE
    }

    @Command(name = "set", description = "Gives a version a role at a site from a date on.")
    static final class Assign extends ServiceCommand {

        @Parameters(index = "0", paramLabel = "MODEL")
        private String model = "";

        @Parameters(index = "1", paramLabel = "VERSION")
        private String version = "";

        @Parameters(index = "2", paramLabel = "champion|candidate")
        private Role role = Role.CANDIDATE;

        @Option(names = "--site", required = true)
        private String site = "";

        @Option(
                names = "--from",
                required = true,
                paramLabel = "DATE",
                description = "Start of that day at the site, or an instant.")
        private String from = "";

        @Option(
                names = "--reason",
                description = "Why; kept with the role.",
                defaultValue = "Set from the command line")
        private String reason = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode set = client.json(Call.post("/models" + Call.path(model) + "/roles")
                    .json(Json.object()
                            .put("version", version)
                            .put("role", role.name())
                            .put("site", site)
                            .put("from", from)
                            .put("reason", reason))
                    .onceByKey(UUID.randomUUID().toString()));
            if (!console.printedJson(set)) {
                console.line(
                        "role.set",
                        model,
                        version,
                        role.name().toLowerCase(Locale.ROOT),
                        site,
                        set.path("from").asText(from));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lists the roles of a model's versions.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "MODEL")
        private String model = "";

        @Option(names = "--site")
        private @Nullable String site;

        @Option(names = "--at", paramLabel = "INSTANT", description = "Only those in force then.")
        private @Nullable String at;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode roles = client.json(Call.get("/models" + Call.path(model) + "/roles")
                    .with("site", site)
                    .with("at", at));
            console.table(
                    roles,
                    SitesCommand.items(roles),
                    Column.of("SITE", "site"),
                    Column.of("VERSION", "version"),
                    Column.of("ROLE", "role"),
                    Column.of("FROM", "from"),
                    Column.of("TO", "to"),
                    Column.of("BY", "setBy"),
                    Column.of("REASON", "reason"));
            return ExitCode.DONE;
        }
    }
}
