package org.vigie.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A word that needs a second one.
abstract class CommandGroup implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        throw new ParameterException(
                spec.commandLine(),
                "Which of: " + String.join(", ", spec.subcommands().keySet()));
    }
}
