package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.CategoricalWindow;

class CategoricalTestsTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.01);

    // ---- oracle: SciPy

    static Stream<OracleCase> contingencyTables() {
        return OracleCase.of("scipy_reference", "chi2_contingency");
    }

    static Stream<OracleCase> likelihoodRatios() {
        return OracleCase.of("scipy_reference", "chi2_contingency(lambda_=log-likelihood)");
    }

    /// Two columns with Yates' correction are another statistic, compared in `NannyMlOracleTest`; the plain one lies
    /// above it.
    @ParameterizedTest
    @MethodSource("contingencyTables")
    void chiSquareAgreesWithScipy(OracleCase oracle) {
        BinnedCounts[] rows = rows(oracle);
        double chiSquare = ChiSquareHomogeneityTest.statistic(rows[0], rows[1]);
        int degrees = HomogeneityCounts.occupied(rows[0].toArray(), rows[1].toArray()) - 1;

        assertThat(degrees).isEqualTo(oracle.expected().path("dof").asInt());
        if (oracle.params().path("correction").asBoolean() && degrees == 1) {
            assertThat(chiSquare).isGreaterThan(oracle.expected("statistic"));
        } else {
            assertThat(oracle.agrees("statistic", chiSquare))
                    .as("%s", chiSquare)
                    .isTrue();
            assertThat(oracle.agrees("p_value", upperTail(chiSquare, degrees))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("likelihoodRatios")
    void likelihoodRatioAgreesWithScipy(OracleCase oracle) {
        BinnedCounts[] rows = rows(oracle);
        double g = LikelihoodRatioTest.statistic(rows[0], rows[1]);

        assertThat(oracle.agrees("statistic", g)).as("%s", g).isTrue();
        assertThat(oracle.agrees(
                        "p_value", upperTail(g, oracle.expected().path("dof").asInt())))
                .isTrue();
    }

    @Test
    void allTablesOfTheOracleWereThere() {
        assertThat(contingencyTables()).hasSize(25);
        assertThat(likelihoodRatios()).hasSize(10);
    }

    /// The tables of 2 × 3 with these margins, listed by hand: 10 cards, 4 dealt, of colours 2, 3, 5.
    @Test
    void fisherAddsUpTheTablesAtMostAsProbable() {
        double all = 210; // C(10, 4)
        double observed = 1 * 3 * 5; // C(2, 2) C(3, 1) C(5, 1)
        double sum = 0;
        for (int a = 0; a <= 2; a++) {
            for (int b = 0; b <= 3 && a + b <= 4; b++) {
                double ways = choose(2, a) * choose(3, b) * choose(5, 4 - a - b);
                sum += ways <= observed ? ways : 0;
            }
        }

        BinnedCounts[] rows = rows(new long[] {2, 1, 1}, new long[] {0, 2, 4});
        assertThat(FisherExactTest.pValue(rows[0], rows[1], 0.01, 1).value()).isCloseTo(sum / all, within(1e-12));
        assertThat(FisherExactTest.pValue(rows[0], rows[1], 0.01, 1).method()).isEqualTo(PValueMethod.EXACT);
        assertThat(FisherExactTest.statistic(rows[0], rows[1])).isCloseTo(-Math.log(observed / all), within(1e-12));
    }

    /// Fisher's tea: 3 of 4 right on both sides, p = 34 / 70.
    @Test
    void fisherTastesTea() {
        BinnedCounts[] rows = rows(new long[] {3, 1}, new long[] {1, 3});

        assertThat(FisherExactTest.pValue(rows[0], rows[1], 0.01, 1).value()).isCloseTo(34.0 / 70, within(1e-12));
    }

    @Test
    void fisherRelabelsWhatCannotBeEnumerated() {
        long[] counts = {40, 40, 40, 40, 40, 40};
        BinnedCounts[] rows = rows(counts, counts);

        assertThat(FisherExactTest.pValue(rows[0], rows[1], 0.01, 1).method()).isEqualTo(PValueMethod.RESAMPLED);
        assertThat(FisherExactTest.pValue(rows[0], rows[1], 0.01, 1).value()).isGreaterThan(0.9);
    }

    @Test
    void correctsTheBiasOfCramersV() {
        BinnedCounts[] rows = rows(new long[] {30, 20, 10}, new long[] {20, 20, 20});
        double chiSquare = 2.0 + 0 + 100.0 / 30; // (30 − 25)² / 25 · 2 + (10 − 15)² / 15 · 2
        double phi = chiSquare / 120 - 2.0 / 119;
        double smaller = Math.min(3 - 4.0 / 119, 2 - 1.0 / 119) - 1;

        assertThat(CramersV.corrected(rows[0], rows[1]).value()).isCloseTo(Math.sqrt(phi / smaller), within(1e-12));
    }

    @Test
    void correctedCramersVIsZeroWithoutAndOneWithNothingInCommon() {
        assertThat(CramersV.corrected(
                                rows(new long[] {5, 5}, new long[] {5, 5})[0],
                                rows(new long[] {5, 5}, new long[] {5, 5})[1])
                        .value())
                .isZero();
        BinnedCounts[] apart = rows(new long[] {500, 0}, new long[] {0, 500});
        assertThat(CramersV.corrected(apart[0], apart[1]).value()).isCloseTo(1, within(1e-2));
    }

    /// With two equal categories L∞ is √(χ² / 4 · (1/n + 1/m)), so both p-values agree.
    @Test
    void greatestShareHasTheLawOfItsDifferences() {
        BinnedCounts[] rows = rows(new long[] {500, 500}, new long[] {280, 220});
        double chiSquare = ChiSquareHomogeneityTest.statistic(rows[0], rows[1]);

        assertThat(GreatestShareTest.statistic(rows[0], rows[1])).isCloseTo(0.06, within(1e-12));
        assertThat(GreatestShareTest.pValue(rows[0], rows[1], 0.001, 1).value())
                .isCloseTo(upperTail(chiSquare, 1), within(0.02));
    }

    @Test
    void greatestShareNamesTheCategory() {
        DriftResult result = GreatestShareTest.test(
                window("GE", 300, "PHILIPS", 200, "SIEMENS", 500),
                window("GE", 30, "PHILIPS", 90, "SIEMENS", 180),
                RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.effect().orElseThrow().value()).isCloseTo(-0.2, within(1e-12));
        assertThat(result.effect().orElseThrow().meaning()).contains("'GE'");
    }

    @Test
    void oneUnseenRowIsNotDrift() {
        DriftResult result = UnseenCategoriesTest.test(
                window("GE", 300, "SIEMENS", 200), window("GE", 60, "SIEMENS", 39, "UIH", 1), RULE);

        assertThat(result.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(result.pValue().orElseThrow()).isCloseTo(100.0 / 600, within(0.12));
        assertThat(result.effect().orElseThrow().meaning()).endsWith("UIH");
    }

    @Test
    void aNewScannerIsNamedAndItsShareJudged() {
        CategoricalWindow reference = window("GE", 300, "SIEMENS", 200);
        CategoricalWindow current = window("GE", 50, "SIEMENS", 40, "UIH", 10);
        UnseenCategoriesTest.Rate rate = UnseenCategoriesTest.rate(reference, current);

        assertThat(UnseenCategoriesTest.test(reference, current, RULE).verdict())
                .isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(rate.labels()).containsExactly("UIH");
        assertThat(rate.share().estimate()).hasValue(0.1);
        assertThat(rate.exceeds(0.02, 0.95)).isTrue();
        assertThat(rate.exceeds(0.09, 0.95)).isFalse();
        // Clopper–Pearson of 10 in 100: one-sided lower limit 0.0553, two-sided 0.0490
        assertThat(rate.exceeds(0.052, 0.95)).isTrue();
        assertThatThrownBy(() -> rate.exceeds(1, 0.95)).hasMessage("limit 1.0 is not in [0, 1)");
        assertThatThrownBy(() -> UnseenCategoriesTest.effect(reference, window()))
                .hasMessage("current window is empty");
    }

    @Test
    void threeCategoriesHaveTwoDegrees() {
        DriftResult result = LikelihoodRatioTest.test(
                window("GE", 300, "SIEMENS", 200, "UIH", 100), window("GE", 50, "SIEMENS", 40, "UIH", 30), RULE);

        // χ² of two degrees is exponential
        assertThat(result.pValue()).hasValueCloseTo(Math.exp(-result.value().orElseThrow() / 2), within(1e-12));
    }

    @Test
    void aThinOrEmptyWindowIsInconclusive() {
        CategoricalWindow enough = window("GE", 300, "SIEMENS", 200);
        for (CategoricalWindow thin : List.of(window("GE", 1), window())) {
            for (DriftResult result : List.of(
                    LikelihoodRatioTest.test(enough, thin, RULE),
                    FisherExactTest.test(enough, thin, RULE),
                    GreatestShareTest.test(enough, thin, RULE),
                    UnseenCategoriesTest.test(enough, thin, RULE))) {
                assertThat(result.verdict()).isInstanceOf(DriftVerdict.Inconclusive.class);
            }
        }
    }

    @Test
    void oneCategoryIsStable() {
        for (DriftResult result : List.of(
                LikelihoodRatioTest.test(window("GE", 30), window("GE", 40), RULE),
                FisherExactTest.test(window("GE", 30), window("GE", 40), RULE),
                GreatestShareTest.test(window("GE", 30), window("GE", 40), RULE),
                UnseenCategoriesTest.test(window("GE", 30), window("GE", 40), RULE))) {
            assertThat(result.verdict()).isInstanceOf(DriftVerdict.Stable.class);
            assertThat(result.pValue()).hasValue(1);
        }
    }

    private static double upperTail(double statistic, int degrees) {
        return degrees == 0 ? 1 : ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways *= (double) (n - i) / (i + 1);
        }
        return k < 0 || k > n ? 0 : ways;
    }

    private static BinnedCounts[] rows(OracleCase oracle) {
        CategoricalWindow reference = CategoricalWindow.of(oracle.labels("reference"));
        CategoricalWindow current = CategoricalWindow.of(oracle.labels("current"));
        CategoryBins bins = CategoryBins.covering(reference, current);
        return new BinnedCounts[] {bins.count(reference), bins.count(current)};
    }

    private static BinnedCounts[] rows(long[] reference, long[] current) {
        List<String> labels = Stream.iterate(0, i -> i + 1)
                .limit(reference.length)
                .map(i -> "c" + i)
                .toList();
        CategoryBins bins = new CategoryBins(labels);
        return new BinnedCounts[] {
            new BinnedCounts(bins, Arrays.stream(reference).boxed().toList()),
            new BinnedCounts(bins, Arrays.stream(current).boxed().toList())
        };
    }

    private static CategoricalWindow window(Object... labelsAndCounts) {
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            counts.put((String) labelsAndCounts[i], ((Integer) labelsAndCounts[i + 1]).longValue());
        }
        return new CategoricalWindow(counts, 0);
    }
}
