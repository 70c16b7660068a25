package org.vigie.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A service or runner in a JVM of its own, that can be killed as a power cut would.
final class VigieProcess {

    private final Process process;
    private final Path log;

    private VigieProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static VigieProcess start(Path log, Map<String, String> environment, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new VigieProcess(builder.start(), log);
    }

    void demandAlive() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ":\n" + Files.readString(log));
        }
    }

    /// SIGKILL: nothing is closed, nothing is finished.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM.
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
