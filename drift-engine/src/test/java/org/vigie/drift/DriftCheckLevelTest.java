package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// False alarms of the default on one column in which nothing changed: 0.5 to 1.5 times nominal.
class DriftCheckLevelTest {

    private static final double LEVEL = 0.1;
    private static final int RUNS = 700;
    private static final DriftCheck CHECK = DriftCheck.atFamilyWiseLevel(LEVEL);

    /// The standard error is 1.1 %, so that a true share of 0.8 to 1.2 times nominal is within the bounds.
    @ParameterizedTest(name = "{2}, n {0}, m {1}")
    @CsvSource({
        "200, 20, CONTINUOUS",
        "1000, 50, CONTINUOUS",
        "2000, 200, CONTINUOUS",
        "1000, 50, ROUNDED",
        "300, 30, LABELS",
        "1000, 200, LABELS"
    })
    void aColumnThatDidNotChangeAlarmsAsOftenAsAgreed(int n, int m, Column column) {
        var random = new SplittableRandom(20_261_121);
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            alarms += CHECK.withSeed(run)
                            .compare(List.of(column.compare(random, n, m)))
                            .drifted()
                            .isEmpty()
                    ? 0
                    : 1;
        }

        assertThat((double) alarms / RUNS).isBetween(0.5 * LEVEL, 1.5 * LEVEL);
    }

    enum Column {
        CONTINUOUS {
            @Override
            StreamComparison compare(SplittableRandom random, int n, int m) {
                return StreamComparison.numeric("x", normal(random, n), normal(random, m));
            }
        },
        /// Ages in years.
        ROUNDED {
            @Override
            StreamComparison compare(SplittableRandom random, int n, int m) {
                return StreamComparison.numeric("x", years(random, n), years(random, m));
            }
        },
        LABELS {
            @Override
            StreamComparison compare(SplittableRandom random, int n, int m) {
                return StreamComparison.categorical("x", labels(random, n), labels(random, m));
            }
        };

        abstract StreamComparison compare(SplittableRandom random, int n, int m);

        private static double[] normal(SplittableRandom random, int size) {
            double[] values = new double[size];
            Arrays.setAll(values, i -> random.nextGaussian());
            return values;
        }

        private static double[] years(SplittableRandom random, int size) {
            double[] values = new double[size];
            Arrays.setAll(values, i -> Math.rint(random.nextGaussian(60, 12)));
            return values;
        }

        private static List<String> labels(SplittableRandom random, int size) {
            return IntStream.range(0, size)
                    .mapToObj(i -> random.nextDouble() < 0.6 ? "PA" : random.nextDouble() < 0.7 ? "AP" : "LL")
                    .toList();
        }
    }
}
