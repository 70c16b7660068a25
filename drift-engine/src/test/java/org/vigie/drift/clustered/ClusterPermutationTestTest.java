package org.vigie.drift.clustered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.clustered.ClusterPermutationTest.WindowStatistic;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.NumericWindow;

class ClusterPermutationTestTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);
    private static final WindowStatistic MEANS = (reference, current) -> Math.abs(mean(reference) - mean(current));

    /// Thirty clusters of five with intraclass correlation 0.5: the golden vector of 24 % for Kolmogorov–Smirnov.
    @Test
    void keepsItsLevelWhereCasesTakenAsIndependentDoNot() {
        var random = new Random(20_261_171);
        int runs = 400;
        int clustered = 0;
        int naive = 0;
        for (int run = 0; run < runs; run++) {
            ClusteredSample reference = sample(random, "r", 30, 5, 0.5, 0);
            ClusteredSample current = sample(random, "c", 30, 5, 0.5, 0);
            clustered += drifted(ClusterPermutationTest.test("means", MEANS, reference, current, RULE)
                            .drift())
                    ? 1
                    : 0;
            naive += drifted(KolmogorovSmirnovTest.test(values(reference), values(current), RULE)) ? 1 : 0;
        }

        assertThat(clustered / (double) runs).isBetween(0.02, 0.08);
        assertThat(naive / (double) runs).isBetween(0.15, 0.33);
    }

    @Test
    void keepsItsLevelWhereScannersStandInBothWindows() {
        var random = new Random(20_261_172);
        int runs = 300;
        int drifted = 0;
        for (int run = 0; run < runs; run++) {
            ClusteredSample reference = sample(random, "s", 12, 5, 0.5, 0);
            ClusteredSample current = sample(random, "s", 12, 8, 0.5, 0);
            drifted += drifted(ClusterPermutationTest.test("means", MEANS, reference, current, RULE)
                            .drift())
                    ? 1
                    : 0;
        }

        assertThat(drifted / (double) runs).isBetween(0.01, 0.08);
    }

    @Test
    void seesAShiftOfAllClusters() {
        var random = new Random(20_261_173);
        var result = ClusterPermutationTest.test(
                "means", MEANS, sample(random, "r", 40, 5, 0.3, 0), sample(random, "c", 40, 5, 0.3, 1), RULE);

        assertThat(result.drift().verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.design().orElseThrow().notable()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        var random = new Random(20_261_174);
        ClusteredSample reference = sample(random, "r", 20, 3, 0.3, 0);
        ClusteredSample current = sample(random, "c", 20, 3, 0.3, 0.3);

        assertThat(ClusterPermutationTest.test("means", MEANS, reference, current, RULE))
                .isEqualTo(ClusterPermutationTest.test("means", MEANS, reference, current, RULE));
    }

    @Test
    void tooFewClustersAreNoVerdict() {
        var random = new Random(20_261_175);
        ClusteredSample reference = sample(random, "r", 3, 20, 0.3, 0);
        ClusteredSample current = sample(random, "c", 3, 20, 0.3, 9);

        assertThat(ClusterPermutationTest.smallestPValue(reference, current)).isCloseTo(1 / 20.0, within(1e-12));
        assertThat(ClusterPermutationTest.test("means", MEANS, reference, current, DecisionRule.atLevel(0.01))
                        .drift()
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "3 clusters in the reference and 3 in the current window allow no p-value below 0.050; "
                                + "5 in each are required at level 0.01",
                        3,
                        5));
        assertThat(ClusterPermutationTest.smallestPValue(reference, reference)).isCloseTo(1 / 8.0, within(1e-12));
    }

    @Test
    void oneClusterAndNoneAreNoVerdict() {
        ClusteredSample none = ClusteredSample.of(new double[0], List.of());
        ClusteredSample one = ClusteredSample.of(new double[] {1, 2, Double.NaN}, List.of("a", "a", "b"));
        assertThat(one.clusters()).isOne();
        assertThat(one.missing()).isOne();
        for (ClusteredSample current : List.of(none, one)) {
            assertThat(ClusterPermutationTest.test("means", MEANS, one, current, RULE.withMinimumObservations(1))
                            .drift()
                            .verdict())
                    .isInstanceOf(DriftVerdict.Inconclusive.class);
        }
    }

    // ---- design effect

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.7})
    void estimatesTheIntraclassCorrelation(double correlation) {
        DesignEffect design = DesignEffect.of(sample(new Random(20_261_176), "r", 2000, 5, correlation, 0))
                .orElseThrow();

        assertThat(design.intraclassCorrelation()).isCloseTo(correlation, within(0.04));
        assertThat(design.designEffect()).isCloseTo(1 + 4 * correlation, within(0.17));
        assertThat(design.effectiveCases()).isCloseTo(10_000 / design.designEffect(), within(1e-9));
    }

    /// Two clusters of two, worked by hand: B = 4, W = 0.5, so that ρ = 3.5/4.5.
    @Test
    void agreesWithAHandWorkedAnalysisOfVariance() {
        DesignEffect design = DesignEffect.of(
                        ClusteredSample.of(new double[] {1, 2, 3, 4}, List.of("a", "a", "b", "b")))
                .orElseThrow();

        assertThat(design.intraclassCorrelation()).isCloseTo(3.5 / 4.5, within(1e-12));
        assertThat(design.note())
                .isEqualTo("4 cases in 2 clusters tell as much as 2 independent ones (design effect 1.8)");
    }

    @Test
    void cannotBeToldFromSinglesOrConstants() {
        assertThat(DesignEffect.of(ClusteredSample.of(new double[] {1, 2}, List.of("a", "b"))))
                .isEmpty();
        assertThat(DesignEffect.of(ClusteredSample.of(new double[] {1, 1, 1}, List.of("a", "a", "b"))))
                .isEmpty();
        assertThat(DesignEffect.of(ClusteredSample.of(new double[] {1, 2, 1, 2}, List.of("a", "a", "b", "b")))
                        .orElseThrow()
                        .note())
                .isEqualTo("4 cases in 2 clusters tell as much as independent ones");
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> ClusteredSample.of(new double[] {1}, List.of()))
                .hasMessage("1 values and 0 clusters");
        assertThatThrownBy(() -> ClusteredSample.of(new double[] {1.0 / 0}, List.of("a")))
                .hasMessage("values[0] is infinite");
    }

    private static boolean drifted(DriftResult result) {
        return result.verdict() instanceof DriftVerdict.Drifted;
    }

    private static NumericWindow values(ClusteredSample sample) {
        return NumericWindow.of(IntStream.range(0, sample.clusters())
                .mapToObj(sample::cluster)
                .flatMapToDouble(Arrays::stream)
                .toArray());
    }

    private static ClusteredSample sample(
            Random random, String prefix, int clusters, int size, double correlation, double shift) {
        double[] values = new double[clusters * size];
        for (int i = 0; i < clusters; i++) {
            double common = Math.sqrt(correlation) * random.nextGaussian();
            for (int j = 0; j < size; j++) {
                values[i * size + j] = shift + common + Math.sqrt(1 - correlation) * random.nextGaussian();
            }
        }
        return ClusteredSample.of(
                values,
                IntStream.range(0, values.length)
                        .mapToObj(i -> prefix + i / size)
                        .collect(Collectors.toList()));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
