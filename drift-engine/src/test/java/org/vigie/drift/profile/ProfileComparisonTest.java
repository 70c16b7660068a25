package org.vigie.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

class ProfileComparisonTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    // ---- laws

    @Property(tries = 300)
    void theValueOnTheDataLiesWithinTheBounds(
            @ForAll @NotEmpty List<@DoubleRange(min = -9, max = 9) Double> first,
            @ForAll @NotEmpty List<@DoubleRange(min = -9, max = 9) Double> second) {
        NumericWindow a = window(first);
        NumericWindow b = window(second);
        NumericProfile p = profile(a, 16);
        NumericProfile q = profile(b, 16);

        SketchedValue d = ProfileDistance.kolmogorovSmirnov(p, q);
        SketchedValue w = ProfileDistance.wasserstein(p, q);

        assertThat(KolmogorovSmirnovTest.statistic(a, b)).isBetween(d.lower() - 1e-12, d.upper() + 1e-12);
        assertThat(WassersteinDistance.between(a, b)).isBetween(w.lower() - 1e-9, w.upper() + 1e-9);
    }

    @Property(tries = 200)
    void divergencesLieWithinTheBoundsOfTheCoarserProfile(
            @ForAll @NotEmpty List<@DoubleRange(min = -9, max = 9) Double> first,
            @ForAll @NotEmpty List<@DoubleRange(min = -9, max = 9) Double> second) {
        // the same bins for both: a reference of nine values is exact at either capacity
        NumericProfile reference = profile(window(first.subList(0, Math.min(9, first.size()))), 16);
        NumericProfile exact = profile(window(second), 4096);
        NumericProfile coarse = profile(window(second), 16);

        SketchedValue psi = ProfileDistance.populationStability(reference, coarse, 4);
        SketchedValue js = ProfileDistance.jensenShannon(reference, coarse, 4);

        assertThat(ProfileDistance.populationStability(reference, exact, 4).value())
                .isBetween(psi.lower() - 1e-9, psi.upper() + 1e-9);
        assertThat(ProfileDistance.jensenShannon(reference, exact, 4).value())
                .isBetween(js.lower() - 1e-9, js.upper() + 1e-9);
    }

    // ---- verdicts

    @Test
    void smallWindowsAreComparedLikeTheWindowsThemselves() {
        NumericWindow a = NumericWindow.of(NumericProfileTest.gaussians(1, 300));
        NumericWindow b = NumericWindow.of(NumericProfileTest.gaussians(2, 60));

        ProfileDrift drift = ProfileComparison.kolmogorovSmirnov(profile(a, 4096), profile(b, 4096), RULE);

        assertThat(drift.statistic().orElseThrow().isExact()).isTrue();
        assertThat(drift.smallestPValue().orElseThrow())
                .isEqualTo(KolmogorovSmirnovTest.pValue(a, b).value());
    }

    @Test
    void aSummaryTooCoarseIsNeitherDriftNorStable() {
        NumericWindow a = NumericWindow.of(NumericProfileTest.gaussians(1, 100_000));
        NumericWindow b = NumericWindow.of(NumericProfileTest.gaussians(2, 100_000));

        ProfileDrift coarse = ProfileComparison.kolmogorovSmirnov(profile(a, 64), profile(b, 64), RULE);
        ProfileDrift fine = ProfileComparison.kolmogorovSmirnov(profile(a, 8192), profile(b, 8192), RULE);

        assertThat(coarse.verdict())
                .isInstanceOfSatisfying(
                        DriftVerdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).startsWith("the summaries are too coarse"));
        assertThat(fine.verdict()).isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void aShiftIsSeenThroughReducedProfiles() {
        double[] values = NumericProfileTest.gaussians(2, 30_000);
        NumericProfile before = NumericProfile.of(NumericProfileTest.gaussians(1, 80_000));
        NumericProfile now =
                NumericProfile.of(Arrays.stream(values).map(x -> x + 0.1).toArray());

        ProfileDrift drift = ProfileComparison.kolmogorovSmirnov(before, now, RULE);

        assertThat(drift.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(drift.smallestPValue())
                .hasValue(ProfileComparison.survival(
                        drift.statistic().orElseThrow().upper(), drift.sizes()));
        assertThat(drift.largestPValue())
                .hasValue(ProfileComparison.survival(
                        drift.statistic().orElseThrow().lower(), drift.sizes()));
    }

    @Test
    void thePValueIsThatOfKolmogorov() {
        // scipy 1.17.1: kstwo.sf(d, round(n m / (n + m)))
        assertThat(ProfileComparison.survival(0.0135, new WindowSizes(20_000, 20_000, 0, 0)))
                .isCloseTo(0.05177037642783333, within(0.05177037642783333 * 1e-3));
        assertThat(ProfileComparison.survival(0.12, new WindowSizes(1_000_000, 200, 0, 0)))
                .isCloseTo(0.005745760601982814, within(0.005745760601982814 * 2e-2));
        assertThat(ProfileComparison.survival(0, new WindowSizes(20, 20, 0, 0))).isEqualTo(1);
        assertThat(ProfileComparison.survival(1, new WindowSizes(2000, 2000, 0, 0)))
                .isZero();
    }

    @Test
    void oneOutlierOfAMillionIsNoDrift() {
        double[] values = NumericProfileTest.gaussians(2, 1000);
        values[0] = 1e6;
        NumericProfile before = NumericProfile.of(NumericProfileTest.gaussians(1, 1000));

        assertThat(ProfileComparison.kolmogorovSmirnov(before, NumericProfile.of(values), RULE)
                        .verdict())
                .isInstanceOf(DriftVerdict.Stable.class);
        assertThat(ProfileDistance.wasserstein(before, NumericProfile.of(values))
                        .value())
                .isCloseTo(1000, within(1.0));
    }

    @Test
    void tooLittleDataIsAVerdict() {
        NumericProfile nothing = NumericProfile.of();
        NumericProfile missing = NumericProfile.of(Double.NaN, Double.NaN);
        NumericProfile some = NumericProfile.of(NumericProfileTest.gaussians(1, 100));

        assertThat(ProfileComparison.kolmogorovSmirnov(some, nothing, RULE).verdict())
                .isInstanceOf(DriftVerdict.Inconclusive.class);
        assertThat(ProfileComparison.kolmogorovSmirnov(missing, some, RULE).statistic())
                .isEmpty();
        assertThatThrownBy(() -> ProfileDistance.wasserstein(some, nothing)).hasMessage("current profile is empty");
        assertThatThrownBy(() -> ProfileDistance.jensenShannon(some, some, 1)).hasMessage("bins 1 < 2");
    }

    @Test
    void missingValuesAreComparedToo() {
        double[] values = NumericProfileTest.gaussians(2, 1000);
        Arrays.fill(values, 0, 300, Double.NaN);
        NumericProfile before = NumericProfile.of(NumericProfileTest.gaussians(1, 1000));

        assertThat(ProfileComparison.missing(before, NumericProfile.of(values), RULE)
                        .verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
    }

    // ---- categories

    @Test
    void exactCountsAreComparedLikeTheWindowsThemselves() {
        List<String> before = labels(500, 5);
        List<String> now = labels(200, 3);

        assertThat(ProfileComparison.chiSquare(CategoricalProfile.of(before), CategoricalProfile.of(now), RULE)
                        .pValue())
                .isEqualTo(ChiSquareHomogeneityTest.test(CategoricalWindow.of(before), CategoricalWindow.of(now), RULE)
                        .pValue());
    }

    @Test
    void countsFromASketchAreNoBasis() {
        CategoricalProfile many = CategoricalProfile.of(labels(5_000, 900), 8);

        assertThat(many.error()).isPositive();
        assertThat(ProfileComparison.chiSquare(many, many, RULE).verdict())
                .isInstanceOfSatisfying(
                        DriftVerdict.Inconclusive.class,
                        verdict -> assertThat(verdict.reason()).startsWith("the summaries are too coarse"));
    }

    @Test
    void suppressedCategoriesAreComparedAsOne() {
        List<String> before = new java.util.ArrayList<>(labels(400, 4));
        before.addAll(labels(12, 12).stream().map(label -> "rare" + label).toList());
        CategoricalProfile reference = CategoricalProfile.of(before).withoutRare(5);
        CategoricalProfile same = CategoricalProfile.of(before).withoutRare(5);
        CategoricalProfile grown = CategoricalProfile.of(IntStream.range(0, 3)
                        .boxed()
                        .flatMap(i -> before.stream())
                        .toList())
                .merge(CategoricalProfile.of(Collections.nCopies(600, "rare1")));

        assertThat(reference.suppressed()).isEqualTo(12);
        assertThat(ProfileComparison.chiSquare(reference, same, RULE).verdict())
                .isInstanceOf(DriftVerdict.Stable.class);
        assertThat(ProfileComparison.chiSquare(reference, grown, RULE).verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
    }

    private static List<String> labels(int size, int categories) {
        return IntStream.range(0, size).mapToObj(i -> "c" + i % categories).toList();
    }

    private static NumericWindow window(List<Double> values) {
        return NumericWindow.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static NumericProfile profile(NumericWindow window, int capacity) {
        return NumericProfile.builder(capacity).addAll(window.sorted()).build();
    }
}
