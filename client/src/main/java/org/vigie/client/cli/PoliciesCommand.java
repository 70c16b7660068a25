package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "policies",
        description = "What the hospital decided for a model.",
        subcommands = {PoliciesCommand.Apply.class, PoliciesCommand.Show.class})
final class PoliciesCommand extends CommandGroup {

    private static final Pattern MODEL = Pattern.compile("(?m)^model:\\s*[\"']?([a-z0-9][a-z0-9-]*)");

    @Command(name = "apply", description = "Makes a policy the one in force; every version is kept.")
    static final class Apply extends ServiceCommand {

        @Parameters(paramLabel = "FILE.yaml")
        private Path file = Path.of("");

        @Option(names = "--model", description = "Default: the model that the file names.")
        private @Nullable String model;

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            if (!Files.isReadable(file)) {
                throw new IOException(file + " cannot be read");
            }
            byte[] yaml = Files.readAllBytes(file);
            String name = model == null ? modelOf(new String(yaml, StandardCharsets.UTF_8)) : model;
            JsonNode policy = client.json(Call.post("/models" + Call.path(name) + "/policies")
                    .body("application/yaml", BodyPublishers.ofByteArray(yaml))
                    .onceByKey(UUID.randomUUID().toString()));
            if (!console.printedJson(policy)) {
                console.line("policy.applied", name, policy.path("version").asText());
            }
            return ExitCode.DONE;
        }

        private String modelOf(String yaml) {
            Matcher matcher = MODEL.matcher(yaml);
            if (!matcher.find()) {
                throw new UsageException(file + " has no line 'model: …'; name the model by --model");
            }
            return matcher.group(1);
        }
    }

    @Command(name = "show", description = "Shows the policy in force.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "MODEL")
        private String model = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode policy = client.json(Call.get("/models" + Call.path(model, "policies", "latest")));
            if (!console.printedJson(policy)) {
                console.out()
                        .println(policy.hasNonNull("yaml") ? policy.path("yaml").asText() : policy.toPrettyString());
            }
            return ExitCode.DONE;
        }
    }
}
