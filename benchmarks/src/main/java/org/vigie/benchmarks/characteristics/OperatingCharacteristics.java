package org.vigie.benchmarks.characteristics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Writes `docs/statistics/operating-characteristics.md`: the same seeds give the same page on any machine.
public final class OperatingCharacteristics {

    private static final String INTRODUCTION = """
            # Operating characteristics

            What the statistics of `drift-engine` do when nothing changed and when something did, by simulation. The program is
            `org.vigie.benchmarks.characteristics.OperatingCharacteristics`; its seeds are fixed, so that it writes this page again:

            ```
            mvn -pl benchmarks -am package -DskipTests validate exec:exec@characteristics
            ```
            """;

    private OperatingCharacteristics() {}

    /// @param arguments the folder to write to, then the sections to make anew; all when none is named
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path work = Path.of("benchmarks/target/characteristics");
        Map<String, Consumer<Page>> sections = new LinkedHashMap<>();
        sections.put("false-alarms", FalseAlarms::write);
        sections.put("tails", Tails::write);
        sections.put("hospitals", Hospitals::write);
        sections.put("sensitivity", SensitivityAlarms::write);
        sections.put("delays", Delays::write);
        sections.put("coverage", Coverage::write);
        sections.put("comparisons", ComparisonCoverage::write);
        sections.put("anytime", AnytimeCoverage::write);
        Files.createDirectories(work);
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        var text = new StringBuilder(INTRODUCTION);
        for (Map.Entry<String, Consumer<Page>> section : sections.entrySet()) {
            Path part = work.resolve(section.getKey() + ".md");
            if (wanted.isEmpty() || wanted.contains(section.getKey())) {
                var page = new Page(folder.resolve("figures"));
                section.getValue().accept(page);
                Files.writeString(part, page.text());
            }
            text.append(Files.readString(part));
        }
        Files.writeString(folder.resolve("operating-characteristics.md"), text.toString());
    }
}
