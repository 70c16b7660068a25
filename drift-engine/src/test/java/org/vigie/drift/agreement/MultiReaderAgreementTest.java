package org.vigie.drift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.drift.agreement.Agreement.Estimated;
import org.vigie.drift.agreement.Agreement.Undefined;

class MultiReaderAgreementTest {

    // ---- published values

    /// Gwet (2014), 4 raters, 12 subjects, 5 categories: values as the package irrCAC prints them.
    @Test
    void agreesWithGwetsExample() {
        Estimated percent = estimated(MultiReaderAgreement.PERCENT, Weights.IDENTITY);
        Estimated fleiss = estimated(MultiReaderAgreement.FLEISS_KAPPA, Weights.IDENTITY);
        Estimated ac1 = estimated(MultiReaderAgreement.GWET_AC, Weights.IDENTITY);
        Estimated ac2 = estimated(MultiReaderAgreement.GWET_AC, Weights.QUADRATIC);

        assertThat(percent.value()).isCloseTo(0.81818, within(5e-6));
        assertThat(fleiss.value()).isCloseTo(0.76117, within(5e-6));
        assertThat(fleiss.standardError().orElseThrow()).isCloseTo(0.15302, within(5e-6));
        assertThat(ac1.value()).isCloseTo(0.77544, within(5e-6));
        assertThat(ac1.expected()).isCloseTo(0.19032, within(5e-6));
        assertThat(ac1.standardError().orElseThrow()).isCloseTo(0.14295, within(5e-6));
        assertThat(ac1.interval().orElseThrow().lower()).isCloseTo(0.461, within(5e-4));
        assertThat(ac1.interval().orElseThrow().upper()).isEqualTo(1);
        assertThat(ac2.coefficient()).isEqualTo("Gwet's AC2, quadratic weights");
        assertThat(ac2.value()).isCloseTo(0.914, within(5e-4));
        assertThat(ac2.observed()).isCloseTo(0.97538, within(5e-6));
        assertThat(ac2.expected()).isCloseTo(0.7137, within(5e-5));
        assertThat(ac1.cases()).isEqualTo(11);
    }

    /// Fleiss (1971), 30 patients, 6 psychiatrists: κ and z as R's `irr::kappam.fleiss` prints them.
    @Test
    void agreesWithFleiss() {
        Ratings ratings = PublishedRatings.psychiatricDiagnoses();

        assertThat(MultiReaderAgreement.FLEISS_KAPPA
                        .of(ratings, Weights.IDENTITY, 0.95)
                        .estimate()
                        .orElseThrow())
                .isCloseTo(0.4302445, within(5e-8));
        assertThat(FleissNullTest.z(ratings).orElseThrow()).isCloseTo(17.65183, within(5e-6));
    }

    /// Randolph's examples in statsmodels' tests: fixed margins are Fleiss', free margins Brennan and Prediger's.
    @Test
    void agreesWithRandolph() {
        Ratings two = byCounts(List.of("a", "b"), new int[][] {{7, 1}, {3, 5}});
        Ratings three = byCounts(List.of("a", "b", "c"), new int[][] {{6, 1, 0}, {0, 7, 0}});

        assertThat(value(MultiReaderAgreement.FLEISS_KAPPA, two)).isCloseTo(0.161905, within(5e-7));
        assertThat(value(MultiReaderAgreement.BRENNAN_PREDIGER, two)).isCloseTo(0.214286, within(5e-7));
        assertThat(value(MultiReaderAgreement.FLEISS_KAPPA, three)).isCloseTo(0.708333, within(5e-7));
        assertThat(value(MultiReaderAgreement.BRENNAN_PREDIGER, three)).isCloseTo(0.785714, within(5e-7));
    }

    /// Computed by hand: the paradox 118, 5, 2, 0 and the balanced table 40, 9, 6, 45.
    @Test
    void agreesWithTheTwoReaderTables() {
        Ratings paradox = Ratings.ofTable(List.of("+", "−"), new long[][] {{118, 5}, {2, 0}});
        Ratings balanced = Ratings.ofTable(List.of("+", "−"), new long[][] {{40, 9}, {6, 45}});

        assertThat(value(MultiReaderAgreement.PERCENT, paradox)).isCloseTo(0.944, within(5e-4));
        assertThat(value(MultiReaderAgreement.FLEISS_KAPPA, paradox)).isCloseTo(-0.0288, within(5e-5));
        assertThat(value(MultiReaderAgreement.GWET_AC, paradox)).isCloseTo(0.9408, within(5e-5));
        assertThat(value(MultiReaderAgreement.BRENNAN_PREDIGER, paradox)).isCloseTo(0.888, within(5e-4));
        assertThat(value(MultiReaderAgreement.GWET_AC, balanced)).isCloseTo(0.7007, within(5e-5));
    }

