package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.multivariate.FeatureDriftTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

class MinimumDetectableTest {

    @ParameterizedTest(name = "n {0}, m {1}, level {2}")
    @CsvSource({"1000, 200, 0.05", "60, 60, 0.05", "300, 20, 0.001", "1000, 50, 0.0001", "2000, 2000, 0.01"})
    void aShiftOfThatSizeIsFoundInFourOfFiveWindows(int n, int m, double level) {
        var random = new SplittableRandom(2);
        NumericWindow known = normal(random, n, 0);
        double shift = MinimumDetectable.meanShift(known, m, level, 1).orElseThrow() * known.standardDeviation();
        DecisionRule rule = DecisionRule.atLevel(level);
        int found = 0;
        for (int run = 0; run < 500; run++) {
            DriftResult result = AndersonDarlingTest.test(normal(random, n, 0), normal(random, m, shift), rule);
            found += result.verdict() instanceof DriftVerdict.Drifted ? 1 : 0;
        }
        // binomial standard error 1.8 %; more again from 200 draws and from one reference's shape
        assertThat(found / 500.0).isBetween(0.7, 0.9);
    }

    @Test
    void agreesWithSimulatedPower() {
        // simulated (Anderson–Darling): 69 % at 0.2 and 97 % at 0.3 standard deviations
        NumericWindow reference = normal(new SplittableRandom(1), 1_000, 0);

        assertThat(MinimumDetectable.meanShift(reference, 200, 0.05, 1).orElseThrow())
                .isBetween(0.2, 0.25);
    }

    @Test
    void moreCasesRevealSmallerShifts() {
        NumericWindow reference = normal(new SplittableRandom(1), 500, 0);

        assertThat(MinimumDetectable.meanShift(reference, 400, 0.01, 1).orElseThrow())
                .isLessThan(MinimumDetectable.meanShift(reference, 30, 0.01, 1).orElseThrow());
    }

    @Test
    void aConstantReferenceHasNoScaleToShiftOn() {
        assertThat(MinimumDetectable.meanShift(NumericWindow.of(5, 5, 5), 30, 0.01, 1))
                .isEmpty();
        assertThat(MinimumDetectable.meanShift(NumericWindow.of(), 30, 0.01, 1)).isEmpty();
        assertThat(MinimumDetectable.meanShift(NumericWindow.of(1, 2, 3), 0, 0.01, 1))
                .isEmpty();
    }

    @Test
    void windowsThatCannotReachTheLevelDetectNothing() {
        assertThat(MinimumDetectable.meanShift(NumericWindow.of(1, 2, 3), 3, 0.01, 1))
                .isEmpty();
    }

    // ---- labels, missing values, feature vectors

    @ParameterizedTest(name = "n {0}, m {1}, level {2}")
    @CsvSource({"1000, 100, 0.01", "3000, 2000, 0.001", "200, 200, 0.05"})
    void aChangeOfSharesOfThatSizeIsFoundInFourOfFiveWindows(int n, int m, double level) {
        double[] shares = {0.6, 0.25, 0.15};
        var random = new SplittableRandom(3);
        SmallestChange change = MinimumDetectable.of(
                        new StreamComparison.Categorical(
                                "view", Optional.empty(), counted(shares, n), counted(shares, m)),
                        level,
                        1)
                .orElseThrow();
        double[] moved = {
            shares[0] - change.value(), shares[1] + change.value() * 0.625, shares[2] + change.value() * 0.375
        };
        int found = 0;
        for (int run = 0; run < 500; run++) {
            DriftResult result = ChiSquareHomogeneityTest.test(
                    drawn(random, shares, n), drawn(random, moved, m), DecisionRule.atLevel(level));
            found += result.verdict() instanceof DriftVerdict.Drifted ? 1 : 0;
        }

        assertThat(change.measure()).isEqualTo(SmallestChange.Measure.SHARE_LEAVING_THE_COMMONEST_LABEL);
        assertThat(found / 500.0).isBetween(0.7, 0.9);
    }

    @Test
    void aNewLabelOfThatShareIsFoundInFourOfFiveWindows() {
        var always = new CategoricalWindow(new TreeMap<>(Map.of("PA", 500L)), 0);
        var now = new CategoricalWindow(new TreeMap<>(Map.of("PA", 100L)), 0);
        SmallestChange change = MinimumDetectable.of(
                        new StreamComparison.Categorical("view", Optional.empty(), always, now), 0.01, 1)
                .orElseThrow();
        // Fisher: one new label in 100 against 500 has p = 100/600, two 0.0275, three 0.0045
        assertThat(BinomialDistribution.of(100, change.value()).survivalProbability(2))
                .isCloseTo(0.8, within(0.01));
        assertThat(change.measure()).isEqualTo(SmallestChange.Measure.SHARE_OF_A_NEW_LABEL);
    }

