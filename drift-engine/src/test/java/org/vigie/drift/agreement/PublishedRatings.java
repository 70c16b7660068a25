package org.vigie.drift.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Ratings printed in the literature.
final class PublishedRatings {

    private PublishedRatings() {}

    /// Krippendorff (2011), example C; Gwet (2014) uses the same: 12 units, 4 coders, values 1 to 5, gaps.
    static Ratings fourCoders() {
        double gap = Double.NaN;
        double[][] coders = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3},
            {gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap}
        };
        double[][] units = new double[12][4];
        for (int unit = 0; unit < 12; unit++) {
            for (int coder = 0; coder < 4; coder++) {
                units[unit][coder] = coders[coder][unit];
            }
        }
        return Ratings.ofValues(units);
    }

    /// Fleiss (1971): 30 patients, 6 psychiatrists, 5 diagnoses.
    static Ratings psychiatricDiagnoses() {
        return Ratings.of(
                List.of("1", "2", "3", "4", "5"),
                lines("fleiss_1971.csv").stream()
                        .map(line -> Arrays.asList(line.split(",")))
                        .toList());
    }

    /// Dawid and Skene (1979), table 1: 45 patients, 5 observers, the first of whom answered three times.
    static List<ReaderAnswer> anaesthetists() {
        return lines("anaesthetists.csv").stream()
                .filter(line -> !line.startsWith("patient"))
                .map(line -> line.split(","))
                .flatMap(cells -> java.util.stream.IntStream.rangeClosed(1, 5)
                        .boxed()
                        .flatMap(observer -> Arrays.stream(cells[observer].split(" "))
                                .map(answer -> new ReaderAnswer(cells[0], "observer " + observer, answer))))
                .toList();
    }

    private static List<String> lines(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedRatings.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