    // ---- laws

    @ParameterizedTest
    @EnumSource
    void fullAgreementIsOne(MultiReaderAgreement coefficient) {
        Ratings ratings = Ratings.of(
                List.of("a", "b"), List.of(List.of("a", "a", "a"), List.of("b", "b", "b"), List.of("a", "a", "a")));

        assertThat(value(coefficient, ratings)).isCloseTo(1, within(1e-12));
    }

    @Property
    void twoReadersAndTwoCategoriesGivePabak(
            @ForAll @LongRange(max = 90) long a,
            @ForAll @LongRange(min = 1, max = 90) long b,
            @ForAll @LongRange(max = 90) long c,
            @ForAll @LongRange(max = 90) long d) {
        Ratings ratings = Ratings.ofTable(List.of("+", "−"), new long[][] {{a, b}, {c, d}});

        assertThat(value(MultiReaderAgreement.BRENNAN_PREDIGER, ratings))
                .isCloseTo(2 * value(MultiReaderAgreement.PERCENT, ratings) - 1, within(1e-12));
    }

    // ---- edge cases

    @Test
    void oneCategoryUsedIsUndefinedForFleissAndOneForGwet() {
        Ratings ratings = Ratings.ofTable(List.of("+", "−"), new long[][] {{0, 0}, {0, 40}});

        assertThat(MultiReaderAgreement.FLEISS_KAPPA.of(ratings, Weights.IDENTITY, 0.95))
                .isEqualTo(new Undefined("Fleiss' κ", "one category only was used, so chance agreement is 1"));
        assertThat(value(MultiReaderAgreement.GWET_AC, ratings)).isEqualTo(1);
        assertThat(MultiReaderAgreement.GWET_AC.of(
                        Ratings.of(List.of("−"), List.of(List.of("−", "−"))), Weights.IDENTITY, 0.95))
                .isEqualTo(new Undefined("Gwet's AC1", "there is one category only"));
    }

    @ParameterizedTest
    @EnumSource
    void oneReaderNoOverlapAndNothingAreUndefined(MultiReaderAgreement coefficient) {
        List<String> categories = List.of("+", "−");
        assertThat(reason(coefficient, Ratings.of(categories, List.of(List.of("+"), List.of("−")))))
                .isEqualTo("it compares at least two readers, there is 1");
        assertThat(reason(coefficient, Ratings.of(categories, List.of(Arrays.asList("+", null)))))
                .isEqualTo("no case was rated by two readers");
        assertThat(reason(coefficient, Ratings.of(categories, List.of(Arrays.asList(null, null)))))
                .isEqualTo("no case was rated by two readers");
        assertThat(reason(coefficient, Ratings.of(categories, List.of())))
                .isEqualTo("it compares at least two readers, there is 0");
    }

    @Test
    void aSingleCaseHasNoStandardError() {
        Estimated one = (Estimated) MultiReaderAgreement.PERCENT.of(
                Ratings.of(List.of("+", "−"), List.of(List.of("+", "−"))), Weights.IDENTITY, 0.95);

        assertThat(one.value()).isZero();
        assertThat(one.standardError()).isEmpty();
        assertThat(one.interval()).isEmpty();
    }

    @Test
    void thereIsNoNullTestWithGaps() {
        assertThat(FleissNullTest.z(PublishedRatings.fourCoders())).isEmpty();
    }

    // ---- fixtures

    private static Estimated estimated(MultiReaderAgreement coefficient, Weights weights) {
        return (Estimated) coefficient.of(PublishedRatings.fourCoders(), weights, 0.95);
    }

    private static double value(MultiReaderAgreement coefficient, Ratings ratings) {
        return coefficient.of(ratings, Weights.IDENTITY, 0.95).estimate().orElseThrow();
    }

    private static String reason(MultiReaderAgreement coefficient, Ratings ratings) {
        return ((Undefined) coefficient.of(ratings, Weights.IDENTITY, 0.95)).reason();
    }

    /// Who said what does not matter to these coefficients, only how many.
    private static Ratings byCounts(List<String> categories, int[][] counts) {
        return Ratings.of(
                categories,
                Arrays.stream(counts)
                        .map(row -> {
                            String[] answers = new String[Arrays.stream(row).sum()];
                            int next = 0;
                            for (int k = 0; k < row.length; k++) {
                                Arrays.fill(answers, next, next + row[k], categories.get(k));
                                next += row[k];
                            }
                            return Arrays.asList(answers);
                        })
                        .toList());
    }
}
