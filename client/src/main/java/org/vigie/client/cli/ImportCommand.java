package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.vigie.client.Call;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;

/// Sends a CSV or NDJSON file that is taken whole or not at all.
final class ImportCommand {

    private ImportCommand() {}

    static JsonNode send(VigieClient client, Call target, Path file)
            throws IOException, InterruptedException, ProblemException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String type = name.endsWith(".csv")
                ? "text/csv"
                : name.endsWith(".ndjson") || name.endsWith(".jsonl") ? "application/x-ndjson" : "";
        if (type.isEmpty()) {
            throw new UsageException(file + ": the name must end in .csv, .ndjson or .jsonl");
        }
        try {
            return client.json(target.body(type, BodyPublishers.ofFile(file))
                    .onceByKey(UUID.randomUUID().toString())
                    .within(Duration.ofMinutes(10)));
        } catch (FileNotFoundException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    static void print(JsonNode answer, Console console) {
        if (!console.printedJson(answer)) {
            console.line(
                    "import.done",
                    ServiceCommand.count(answer, "accepted"),
                    ServiceCommand.count(answer, "duplicates"));
        }
    }
}
