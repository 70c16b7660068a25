package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.distance.EnergyDistance;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.hypothesis.BrunnerMunzelTest;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.hypothesis.CramerVonMisesTest;
import org.vigie.drift.hypothesis.FisherExactTest;
import org.vigie.drift.hypothesis.GreatestShareTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.hypothesis.LeveneTest;
import org.vigie.drift.hypothesis.LikelihoodRatioTest;
import org.vigie.drift.hypothesis.MannWhitneyTest;
import org.vigie.drift.hypothesis.UnseenCategoriesTest;
import org.vigie.drift.hypothesis.WelchTest;
import org.vigie.drift.multivariate.FeatureDriftTest;
import org.vigie.drift.multivariate.FrechetDistance;
import org.vigie.drift.multivariate.HotellingTest;
import org.vigie.drift.multivariate.LinearTimeMmd;
import org.vigie.drift.multivariate.MaximumMeanDiscrepancy;
import org.vigie.drift.multivariate.ReconstructionErrorTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// Every test of two windows, given every pair of windows that nobody wishes for: each answers with a verdict, and
/// no number in it is `NaN` or infinite.
class AwkwardWindowsTest {

    private static final double LEVEL = 0.05;

    @FunctionalInterface
    private interface Judge<W> {
        DriftResult test(W reference, W current, DecisionRule rule);
    }

    private static final Map<String, Judge<NumericWindow>> NUMERIC = Map.ofEntries(
            Map.entry("Kolmogorov–Smirnov", KolmogorovSmirnovTest::test),
            Map.entry("Anderson–Darling", AndersonDarlingTest::test),
            Map.entry("Cramér–von Mises", CramerVonMisesTest::test),
            Map.entry("Mann–Whitney", MannWhitneyTest::test),
            Map.entry("Brunner–Munzel", BrunnerMunzelTest::test),
            Map.entry("Welch", WelchTest::test),
            Map.entry("Levene", LeveneTest::test),
            Map.entry("Wasserstein", WassersteinDistance::test),
            Map.entry("energy", EnergyDistance::test),
            Map.entry("Jensen–Shannon", JensenShannonDistance::test),
            Map.entry("stability index", PopulationStabilityIndex::test));

    private static final Map<String, Judge<CategoricalWindow>> CATEGORICAL = Map.of(
            "χ²", ChiSquareHomogeneityTest::test,
            "G", LikelihoodRatioTest::test,
            "Fisher", FisherExactTest::test,
            "greatest share", GreatestShareTest::test,
            "unseen", UnseenCategoriesTest::test,
            "Jensen–Shannon", JensenShannonDistance::test,
            "stability index", PopulationStabilityIndex::test);

    private static final Map<String, Judge<FeatureWindow>> FEATURES = Map.of(
            "five questions", FeatureDriftTest::test,
            "MMD", MaximumMeanDiscrepancy::test,
            "linear MMD", LinearTimeMmd::test,
            "Fréchet", FrechetDistance::test,
            "Hotelling", HotellingTest::test,
            "reconstruction", ReconstructionErrorTest::test);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void numbers(int minimum) {
        judgeAll(NUMERIC, awkwardNumbers(), rule(minimum));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void labels(int minimum) {
        judgeAll(CATEGORICAL, awkwardLabels(), rule(minimum));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void vectors(int minimum) {
        judgeAll(FEATURES, awkwardVectors(), rule(minimum));
    }

    @Test
    void aCheckOfThemAll() {
        List<StreamComparison> streams = new ArrayList<>();
        List<double[]> numbers = numbersOf();
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = 0; j < numbers.size(); j++) {
                streams.add(StreamComparison.numeric(i + " and " + j, numbers.get(i), numbers.get(j)));
            }
        }
        DriftFindings findings = DriftCheck.atFamilyWiseLevel(LEVEL).compare(streams);

        assertThat(findings.ranked()).hasSizeGreaterThanOrEqualTo(streams.size());
        assertThat(findings.ranked()).allSatisfy(finding -> sound(finding.stream(), finding.result()));
    }

    // ---- the windows

