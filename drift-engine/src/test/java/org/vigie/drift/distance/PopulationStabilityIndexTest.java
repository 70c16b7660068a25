package org.vigie.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.vigie.drift.distance.PopulationStabilityIndex.between;
import static org.vigie.drift.distance.PopulationStabilityIndex.expectedWithoutDrift;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.window.NumericWindow;

class PopulationStabilityIndexTest {

    // ---- oracle: SciPy, see psi_oracle.py beside the file

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "psi.oracle.csv", numLinesToSkip = 1)
    void agreesWithScipy(String name, String reference, String current, double psi) {
        assertThat(between(counts(reference), counts(current))).isCloseTo(psi, within(1e-14));
    }

    // ---- laws

    @Property
    void isNeverNegative(
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> reference,
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> current) {
        assertThat(between(nonEmpty(reference), nonEmpty(current))).isNotNegative();
    }

    @Property
    void isSymmetric(
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> reference,
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> current) {
        assertThat(between(nonEmpty(reference), nonEmpty(current)))
                .isCloseTo(between(nonEmpty(current), nonEmpty(reference)), within(1e-12));
    }

    @Property
    void doesNotDependOnTheOrderOfBins(
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> reference,
            @ForAll @Size(6) List<@LongRange(max = 1_000_000) Long> current) {
        double psi = between(nonEmpty(reference), nonEmpty(current));
        Collections.reverse(reference);
        Collections.reverse(current);
        assertThat(between(nonEmpty(reference), nonEmpty(current))).isCloseTo(psi, within(1e-12));
    }

    @Test
    void averagesToItsExpectationWhenNothingDrifts() {
        var random = new SplittableRandom(20_261_120);
        QuantileBins bins = QuantileBins.fit(normal(random, 100_000), 10);

        double mean = IntStream.range(0, 4_000)
                .mapToDouble(run -> between(bins.count(normal(random, 2_000)), bins.count(normal(random, 500))))
                .average()
                .orElseThrow();

        double expected = expectedWithoutDrift(bins.count(normal(random, 2_000)), bins.count(normal(random, 500)));
        assertThat(mean).isCloseTo(expected, withinPercentage(3));
    }

    // ---- edge cases

    @Test
    void isFiniteWhenNoBinIsShared() {
        assertThat(between(counts("100 0"), counts("0 100"))).isFinite().isGreaterThan(10);
    }

    @Test
    void rejectsWindowsCountedOverDifferentBins() {
        assertThatThrownBy(() -> between(counts("1 2"), counts("1 2 3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bins differ");
    }

    @Test
    void rejectsAnEmptyWindow() {
        assertThatThrownBy(() -> counts("0 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no observations");
    }

    // ---- fixtures

    private static BinnedCounts counts(String spaced) {
        return counts(Arrays.stream(spaced.split(" ")).map(Long::valueOf).toList());
    }

    private static BinnedCounts counts(List<Long> counts) {
        return new BinnedCounts(
                new QuantileBins(IntStream.range(1, counts.size())
                        .mapToObj(edge -> (double) edge)
                        .toList()),
                counts);
    }

    private static BinnedCounts nonEmpty(List<Long> counts) {
        return counts(counts.stream().map(count -> count + 1).toList());
    }

    private static NumericWindow normal(RandomGenerator random, int size) {
        return NumericWindow.of(
                DoubleStream.generate(random::nextGaussian).limit(size).toArray());
    }
}
