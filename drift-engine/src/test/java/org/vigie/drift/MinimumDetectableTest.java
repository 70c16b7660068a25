package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.window.NumericWindow;

class MinimumDetectableTest {

    @ParameterizedTest(name = "n {0}, m {1}, level {2}")
    @CsvSource({"1000, 200, 0.05", "60, 60, 0.05", "300, 20, 0.001", "3000, 3000, 0.01"})
    void aShiftOfThatSizeIsFoundInFourOfFiveWindows(int n, int m, double level) {
        var random = new SplittableRandom(2);
        NumericWindow known = normal(random, n, 0);
        double shift = MinimumDetectable.meanShift(known, m, level, 1).orElseThrow() * known.standardDeviation();
        double critical = KolmogorovSmirnovTest.criticalValue(n, m, level).orElseThrow() - 1e-12;
        int found = 0;
        for (int run = 0; run < 500; run++) {
            double d = KolmogorovSmirnovTest.statistic(normal(random, n, 0), normal(random, m, shift));
            found += d >= critical ? 1 : 0;
        }
        // binomial standard error 1.8 %; as much again from 400 simulations and from one reference's shape
        assertThat(found / 500.0).isBetween(0.7, 0.9);
    }

    @Test
    void agreesWithSimulatedPower() {
        // simulated elsewhere (SciPy 1.10.1 ks_2samp): 60 % at 0.2 and 92 % at 0.3 standard deviations
        NumericWindow reference = normal(new SplittableRandom(1), 1_000, 0);

        assertThat(MinimumDetectable.meanShift(reference, 200, 0.05, 1).orElseThrow())
                .isBetween(0.2, 0.3);
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
}
