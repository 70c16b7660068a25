package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.CategoricalWindow;

class ChiSquareHomogeneityOracleTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "chi_square.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithScipy(String name, String reference, String current, double chiSquare, double p) {
        BinnedCounts r = counts(reference);
        BinnedCounts c = counts(current);
        PValue pValue = ChiSquareHomogeneityTest.pValue(r, c, 0.01, 1);

        assertThat(ChiSquareHomogeneityTest.statistic(r, c)).isCloseTo(chiSquare, within(1e-9 * chiSquare + 1e-12));
        if (pValue.method() == PValueMethod.LIMIT) {
            assertThat(pValue.value()).isCloseTo(p, within(1e-9 * p));
        }
    }

    @Test
    void smallCountsGetFishersExactPValue() {
        // scipy 1.10.1: fisher_exact([[5, 5], [9, 1]]) = 0.14086687306501547; χ² orders these tables alike
        PValue p = ChiSquareHomogeneityTest.pValue(counts("5 5"), counts("9 1"), 0.00002, 1);

        assertThat(p.method()).isEqualTo(PValueMethod.RESAMPLED);
        // stopped at 20 exceedances: relative standard error 1/√20; averaged over 400 seeds 1.1 %
        double mean = IntStream.range(0, 400)
                .mapToDouble(seed -> ChiSquareHomogeneityTest.pValue(counts("5 5"), counts("9 1"), 0.01, seed)
                        .value())
                .average()
                .orElseThrow();
        // the mean of h / l at a stopped h overstates p by 1/(h − 1)
        assertThat(mean).isCloseTo(0.14086687306501547 * 20 / 19, within(0.006));
    }

    // ---- laws

    @Property
    void isSymmetricAndDoesNotDependOnTheOrderOfCategories(
            @ForAll @Size(5) List<@LongRange(max = 50) Long> reference,
            @ForAll @Size(5) List<@LongRange(max = 50) Long> current) {
        double statistic = ChiSquareHomogeneityTest.statistic(nonEmpty(reference), nonEmpty(current));

        assertThat(ChiSquareHomogeneityTest.statistic(nonEmpty(current), nonEmpty(reference)))
                .isCloseTo(statistic, within(1e-9));
        assertThat(ChiSquareHomogeneityTest.statistic(nonEmpty(reversed(reference)), nonEmpty(reversed(current))))
                .isCloseTo(statistic, within(1e-9));
    }

    @Property
    void cramersVIsAShare(
            @ForAll @Size(4) List<@LongRange(max = 50) Long> reference,
            @ForAll @Size(4) List<@LongRange(max = 50) Long> current) {
        assertThat(ChiSquareHomogeneityTest.cramersV(nonEmpty(reference), nonEmpty(current))
                        .value())
                .isBetween(0.0, 1.0);
    }

    // ---- theory

    @ParameterizedTest(name = "m {0}")
    @ValueSource(ints = {20, 60, 400})
    void falseAlarmsAreAsManyAsTheLevelSays(int m) {
        var random = new SplittableRandom(99);
        int runs = 3_000;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            PValue p = ChiSquareHomogeneityTest.pValue(draw(random, 500), draw(random, m), 0.05, run);
            alarms += p.value() <= 0.05 ? 1 : 0;
        }
        // binomial standard error 0.4 %
        assertThat((double) alarms / runs).isBetween(0.03, 0.062);
    }

    // ---- edge cases

    @Test
    void aCategoryUnseenInTheReferenceIsNotACertainty() {
        DriftResult result = ChiSquareHomogeneityTest.test(
                window("a", 300, "b", 200), window("a", 60, "b", 39, "zz", 1), DecisionRule.atLevel(0.01));

        assertThat(result.method()).hasValue(PValueMethod.RESAMPLED);
        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void windowsThatShareNoCategoryDrifted() {
        DriftResult result = ChiSquareHomogeneityTest.test(
                window("a", 30, "b", 20), window("c", 10, "d", 15), DecisionRule.atLevel(0.01));

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.effect())
                .hasValueSatisfying(v -> assertThat(v.value()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void oneCategoryInBothIsStable() {
        DriftResult result =
                ChiSquareHomogeneityTest.test(window("a", 30), window("a", 25), DecisionRule.atLevel(0.01));

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.01));
        assertThat(result.value()).hasValue(0);
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        var rule = DecisionRule.atLevel(0.01).withSeed(5);

        assertThat(ChiSquareHomogeneityTest.test(window("a", 30, "b", 2), window("a", 25, "b", 4), rule))
                .isEqualTo(ChiSquareHomogeneityTest.test(window("a", 30, "b", 2), window("a", 25, "b", 4), rule));
    }

    @Test
    void aLevelThatRelabellingCannotReachIsInconclusive() {
        DriftResult result = ChiSquareHomogeneityTest.test(
                window("a", 30, "b", 2), window("a", 25, "b", 4), DecisionRule.atLevel(1e-7));

        // smallest expected count 6 · 29/61 = 2.85: windows of 51 would have 5
        assertThat(result.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive(
                        "expected counts below 5 need relabelling, which cannot reach the level 1.0E-7", 29, 51));
    }

    @Test
    void anEmptyWindowIsTooLittle() {
        assertThat(ChiSquareHomogeneityTest.test(
                                window("a", 30), CategoricalWindow.of(List.of()), DecisionRule.atLevel(0.01))
                        .verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 0 observations, 20 are required", 0, 20));
    }

    @Test
    void rejectsDifferentBins() {
        assertThatThrownBy(() -> ChiSquareHomogeneityTest.statistic(counts("1 2"), counts("1 2 3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bins differ");
    }

    // ---- fixtures

    private static BinnedCounts draw(SplittableRandom random, int size) {
        long[] counts = new long[4];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            counts[u < 0.6 ? 0 : u < 0.85 ? 1 : u < 0.97 ? 2 : 3]++;
        }
        return counts(Arrays.stream(counts).boxed().toList());
    }

    private static BinnedCounts counts(String spaced) {
        return counts(Stream.of(spaced.split(" ")).map(Long::valueOf).toList());
    }

    private static BinnedCounts counts(List<Long> counts) {
        return new BinnedCounts(
                new CategoryBins(IntStream.range(0, counts.size())
                        .mapToObj(i -> "c" + (100 + i))
                        .toList()),
                counts);
    }

    private static BinnedCounts nonEmpty(List<Long> counts) {
        return counts(counts.stream().map(count -> count + 1).toList());
    }

    private static List<Long> reversed(List<Long> counts) {
        var reversed = new java.util.ArrayList<>(counts);
        Collections.reverse(reversed);
        return reversed;
    }

    private static CategoricalWindow window(Object... labelsAndCounts) {
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            counts.put((String) labelsAndCounts[i], ((Integer) labelsAndCounts[i + 1]).longValue());
        }
        return new CategoricalWindow(counts, 0);
    }
}
