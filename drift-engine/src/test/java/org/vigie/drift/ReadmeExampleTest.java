package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.drift.interval.ProportionInterval.WILSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.verdict.ThresholdVerdict;

class ReadmeExampleTest {

    @Test
    void theExampleOfTheReadmeDoesWhatItSays() {
        double[] scoresBefore = normal(1, 400, 0);
        double[] scoresNow = normal(2, 80, 1);
        List<String> viewsBefore = List.of("PA", "PA", "AP", "PA", "AP", "PA", "PA", "AP", "PA", "AP", "PA", "PA");
        List<String> viewsNow = List.of("PA", "AP", "PA", "PA", "AP", "PA", "PA", "AP", "PA", "PA");
        StringBuilder out = new StringBuilder();

        // example
        DriftFindings findings = DriftCheck.within(new FalseAlarmBudget(1, 52, 2))
                .withMinimumObservations(8)
                .compare(List.of(
                        StreamComparison.numeric("score", scoresBefore, scoresNow),
                        StreamComparison.categorical("viewPosition", viewsBefore, viewsNow)));
        for (DriftFinding finding : findings.drifted()) {
            out.append(finding.stream()).append(": ").append(finding.verdict());
        }
        ThresholdVerdict sensitivity = ThresholdVerdict.of(new Proportion(18, 20), 0.80, WILSON, 0.95);
        out.append(sensitivity.outcome()); // INCONCLUSIVE
        // end of example

        assertThat(out.toString()).startsWith("score: Drifted[").endsWith("INCONCLUSIVE");
    }

    @Test
    void theReadmeShowsTheCodeThatRan() throws IOException {
        String test = Files.readString(Path.of("src/test/java/org/vigie/drift/ReadmeExampleTest.java"));
        String example = test.substring(
                        test.indexOf("// example\n") + "// example\n".length(),
                        test.indexOf("        // end of example\n"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("README.md"))).contains(example);
    }

    @Test
    void theReadmeNamesOnlyWhatExists() throws IOException {
        Set<String> existing;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            existing = sources.map(source -> source.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("| I want to know"), readme.indexOf("## What decides"));
        List<String> named = Pattern.compile("`(?:\\w+\\.)*(\\w+)`")
                .matcher(table)
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(existing).containsAll(named);
    }

    private static double[] normal(long seed, int size, double mean) {
        var random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray();
    }
}
