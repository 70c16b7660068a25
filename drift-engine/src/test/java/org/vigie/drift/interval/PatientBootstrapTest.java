package org.vigie.drift.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatientBootstrapTest {

    @Test
    void bcaHasTheAccelerationOfEfron() {
        // Efron & Tibshirani (1993), table 14.1: spatial test data A, θ = Σ(a − ā)²/n = 171.5;
        // table 14.2: acceleration 0.061, BCa 90 % from 2000 replicates 115.8 to 259.6, percentile 100.8 to 233.9
        double[] a = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        ToDoubleFunction<int[]> variance = rows -> {
            double mean = Arrays.stream(rows).mapToDouble(i -> a[i]).average().orElse(Double.NaN);
            return Arrays.stream(rows)
                    .mapToDouble(i -> (a[i] - mean) * (a[i] - mean))
                    .average()
                    .orElse(Double.NaN);
        };
        PatientBootstrap bootstrap = PatientBootstrap.ofIndependentRows(26, 20_000, 7);
        BootstrapEstimate bca = bootstrap.estimate(variance, PatientBootstrap.Method.BCA, 0.9);
        BootstrapEstimate percentile = bootstrap.estimate(variance, PatientBootstrap.Method.PERCENTILE, 0.9);

        assertThat(bca.value()).hasValueCloseTo(171.5, within(0.05));
        assertThat(bca.interval().orElseThrow().lower()).isCloseTo(115.8, within(4.0));
        assertThat(bca.interval().orElseThrow().upper()).isCloseTo(259.6, within(6.0));
        assertThat(percentile.interval().orElseThrow().lower()).isCloseTo(100.8, within(4.0));
        assertThat(percentile.interval().orElseThrow().upper()).isCloseTo(233.9, within(4.0));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameWhateverTheThreads(PatientBootstrap.Method method) throws Exception {
        double[] values = new SplittableRandom(3).doubles(60).toArray();
        PatientBootstrap bootstrap = PatientBootstrap.ofIndependentRows(60, 500, 11);
        BootstrapEstimate here = bootstrap.estimate(mean(values), method, 0.95);
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            assertThat(one.submit(() -> bootstrap.estimate(mean(values), method, 0.95))
                            .get())
                    .isEqualTo(here);
            assertThat(four.submit(() -> bootstrap.estimate(mean(values), method, 0.95))
                            .get())
                    .isEqualTo(here);
        }
        assertThat(PatientBootstrap.ofIndependentRows(60, 500, 12).estimate(mean(values), method, 0.95))
                .isNotEqualTo(here);
    }

    @Test
    void coversTheMeanOfPatientsWhoseRowsAreAlike() {
        // 40 patients of 5 rows with correlation 0.9: drawing rows would cover about 65 %
        var random = new SplittableRandom(17);
        int byPatient = 0;
        int byRow = 0;
        for (int run = 0; run < 200; run++) {
            List<Integer> patients = new ArrayList<>();
            double[] values = new double[200];
            for (int p = 0; p < 40; p++) {
                double level = random.nextDouble() - 0.5;
                for (int r = 0; r < 5; r++) {
                    values[patients.size()] = level + 0.3 * (random.nextDouble() - 0.5);
                    patients.add(p);
                }
            }
            byPatient += covers(PatientBootstrap.of(patients, 300, run), values);
            byRow += covers(PatientBootstrap.ofIndependentRows(200, 300, run), values);
        }
        assertThat(byPatient / 200.0).isBetween(0.88, 0.99);
        assertThat(byRow / 200.0).isLessThan(0.75);
    }

    private static int covers(PatientBootstrap bootstrap, double[] values) {
        return bootstrap
                        .estimate(mean(values), PatientBootstrap.Method.PERCENTILE, 0.95)
                        .interval()
                        .orElseThrow()
                        .contains(0)
                ? 1
                : 0;
    }

    @Test
    void aPerfectRecordHasNoIntervalRatherThanOneWithoutWidth() {
        BootstrapEstimate perfect =
                PatientBootstrap.ofIndependentRows(30, 200, 1).estimate(rows -> 1, PatientBootstrap.Method.BCA, 0.95);

        assertThat(perfect.value()).hasValue(1);
        assertThat(perfect.interval()).isEmpty();
        assertThat(perfect.reason()).isEqualTo("all replicates are alike");
    }

    @Test
    void saysWhyThereIsNoInterval() {
        PatientBootstrap one = PatientBootstrap.of(List.of("a", "a", "a"), 200, 1);
        assertThat(one.estimate(rows -> rows.length, PatientBootstrap.Method.BCA, 0.95)
                        .reason())
                .isEqualTo("1 patients, 2 are required");
        PatientBootstrap none = PatientBootstrap.ofIndependentRows(0, 200, 1);
        assertThat(none.estimate(rows -> Double.NaN, PatientBootstrap.Method.BCA, 0.95)
                        .reason())
                .isEqualTo("the statistic has no value");
        // a value only where row 0 was drawn: in about 1 − 1/e of the replicates
        PatientBootstrap ten = PatientBootstrap.ofIndependentRows(10, 1_000, 1);
        BootstrapEstimate rare = ten.estimate(
                rows -> Arrays.stream(rows).anyMatch(i -> i == 0)
                        ? Arrays.stream(rows).sum()
                        : Double.NaN,
                PatientBootstrap.Method.PERCENTILE,
                0.95);
        assertThat(rare.interval()).isEmpty();
        assertThat(rare.withoutValue()).isBetween(250, 450);
        assertThat(rare.reason()).isEqualTo(rare.withoutValue() + " of 1000 replicates have no value");
    }

    @Test
    void rejectsTooFewReplicates() {
        assertThatThrownBy(() -> PatientBootstrap.of(List.of("a"), 99, 1)).hasMessage("replicates 99 < 100");
        assertThatThrownBy(() -> PatientBootstrap.ofIndependentRows(-1, 100, 1)).hasMessage("rows -1 < 0");
    }

    private static ToDoubleFunction<int[]> mean(double[] values) {
        return rows -> IntStream.of(rows).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    }
}
