package org.vigie.modelpackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// This machine's processor, by name where the system tells it.
final class Processor {

    static final String NAME = name();

    private Processor() {}

    private static String name() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException _) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}
