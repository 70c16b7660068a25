package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that speaks to the service.
abstract class ServiceCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /// @return the exit code
    abstract int run(VigieClient client, Console console) throws IOException, InterruptedException, ProblemException;

    @Override
    public final Integer call() throws IOException, InterruptedException, ProblemException {
        Main main = main();
        Console console = main.console(spec().commandLine());
        try (VigieClient client = main.client()) {
            return run(client, console);
        }
    }

    final Main main() {
        return (Main) spec().root().userObject();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec;
    }

    static int count(JsonNode node, String field) {
        return node.path(field).asInt();
    }
}
