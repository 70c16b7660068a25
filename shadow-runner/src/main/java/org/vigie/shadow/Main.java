package org.vigie.shadow;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.client.VigieClient;
import org.vigie.modelpackage.ExecutionDevice;
import org.vigie.modelpackage.ExecutionTarget;
import org.vigie.modelpackage.GpuUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `vigie runner`.
@Command(
        name = "vigie runner",
        mixinStandardHelpOptions = true,
        version = "vigie runner 0.1.0",
        description = "Takes cases from a service, runs models on them and posts the scores. Any number of runners"
                + " may share one run.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  stopped, or with --once nothing left to do",
            "  1  the service refuses this runner",
            "  2  wrong usage",
            "  3  a GPU was demanded and cannot be used; no token"
        })
public final class Main implements Callable<Integer> {

    static {
        // The service has its own configuration at the usual place, and may lie on the same class path.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/vigie/shadow/logback.xml");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration TOKEN_WAIT = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final PrintWriter err;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The service (default: VIGIE_URL, else http://127.0.0.1:8080).")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the runner's token (default: VIGIE_TOKEN, VIGIE_TOKEN_FILE, else"
                    + " data/secrets/runner.token). Awaited for a minute if it is not there yet.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--device",
            paramLabel = "cpu|gpu|auto",
            defaultValue = "auto",
            description = "gpu never falls back to the CPU (default: ${DEFAULT-VALUE}).")
    private ExecutionTarget.Device device = ExecutionTarget.Device.AUTO;

    @Option(
            names = "--batch",
            defaultValue = "16",
            description = "Images inferred at once (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--threads", description = "Threads for decoding, and for one inference (default: half the cores).")
    private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Model packages (default: runner-cache in VIGIE_DATA_DIR, else data/runner-cache).")
    private @Nullable Path cache;

    @Option(
            names = "--session-mib",
            defaultValue = "2048",
            description = "Loaded models together, by the size of their files (default: ${DEFAULT-VALUE}).")
    private int sessionMebibytes;

    @Option(names = "--once", description = "End when there is nothing to do.")
    private boolean once;

    @Option(names = "--name", description = "What the service shall call this runner (default: the host's name).")
    private @Nullable String name;

    private Main(Map<String, String> environment, PrintWriter err) {
        this.environment = Map.copyOf(environment);
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        System.exit(commandLine(System.getenv(), out, err).execute(arguments));
    }

    /// @param environment stands for the process's own
    static CommandLine commandLine(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main(environment, err));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        ExecutionTarget target = new ExecutionTarget(device, threads);
        RunnerSettings settings = new RunnerSettings(
                name == null ? hostName() : name, target, batch, threads, cache(), (long) sessionMebibytes << 20, once);
        ExecutionDevice found;
        String token;
        try {
            found = ExecutionDevice.of(target);
            token = token();
        } catch (GpuUnavailable e) {
            err.println("vigie runner: --device gpu: " + e.getMessage());
            return 3;
        } catch (IOException e) {
            err.println("vigie runner: " + e.getMessage());
            return 3;
        }
        URI address = url == null ? URI.create(environment.getOrDefault("VIGIE_URL", "http://127.0.0.1:8080")) : url;
        LOG.info("runner {} for {} on {} ({})", settings.name(), address, found.name(), found.executionProvider());
        try (VigieClient client = new VigieClient(address, token, Backoff.DEFAULT)) {
            return run(new RunnerApi(client), settings, found.name());
        }
    }

    /// On SIGTERM and Ctrl-C the leases under way are finished, within reason.
    private int run(RunnerApi api, RunnerSettings settings, String deviceName) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Runner runner = new Runner(api, settings, deviceName, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(runner, ended)));
            int stored = runner.run();
            LOG.info("runner ends, {} results stored", stored);
            return 0;
        } catch (ProblemException e) {
            err.println("vigie runner: " + e.problem());
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private static void stop(Runner runner, CountDownLatch ended) {
        runner.stop();
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("leases not finished in {} s go back to the queue", GRACE.toSeconds());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() throws IOException, InterruptedException {
        String direct = environment.get("VIGIE_TOKEN");
        if (tokenFile == null && direct != null) {
            return direct.strip();
        }
        Path file = tokenFile == null
                ? Path.of(environment.getOrDefault("VIGIE_TOKEN_FILE", "data/secrets/runner.token"))
                : tokenFile;
        long end = System.nanoTime() + TOKEN_WAIT.toNanos();
        while (!Files.isReadable(file) || Files.size(file) == 0) {
            if (System.nanoTime() > end) {
                throw new IOException("no token: " + file + " cannot be read; name one by --token-file");
            }
            Thread.sleep(250);
        }
        return Files.readString(file).strip();
    }

    private Path cache() {
        return cache == null ? Path.of(environment.getOrDefault("VIGIE_DATA_DIR", "data"), "runner-cache") : cache;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "runner";
        }
    }
}