    private static List<double[]> numbersOf() {
        var random = new SplittableRandom(7);
        double[] normal = random.doubles(40).toArray();
        double[] missing = new double[30];
        Arrays.fill(missing, Double.NaN);
        double[] constant = new double[30];
        Arrays.fill(constant, 5);
        double[] almost = constant.clone();
        almost[0] = Math.nextUp(5);
        double[] outlier = normal.clone();
        outlier[3] = 1e6;
        double[] huge = Arrays.stream(normal).map(x -> (x - 0.5) * 1e150).toArray();
        double[] tiny = Arrays.stream(normal).map(x -> x * 1e-300).toArray();
        double[] two = Arrays.stream(normal).map(Math::rint).toArray();
        double[] far = Arrays.stream(normal).map(x -> 1e15 + x).toArray();
        return List.of(
                new double[0],
                new double[] {3},
                new double[] {3, 3},
                new double[] {1, 2},
                missing,
                new double[30],
                constant,
                almost,
                normal,
                outlier,
                huge,
                tiny,
                two,
                far);
    }

    private static List<NumericWindow> awkwardNumbers() {
        return numbersOf().stream().map(NumericWindow::of).toList();
    }

    private static List<CategoricalWindow> awkwardLabels() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add("c" + i);
        }
        return List.of(
                CategoricalWindow.of(List.of()),
                CategoricalWindow.of(List.of("a")),
                CategoricalWindow.of(Collections.nCopies(30, "a")),
                CategoricalWindow.of(Collections.nCopies(30, "b")),
                CategoricalWindow.of(Collections.nCopies(30, " ")),
                CategoricalWindow.of(many),
                new CategoricalWindow(new TreeMap<>(Map.of("a", 100_000L, "b", 1L)), 0),
                new CategoricalWindow(new TreeMap<>(Map.of("a", 29L, "b", 1L, "c", 12L)), 5));
    }

    private static List<FeatureWindow> awkwardVectors() {
        var random = new SplittableRandom(8);
        List<float[]> constant = Collections.nCopies(30, new float[] {1, 2, 3});
        List<float[]> copies = new ArrayList<>();
        List<float[]> wide = new ArrayList<>();
        List<float[]> huge = new ArrayList<>();
        List<float[]> missing = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            float x = random.nextFloat();
            copies.add(new float[] {x, x, x});
            wide.add(new float[] {x, random.nextFloat(), random.nextFloat(), random.nextFloat()});
            huge.add(new float[] {x * 1e38f, -x * 1e38f, x * 1e-38f});
            missing.add(new float[] {x, Float.NaN, 1});
        }
        return List.of(
                FeatureWindow.of(List.of()),
                FeatureWindow.of(List.of(new float[] {1, 2, 3})),
                FeatureWindow.of(constant),
                FeatureWindow.of(copies),
                FeatureWindow.of(wide),
                FeatureWindow.of(huge),
                FeatureWindow.of(missing),
                FeatureWindow.of(Collections.nCopies(30, new float[0])));
    }

    // ---- what is asked of each answer

    private static DecisionRule rule(int minimum) {
        return DecisionRule.atLevel(LEVEL).withMinimumObservations(minimum);
    }

    private static <W> void judgeAll(Map<String, Judge<W>> judges, List<W> windows, DecisionRule rule) {
        judges.forEach((name, judge) -> {
            for (int i = 0; i < windows.size(); i++) {
                for (int j = 0; j < windows.size(); j++) {
                    String which = name + ", windows " + i + " and " + j;
                    W reference = windows.get(i);
                    W current = windows.get(j);
                    assertThatCode(() -> sound(which, judge.test(reference, current, rule)))
                            .as(which)
                            .doesNotThrowAnyException();
                    if (i == j) {
                        assertThat(judge.test(reference, current, rule).verdict())
                                .as(which)
                                .isNotInstanceOf(DriftVerdict.Drifted.class);
                    }
                }
            }
        });
    }

    private static void sound(String which, DriftResult result) {
        result.value().ifPresent(value -> assertThat(value).as(which).isFinite());
        result.pValue().ifPresent(p -> assertThat(p).as(which).isBetween(0.0, 1.0));
        result.threshold()
                .ifPresent(threshold -> assertThat(threshold).as(which).isFinite());
        if (result.verdict() instanceof DriftVerdict.Inconclusive inconclusive) {
            assertThat(inconclusive.reason()).as(which).isNotBlank();
        } else {
            assertThat(result.pValue()).as(which).isPresent();
        }
    }
}
