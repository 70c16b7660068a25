package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.verdict.DriftVerdict;

class DriftCheckTest {

    private static final DriftCheck CHECK = DriftCheck.within(new FalseAlarmBudget(1, 52, 3));

    @Test
    void ranksTheStreamThatMovedFirst() {
        DriftFindings findings = CHECK.compare(List.of(
                StreamComparison.numeric("noise", normal(1, 400, 0), normal(2, 100, 0)),
                StreamComparison.numeric("score", normal(3, 400, 0), normal(4, 100, 1)),
                StreamComparison.categorical("view", Collections.nCopies(200, "PA"), Collections.nCopies(60, "PA")),
                StreamComparison.numeric("thin", normal(5, 400, 0), normal(6, 3, 5))));

        assertThat(findings.ranked())
                .extracting(DriftFinding::stream)
                .containsExactly("score", "noise", "view", "thin");
        assertThat(findings.drifted()).extracting(DriftFinding::stream).containsExactly("score");
        assertThat(findings.inconclusive()).extracting(DriftFinding::stream).containsExactly("thin");
        assertThat(findings.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(findings.levelPerTest()).isEqualTo(1.0 / 52 / 3); // the thin stream takes no share
    }

    @Test
    void effectsSayHowMuchMoved() {
        DriftFinding finding = CHECK.compare(
                        List.of(StreamComparison.numeric("score", normal(3, 4_000, 0), normal(4, 1_000, 1))))
                .ranked()
                .getFirst();

        assertThat(finding.effects())
                .extracting(effect -> effect.name())
                .containsExactly(
                        "Wasserstein distance in reference standard deviations",
                        "largest difference in cumulative share",
                        "Jensen–Shannon distance",
                        "population stability index");
        assertThat(finding.effects().getFirst().value()).isBetween(0.9, 1.1);
    }

    @Test
    void twoEqualStreamsDoubleThePValue() {
        double[] before = normal(1, 400, 0);
        double[] after = normal(2, 100, 0.2);
        DriftFindings findings = CHECK.compare(
                List.of(StreamComparison.numeric("a", before, after), StreamComparison.numeric("b", before, after)));

        assertThat(findings.ranked())
                .allSatisfy(finding -> assertThat(finding.adjustedPValue().orElseThrow())
                        .isEqualTo(Math.min(1, 2 * finding.result().pValue().orElseThrow())));
    }

    /// A reference that trails behind takes a lasting change for the new normal; a fixed one does not.
    @Test
    void aLastingChangeStaysVisibleAgainstAFixedReference() {
        double[] before = normal(1, 400, 0);
        for (int week = 2; week < 8; week++) {
            double[] after = normal(week, 100, 1);

            assertThat(CHECK.compare(List.of(StreamComparison.numeric("score", before, after)))
                            .drifted())
                    .hasSize(1);
            assertThat(CHECK.compare(List.of(StreamComparison.numeric("score", normal(week + 10, 400, 1), after)))
                            .drifted())
                    .isEmpty();
        }
    }

    @Test
    void namesUnseenAndVanishedCategories() {
        DriftFinding finding = CHECK.compare(List.of(StreamComparison.categorical(
                        "softwareVersions", Collections.nCopies(100, "4.1"), Collections.nCopies(40, "5.0"))))
                .ranked()
                .getFirst();

        assertThat(finding.isDrifted()).isTrue();
        assertThat(finding.unseenCategories()).containsExactly("5.0");
        assertThat(finding.vanishedCategories()).containsExactly("4.1");
    }

    @Test
    void aStreamThatGoesMissingIsItselfADrift() {
        double[] gone = new double[40];
        Arrays.fill(gone, Double.NaN);
        DriftFindings findings = CHECK.compare(List.of(StreamComparison.numeric("kVp", normal(1, 400, 0), gone)));

        assertThat(findings.ranked())
                .extracting(DriftFinding::kind, DriftFinding::isDrifted, DriftFinding::isInconclusive)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DriftFinding.Kind.MISSINGNESS, true, false),
                        org.assertj.core.groups.Tuple.tuple(DriftFinding.Kind.NUMERIC, false, true));
    }

    @Test
    void nothingToJudgeIsInconclusive() {
        assertThat(CHECK.compare(List.of()).verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("nothing was compared", 0, 1));
        assertThat(CHECK.compare(List.of(StreamComparison.numeric("score", normal(1, 3, 0), new double[0])))
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 0 observations, 20 are required", 0, 20));
    }

    // ---- theory

    @Test
    void raisesNoMoreFalseAlarmsThanTheFamilyLevel() {
        var random = new SplittableRandom(3);
        DriftCheck check = DriftCheck.atFamilyWiseLevel(0.1);
        int runs = 600;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            List<StreamComparison> streams = new ArrayList<>();
            for (int s = 0; s < 6; s++) {
                streams.add(StreamComparison.numeric("s" + s, normal(random, 200, 0), normal(random, 40, 0)));
            }
            streams.add(StreamComparison.categorical("c", labels(random, 200), labels(random, 40)));
            streams.add(StreamComparison.features("f", vectors(random, 80, 16, 0), vectors(random, 30, 16, 0)));
            alarms += check.withSeed(run).compare(streams).drifted().isEmpty() ? 0 : 1;
        }
        // family-wise level 10 %, binomial standard error 1.2 %
        assertThat((double) alarms / runs).isBetween(0.045, 0.13);
    }

    @Test
    void seesASmallMoveInManyDimensions() {
        var random = new SplittableRandom(4);
        DriftFinding finding = CHECK.compare(List.of(StreamComparison.features(
                        "features", vectors(random, 200, 64, 0), vectors(random, 50, 64, 0.3))))
                .ranked()
                .getFirst();

        assertThat(finding.isDrifted()).isTrue();
        assertThat(finding.effects().getLast().value()).isBetween(0.2, 0.5);
    }

    @Test
    void theSameWindowsGiveTheSameFindings() {
        List<StreamComparison> streams = List.of(
                StreamComparison.features(
                        "f", vectors(new SplittableRandom(1), 50, 8, 0), vectors(new SplittableRandom(2), 30, 8, 0.2)),
                StreamComparison.categorical("c", List.of("a", "b", "a"), List.of("b")));

        assertThat(CHECK.compare(streams)).isEqualTo(CHECK.compare(streams));
    }

    // ---- edge cases

    @Test
    void featuresOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> StreamComparison.features(
                        "features", List.<float[]>of(new float[2]), List.<float[]>of(new float[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream 'features' has 2 dimensions in the reference window and 3 in the current");
    }

    @Test
    void constantFeaturesAreStable() {
        List<float[]> zeros = Collections.nCopies(30, new float[4]);

        assertThat(CHECK.compare(List.of(StreamComparison.features("f", zeros, zeros)))
                        .ranked()
                        .getFirst()
                        .verdict())
                .isEqualTo(new DriftVerdict.Stable(1, 1.0 / 52));
    }

    @Test
    void featuresWithoutDimensionsAreInconclusive() {
        List<float[]> nothing = Collections.nCopies(30, new float[0]);

        assertThat(CHECK.compare(List.of(StreamComparison.features("f", nothing, nothing)))
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("feature vectors have no dimensions", 0, 1));
    }

    @Test
    void rejectsALevelThatIsNoLevel() {
        assertThatThrownBy(() -> DriftCheck.atFamilyWiseLevel(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level 1.0 is not in (0, 1)");
    }

    // ---- fixtures

    private static double[] normal(long seed, int size, double mean) {
        return normal(new SplittableRandom(seed), size, mean);
    }

    private static double[] normal(SplittableRandom random, int size, double mean) {
        return DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray();
    }

    private static List<String> labels(SplittableRandom random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> random.nextDouble() < 0.7 ? "PA" : random.nextDouble() < 0.8 ? "AP" : "LL")
                .toList();
    }

    private static List<float[]> vectors(SplittableRandom random, int size, int dimensions, double mean) {
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    float[] vector = new float[dimensions];
                    for (int k = 0; k < dimensions; k++) {
                        vector[k] = (float) random.nextGaussian(mean, 1);
                    }
                    return vector;
                })
                .toList();
    }
}