    @Test
    void missingValuesAreLabelsToo() {
        SmallestChange never = MinimumDetectable.ofMissingness(new WindowSizes(500, 100, 0, 0), 0.01, 1)
                .orElseThrow();
        SmallestChange often = MinimumDetectable.ofMissingness(new WindowSizes(400, 100, 100, 0), 0.01, 1)
                .orElseThrow();

        assertThat(never.measure()).isEqualTo(SmallestChange.Measure.SHARE_MISSING);
        assertThat(never.value()).isLessThan(often.value()).isBetween(0.03, 0.06);
        assertThat(MinimumDetectable.ofMissingness(new WindowSizes(0, 0, 0, 0), 0.01, 1))
                .isEmpty();
    }

    @Test
    void aShiftOfOneDimensionOfThatSizeIsMostlyFound() {
        var random = new SplittableRandom(4);
        SmallestChange change = MinimumDetectable.of(
                        StreamComparison.features("f", vectors(random, 200, 0), vectors(random, 60, 0)), 0.02, 1)
                .orElseThrow();
        int found = 0;
        for (int run = 0; run < 40; run++) {
            DriftResult result = FeatureDriftTest.test(
                    FeatureWindow.of(vectors(random, 200, 0)),
                    FeatureWindow.of(vectors(random, 60, change.value())),
                    DecisionRule.atLevel(0.02));
            found += result.verdict() instanceof DriftVerdict.Drifted ? 1 : 0;
        }

        // by calculation and not by injection; binomial standard error 6 %
        assertThat(found / 40.0).isBetween(0.6, 0.99);
    }

    @Test
    void emptyWindowsDetectNothing() {
        assertThat(MinimumDetectable.of(StreamComparison.numeric("x", new double[0], new double[5]), 0.05, 1))
                .isEmpty();
    }

    // ---- proportions

    @Test
    void theDropIsTheOneTheBinomialTestFindsInFourOfFive() {
        double drop = MinimumDetectable.drop(0.9, 100, 0.05).orElseThrow();
        // most successes with P(X ≤ c | 0.9) ≤ 0.05 is 84: 0.0399 (scipy 1.10.1 binom.cdf(84, 100, .9))
        assertThat(BinomialDistribution.of(100, 0.9 - drop).cumulativeProbability(84))
                .isCloseTo(0.8, within(1e-6));
        assertThat(drop).isBetween(0.08, 0.1);
    }

    @Test
    void aHandfulOfCasesDetectsNoDrop() {
        // P(X = 0 | 0.5) = 1/16 with four cases
        assertThat(MinimumDetectable.drop(0.5, 4, 0.05)).isEmpty();
        assertThat(MinimumDetectable.drop(0.5, 0, 0.05)).isEmpty();
        assertThat(MinimumDetectable.drop(0.5, 5, 0.05)).isPresent();
    }

    @Test
    void fromCertaintyAnyFailureSpeaksOfADrop() {
        // one failure in 20 suffices; 1 − p²⁰ = 0.8
        assertThat(MinimumDetectable.drop(1, 20, 0.05).orElseThrow())
                .isCloseTo(1 - Math.pow(0.2, 1.0 / 20), within(1e-8));
        assertThat(MinimumDetectable.drop(0, 20, 0.05)).isEmpty();
    }

    @Test
    void rejectsWhatIsNoProportion() {
        assertThatThrownBy(() -> MinimumDetectable.drop(90, 20, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseline 90.0 is not in [0, 1]");
        assertThatThrownBy(() -> MinimumDetectable.drop(0.9, -1, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trials -1 < 0");
        assertThatThrownBy(() -> MinimumDetectable.meanShift(NumericWindow.of(1, 2), -1, 0.05, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currentSize -1 < 0");
        assertThatThrownBy(() -> MinimumDetectable.drop(0.9, 10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level 0.0 is not in (0, 1)");
    }

    private static NumericWindow normal(SplittableRandom random, int size, double mean) {
        return NumericWindow.of(DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray());
    }

    private static CategoricalWindow counted(double[] shares, int size) {
        var counts = new TreeMap<String, Long>();
        for (int k = 0; k < shares.length; k++) {
            counts.put("label " + k, Math.round(shares[k] * size));
        }
        return new CategoricalWindow(counts, 0);
    }

    private static CategoricalWindow drawn(SplittableRandom random, double[] shares, int size) {
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < size; i++) {
            double place = random.nextDouble();
            int k = 0;
            while (k < shares.length - 1 && place >= shares[k]) {
                place -= shares[k++];
            }
            counts.merge("label " + k, 1L, Long::sum);
        }
        return new CategoricalWindow(counts, 0);
    }

    /// Only the first dimension is shifted.
    private static List<float[]> vectors(SplittableRandom random, int size, double shift) {
        return Stream.generate(() -> new float[] {
                    (float) random.nextGaussian(shift, 1), (float) random.nextGaussian(), (float) random.nextGaussian()
                })
                .limit(size)
                .toList();
    }
}
