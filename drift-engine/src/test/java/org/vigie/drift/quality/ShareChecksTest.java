package org.vigie.drift.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

class ShareChecksTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.01);

    // ---- missing share; expected numbers from scipy 1.17.1, scipy.stats.fisher_exact, two-sided

    @ParameterizedTest
    @CsvSource({
        "3, 97, 9, 91, 0.13376254234859514",
        "0, 1000, 6, 44, 8.660735962097953e-09",
        "10, 90, 0, 30, 0.11534172042285162",
        "0, 50, 0, 50, 1",
        "50, 0, 50, 0, 1"
    })
    void missingShareAgreesWithFishersExactTest(long a, long b, long c, long d, double p) {
        QualityFinding finding = MissingShare.test(a, b, c, d, RULE);

        assertThat(finding.pValue().orElseThrow()).isCloseTo(p, within(p * 1e-9));
    }

    @Test
    void aWindowInWhichAllIsMissingFailsInsteadOfVanishing() {
        assertThat(MissingShare.test(2, 998, 40, 0, RULE).verdict()).isEqualTo(Outcome.FAIL);
        assertThat(MissingShare.within(40, 0, 0.2, RULE).verdict()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void anEmptyWindowCannotBeJudged() {
        assertThat(MissingShare.test(0, 100, 0, 0, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(MissingShare.within(0, 0, 0.2, RULE).reason()).isEqualTo("the current window is empty");
    }

    @Test
    void aLimitIsJudgedByTheIntervalAndNotByTheEstimate() {
        assertThat(MissingShare.within(6, 44, 0.10, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(MissingShare.within(600, 4400, 0.10, RULE).verdict()).isEqualTo(Outcome.FAIL);
        assertThat(MissingShare.within(60, 4940, 0.10, RULE).verdict()).isEqualTo(Outcome.PASS);
        assertThatThrownBy(() -> MissingShare.within(1, 2, 1.5, RULE)).hasMessage("limit 1.5 is not in [0, 1]");
    }

    @Test
    void aboveAMillionTheLawOfChiSquareContinuesTheExactTest() {
        double exact = MissingShare.twoSided(400, 399_600, 460, 399_540);
        double limit = MissingShare.twoSided(600, 599_400, 690, 599_310);

        assertThat(exact).isCloseTo(0.044055708630804005, within(1e-9)); // scipy: fisher_exact
        assertThat(limit).isCloseTo(0.012170727076227355, within(1e-12)); // scipy: chi2_contingency
    }

    // ---- new categories

    @Test
    void oneUnseenRareCategoryIsNamedAndNoAlarm() {
        CategoricalWindow reference =
                labels(IntStream.range(0, 200).mapToObj(i -> "c" + i % 60).toList());
        CategoricalWindow current = labels(Collections.nCopies(39, "c1"), List.of("c99"));

        QualityFinding finding = NewCategories.test(reference, current, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.PASS);
        assertThat(finding.examples()).containsExactly("c99");
        assertThat(finding.value()).isEqualTo(1 / 40.0);
    }

    @Test
    void aNewScannerFails() {
        CategoricalWindow reference = labels(Collections.nCopies(500, "A"), Collections.nCopies(300, "B"));
        CategoricalWindow current = labels(Collections.nCopies(30, "A"), Collections.nCopies(20, "new"));

        QualityFinding finding = NewCategories.test(reference, current, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(finding.reason()).isEqualTo("20 of 50 observations in categories that the reference does not know");
    }

    @Test
    void theMostFrequentNewCategoriesAreNamedFirstAndOnlyTen() {
        var counts = new TreeMap<String, Long>();
        IntStream.range(0, 30).forEach(i -> counts.put("n" + i, (long) i + 1));

        QualityFinding finding =
                NewCategories.test(labels(Collections.nCopies(50, "A")), new CategoricalWindow(counts, 0), RULE);

        assertThat(finding.examples()).hasSize(10).startsWith("n29", "n28");
    }

    @Test
    void aLimitOfZeroAllowsNoNewCategory() {
        CategoricalWindow reference = labels(Collections.nCopies(5, "A"));

        assertThat(NewCategories.within(reference, labels(List.of("B")), 0, RULE)
                        .failed())
                .isTrue();
        assertThat(NewCategories.within(reference, labels(List.of("A")), 0, RULE)
                        .verdict())
                .isEqualTo(Outcome.PASS);
        assertThat(NewCategories.test(labels(List.of()), labels(List.of()), RULE)
                        .verdict())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    // ---- out of range

    @Test
    void asManyAsExpectedLieOutsideTheRangeWithoutAnyChange() {
        assertThat(OutOfRange.expected(1000, 1000)).isCloseTo(2, within(2e-3));
        var random = new SplittableRandom(7);
        double mean = IntStream.range(0, 2_000)
                .map(run -> {
                    NumericWindow reference =
                            NumericWindow.of(random.doubles(50).toArray());
                    return (int) (OutOfRange.test(reference, random.doubles(100).toArray(), RULE)
                                    .value()
                            * 100.5);
                })
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(OutOfRange.expected(50, 100), within(0.3)); // sd of the mean 0.06
    }

    @Test
    void thePValueOfTheRangeIsThatOfAllOrders() {
        // n = 2, m = 2: of the 6 orders 2 have none outside (r c c r: 1) …
        assertThat(OutOfRange.pValue(2, 2, 1)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(OutOfRange.pValue(2, 2, 2)).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(OutOfRange.pValue(2, 2, 0)).isEqualTo(1);
    }

    @Test
    void anOutlierOfAMillionIsReportedByItsPosition() {
        double[] current = new SplittableRandom(1).doubles(100).toArray();
        current[17] = 1e6;
        QualityFinding declared = OutOfRange.declared(current, 0, 1, 0, RULE);

        assertThat(declared.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(declared.examples()).containsExactly("[17]");
        assertThatThrownBy(() -> OutOfRange.declared(current, 2, 1, 0, RULE))
                .hasMessage("lower 2.0 is not at or below upper 1.0");
    }

    @Test
    void constantsAndEmptyWindowsHaveARange() {
        NumericWindow constant = NumericWindow.of(Collections.nCopies(30, 5.0).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        double[] same = constant.sorted();
        double[] other = new double[30];

        assertThat(OutOfRange.test(constant, same, RULE).verdict()).isEqualTo(Outcome.PASS);
        assertThat(OutOfRange.test(constant, other, RULE).verdict()).isEqualTo(Outcome.FAIL);
        assertThat(OutOfRange.test(constant, new double[0], RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(OutOfRange.declared(new double[0], 0, 1, 0, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    // ---- infinities, duplicates

    @Test
    void infinitiesAreCountedAndPlaced() {
        QualityFinding finding = Infinities.check(
                new double[] {1, Double.NEGATIVE_INFINITY, Double.NaN, 1e200, Double.POSITIVE_INFINITY});

        assertThat(finding.value()).isEqualTo(3);
        assertThat(finding.examples()).containsExactly("[1]", "[3]", "[4]");
        assertThat(Infinities.check(new double[] {1}).verdict()).isEqualTo(Outcome.PASS);
    }

    @Test
    void repeatedKeysArePlacedAndNeverShown() {
        QualityFinding finding = Duplicates.keys(List.of("k1", "k2", "k1", "k3", "k1"));

        assertThat(finding.failed()).isTrue();
        assertThat(finding.examples()).containsExactly("[2]", "[4]");
        assertThat(finding.toString()).doesNotContain("k1");
        assertThat(Duplicates.keys(List.of("a", "b")).verdict()).isEqualTo(Outcome.PASS);
    }

    @Test
    void rowsAreEqualWhenAllTheirValuesAre() {
        List<List<Object>> rows = List.of(List.of(1.0, "a"), List.of(1.0, "b"), List.of(1.0, "a"));

        assertThat(Duplicates.rows(rows, 0, RULE).examples()).containsExactly("[2]");
        assertThat(Duplicates.rows(rows, 0.9, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Duplicates.rows(List.of(), 0, RULE).verdict()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    private static CategoricalWindow labels(List<String> labels) {
        return CategoricalWindow.of(labels);
    }

    private static CategoricalWindow labels(List<String> first, List<String> second) {
        return CategoricalWindow.of(
                Stream.concat(first.stream(), second.stream()).toList());
    }
}
