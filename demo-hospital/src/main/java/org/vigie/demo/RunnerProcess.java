package org.vigie.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The shadow runner in a JVM of its own, as in a hospital.
final class RunnerProcess implements AutoCloseable {
    private static final String HEAP = "-Xmx384m";
    private static final int LAST_LINES = 5;
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path log;

    private RunnerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static RunnerProcess start(DemoOptions options, URI service) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.vigie.shadow.Main",
                        "--url",
                        service.toString(),
                        "--token-file",
                        DemoService.secret(options, "runner.token").toString()))
                .redirectErrorStream(true)
                .redirectOutput(options.runnerLog().toFile())
                .start();
        RunnerProcess runner = new RunnerProcess(process, options.runnerLog());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-runner").unstarted(process::destroy));
        return runner;
    }

    /// @throws DemoException with its last words if it is gone
    void demandAlive() throws IOException, DemoException {
        if (process.isAlive()) {
            return;
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        throw new DemoException("The shadow runner ended with exit code %d: %s"
                .formatted(
                        process.exitValue(),
                        String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
