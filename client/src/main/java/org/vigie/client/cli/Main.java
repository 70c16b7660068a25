package org.vigie.client.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.VigieClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `vigie`: one sub-command for each step.
@Command(
        name = "vigie",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "vigie 0.1.0",
        description = "Keeps watch over clinical AI after it goes live. Every command speaks to a running service.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done (studies ingest: the run came to its end; refused files are listed)",
            "  1  the service refused; the reason is printed",
            "  2  wrong usage",
            "  3  the service cannot be reached, or a file cannot be read or written"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SitesCommand.class,
            ModelsCommand.class,
            RolesCommand.class,
            StudiesCommand.class,
            RunsCommand.class,
            PredictionsCommand.class,
            TruthCommand.class,
            PoliciesCommand.class,
            SurveillanceCommand.class,
            DriftCommand.class,
            PerformanceCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            FlagsCommand.class,
            AlertsCommand.class
        })
public final class Main {

    private static final String DEFAULT_URL = "http://127.0.0.1:8080";
    private static final Path DEFAULT_TOKEN_FILE = Path.of("data", "secrets", "admin.token");

    private final Map<String, String> environment;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The service (default: VIGIE_URL, else " + DEFAULT_URL + ").")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "File with the bearer token (default: VIGIE_TOKEN, VIGIE_TOKEN_FILE, else"
                    + " data/secrets/admin.token).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the service's answer as JSON on stdout; progress goes to stderr.")
    private boolean json;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "fr|en",
            description = "Language of messages, and of a report (default: from LANG).")
    private @Nullable String language;

    Main(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(commandLine(System.getenv(), out, err).execute(arguments));
    }

    /// @param environment stands for the process's own, for `VIGIE_URL` and the like
    public static CommandLine commandLine(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        Main main = new Main(environment);
        CommandLine line = new CommandLine(main);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, _) -> main.report(exception, command));
        return line;
    }

    private int report(Exception exception, CommandLine command) throws Exception {
        // complaints need no translation, and the language itself may be what is wrong
        Console console = new Console(command.getOut(), command.getErr(), json, Messages.of("en"));
        return switch (exception) {
            case ProblemException problem -> {
                console.problem(problem.problem());
                yield ExitCode.REFUSED;
            }
            case IOException failure -> {
                console.error(String.valueOf(failure.getMessage()));
                yield ExitCode.UNREACHABLE;
            }
            case UsageException usage -> {
                console.error(String.valueOf(usage.getMessage()));
                yield ExitCode.USAGE;
            }
            default -> throw exception;
        };
    }

    Console console(CommandLine command) {
        return new Console(command.getOut(), command.getErr(), json, Messages.of(language()));
    }

    /// @return `fr` or `en`
    String language() {
        String wanted = language == null
                ? environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", "en"))
                : language;
        String code = wanted.toLowerCase(Locale.ROOT);
        if (language != null && !code.equals("fr") && !code.equals("en")) {
            throw new UsageException("--lang must be fr or en, not '" + language + "'");
        }
        return code.startsWith("fr") ? "fr" : "en";
    }

    VigieClient client() throws IOException {
        URI address = url == null ? URI.create(environment.getOrDefault("VIGIE_URL", DEFAULT_URL)) : url;
        try {
            return new VigieClient(address, token(), Backoff.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--url: " + e.getMessage());
        }
    }

    private String token() throws IOException {
        Path file = tokenFile;
        String direct = environment.get("VIGIE_TOKEN");
        if (file == null && direct != null) {
            return direct.strip();
        }
        if (file == null) {
            String named = environment.get("VIGIE_TOKEN_FILE");
            file = named == null ? DEFAULT_TOKEN_FILE : Path.of(named);
        }
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "no token: " + file + " cannot be read; name one by --token-file, VIGIE_TOKEN_FILE or VIGIE_TOKEN");
        }
        return Files.readString(file).strip();
    }
}
