package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import org.vigie.client.VigieClient.Answer;
import org.vigie.client.cli.Console.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "models",
        description = "Model versions: a folder or zip with model.yaml and model.onnx.",
        subcommands = {ModelsCommand.Register.class, ModelsCommand.Show.class, ModelsCommand.ShowAll.class})
final class ModelsCommand extends CommandGroup {

    @Command(name = "register", description = "Registers a model version; the same bytes again change nothing.")
    static final class Register extends ServiceCommand {

        @Parameters(paramLabel = "DIR|ZIP", description = "Has model.yaml at its top.")
        private Path path = Path.of("");

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            BodyPublisher body;
            if (Files.isDirectory(path)) {
                body = BodyPublishers.ofByteArray(FolderZip.of(path));
            } else if (Files.isReadable(path)) {
                body = BodyPublishers.ofFile(path);
            } else {
                throw new IOException(path + " cannot be read");
            }
            Answer<JsonNode> answer = client.send(Call.post("/models/versions")
                    .body("application/zip", body)
                    .asRepeatable()
                    .within(Duration.ofMinutes(10)));
            JsonNode version = answer.body();
            if (!console.printedJson(version)) {
                console.line(
                        answer.status() == 201 ? "model.registered" : "model.known",
                        version.path("model").asText(),
                        version.path("version").asText(),
                        version.path("onnxSha256").asText());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lists models, their versions and champions.")
    static final class ShowAll extends ServiceCommand {

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode models = client.json(Call.get("/models"));
            console.table(
                    models,
                    SitesCommand.items(models),
                    Column.of("MODEL", "name"),
                    Column.of("TASK", "task"),
                    Column.of("TARGET", "target"),
                    new Column("VERSIONS", model -> words(model.path("versions"), "version")),
                    new Column("CHAMPIONS", model -> champions(model.path("champions"))));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Shows one model.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "MODEL")
        private String name = "";

        @Override
        int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException {
            JsonNode model = client.json(Call.get("/models" + Call.path(name)));
            if (!console.printedJson(model)) {
                console.out()
                        .println("%s · %s · %s"
                                .formatted(
                                        model.path("name").asText(),
                                        model.path("task").asText(),
                                        model.path("target").asText()));
                console.table(
                        model,
                        model.path("versions"),
                        new Column("VERSION", version -> word(version, "version")),
                        Column.of("THRESHOLD", "threshold"),
                        Column.of("OPSET", "opset"),
                        Column.of("REGISTERED", "registeredAt"),
                        Column.of("BY", "registeredBy"),
                        Column.of("ONNX SHA-256", "onnxSha256"));
                console.out().println("champions: " + champions(model.path("champions")));
            }
            return ExitCode.DONE;
        }
    }

    /// Versions come as words or as objects that have the word.
    private static String word(JsonNode node, String field) {
        return node.isTextual() ? node.asText() : Console.text(node.path(field));
    }

    private static String words(JsonNode list, String field) {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : list) {
            text.append(text.isEmpty() ? "" : ", ").append(word(node, field));
        }
        return text.toString();
    }

    private static String champions(JsonNode list) {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : list) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append("%s at %s since %s"
                            .formatted(
                                    Console.text(node.path("version")),
                                    Console.text(node.path("site")),
                                    Console.text(node.path("from"))));
        }
        return text.isEmpty() ? "–" : text.toString();
    }
}
