package org.vigie.demo;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./vigie demo`: makes a small hospital and walks Vigie's whole loop through it.
@Command(
        name = "vigie demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a small made-up hospital and walks the whole loop: DICOM files, training, ingestion, shadow run,",
            "surveillance, alerts, flags, report. Nothing is canned; run again, it reuses what is there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every step worked", "1:a step failed, or found what it must not find", "2:wrong arguments"})
public final class Main implements Callable<Integer> {
    /// Logging goes to a file, so that the terminal is left to the demo.
    private static final String LOGGING = "demo-logback.xml";

    @Option(names = "--weeks", defaultValue = "26", description = "Weeks of history (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(names = "--per-week", defaultValue = "56", description = "Studies a week (default: ${DEFAULT-VALUE}).")
    private int perWeek;

    @Option(names = "--seed", defaultValue = "2026", description = "Of all that is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--port", defaultValue = "8080", description = "Of the service (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            defaultValue = "data/demo",
            description = "Everything is kept here, apart from real data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data/demo");

    @Option(names = "--exit", description = "Stop after the table; the exit code tells whether all worked.")
    private boolean exit;

    @Option(names = "--quiet", description = "Print the table and errors only.")
    private boolean quiet;

    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exitCode = new CommandLine(new Main(out, err)).execute(args);
        // Ends at once, whatever thread of a library is still waiting.
        Runtime.getRuntime().exit(exitCode);
    }

    @Override
    public Integer call() {
        DemoOptions options;
        try {
            options = new DemoOptions(weeks, perWeek, seed, port, data, quiet, exit);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        System.setProperty("vigie.demo.log", options.log().toString());
        System.setProperty("logback.configurationFile", LOGGING);
        var terminal = new Terminal(out, quiet, onTerminal(), InstantSource.system());
        return new Demo(options, terminal, err, InstantSource.system()).run();
    }

    private static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
