package org.vigie.drift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.agreement.Agreement.Estimated;
import org.vigie.drift.agreement.Agreement.Undefined;

class CohenKappaTest {

    private static final List<String> ABC = List.of("a", "b", "c");

    // ---- published values

    /// SAS, PROC FREQ, in statsmodels' tests of `cohens_kappa` (BSD-3-Clause), to the four decimals printed there.
    @Test
    void agreesWithSas() {
        Ratings ratings = Ratings.ofTable(ABC, new long[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});

        Estimated plain = estimated(ratings, Weights.IDENTITY);
        assertThat(plain.value()).isCloseTo(0.4842, within(5e-5));
        assertThat(plain.standardError().orElseThrow()).isCloseTo(0.138, within(5e-5));
        assertThat(plain.interval().orElseThrow().lower()).isCloseTo(0.2137, within(5e-5));
        assertThat(plain.interval().orElseThrow().upper()).isCloseTo(0.7547, within(5e-5));
        assertThat(CohenKappa.nullStandardError(ratings, Weights.IDENTITY).orElseThrow())
                .isCloseTo(0.1484, within(5e-5));

        Estimated linear = estimated(ratings, Weights.LINEAR);
        assertThat(linear.value()).isCloseTo(0.4701, within(5e-5));
        assertThat(linear.standardError().orElseThrow()).isCloseTo(0.1457, within(5e-5));
        assertThat(CohenKappa.nullStandardError(ratings, Weights.LINEAR).orElseThrow())
                .isCloseTo(0.1426, within(5e-5));
    }

    /// R, `irr::kappa2` on twenty students, in statsmodels' tests. Neither rater 2 nor rater 3 uses category 5; irr
    /// drops
    /// category 5 for them, so the categories are 1, 2, 3, 4, 6 in that order.
    @Test
    void agreesWithIrr() {
        int[] first = {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4};
        int[] second = {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2};
        String[][] cases = new String[first.length][2];
        for (int i = 0; i < first.length; i++) {
            cases[i][0] = "" + first[i];
            cases[i][1] = "" + second[i];
        }
        Ratings ratings = Ratings.of(
                List.of("1", "2", "3", "4", "6"),
                Arrays.stream(cases).map(Arrays::asList).toList());

        assertThat(estimated(ratings, Weights.IDENTITY).value()).isCloseTo(-0.006289308, within(1e-9));
        assertThat(estimated(ratings, Weights.LINEAR).value()).isCloseTo(0.1459075, within(1e-7));
        assertThat(estimated(ratings, Weights.QUADRATIC).value()).isCloseTo(0.2520325, within(1e-7));
        assertThat(z(ratings, Weights.IDENTITY)).isCloseTo(-0.0604067, within(1e-6));
        assertThat(z(ratings, Weights.LINEAR)).isCloseTo(1.282472, within(1e-6));
        assertThat(z(ratings, Weights.QUADRATIC)).isCloseTo(1.437451, within(1e-6));
    }

    /// Computed by hand: 40, 9, 6, 45.
    @Test
    void agreesWithTheBalancedTable() {
        Ratings ratings = Ratings.ofTable(List.of("+", "−"), new long[][] {{40, 9}, {6, 45}});

        assertThat(estimated(ratings, Weights.IDENTITY).value()).isCloseTo(0.6995, within(5e-5));
    }

    // ---- laws

    @Property
    void doesNotDependOnWhoIsFirst(@ForAll @Size(9) List<@LongRange(max = 30) Long> counts) {
        long[][] table = table(counts);
        long[][] turned = new long[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turned[j][i] = table[i][j];
            }
        }
        for (Weights weights : Weights.values()) {
            Agreement one = CohenKappa.of(Ratings.ofTable(ABC, table), weights, 0.95);
            Agreement other = CohenKappa.of(Ratings.ofTable(ABC, turned), weights, 0.95);
            assertThat(one.estimate().isPresent()).isEqualTo(other.estimate().isPresent());
            one.estimate()
                    .ifPresent(
                            value -> assertThat(other.estimate().orElseThrow()).isCloseTo(value, within(1e-9)));
        }
    }

    @Property
    void weightsMakeNoDifferenceWithTwoCategories(
            @ForAll @LongRange(min = 1, max = 90) long a,
            @ForAll @LongRange(min = 1, max = 90) long b,
            @ForAll @LongRange(min = 1, max = 90) long c,
            @ForAll @LongRange(min = 1, max = 90) long d) {
        Ratings ratings = Ratings.ofTable(List.of("+", "−"), new long[][] {{a, b}, {c, d}});

        double plain = estimated(ratings, Weights.IDENTITY).value();
        assertThat(estimated(ratings, Weights.LINEAR).value()).isCloseTo(plain, within(1e-12));
        assertThat(estimated(ratings, Weights.QUADRATIC).value()).isCloseTo(plain, within(1e-12));
    }

    @Test
    void fullAgreementIsOneWithoutError() {
        Estimated kappa =
                estimated(Ratings.ofTable(ABC, new long[][] {{5, 0, 0}, {0, 6, 0}, {0, 0, 7}}), Weights.QUADRATIC);
        assertThat(kappa.value()).isEqualTo(1);
        assertThat(kappa.standardError().orElseThrow()).isCloseTo(0, within(1e-7));
    }

    // ---- edge cases

    @Test
    void gapsAreLeftOut() {
        Ratings ratings = Ratings.of(
                List.of("+", "−"),
                List.of(
                        Arrays.asList("+", "+"),
                        Arrays.asList("−", "−"),
                        Arrays.asList("+", null),
                        Arrays.asList(null, null)));

        assertThat(estimated(ratings, Weights.IDENTITY).value()).isEqualTo(1);
        assertThat(estimated(ratings, Weights.IDENTITY).cases()).isEqualTo(2);
    }

    @Test
    void oneCategoryOnlyIsUndefined() {
        assertThat(CohenKappa.of(
                        Ratings.ofTable(List.of("+", "−"), new long[][] {{0, 0}, {0, 40}}), Weights.IDENTITY, 0.95))
                .isEqualTo(new Undefined("Cohen's κ", "both readers used one category only, so chance agreement is 1"));
    }

    @Test
    void noOverlapIsUndefined() {
        Ratings ratings = Ratings.of(List.of("+", "−"), List.of(Arrays.asList("+", null), Arrays.asList(null, "−")));

        assertThat(CohenKappa.of(ratings, Weights.IDENTITY, 0.95))
                .isEqualTo(new Undefined("Cohen's κ", "no case was rated by both readers"));
        assertThat(CohenKappa.nullStandardError(ratings, Weights.IDENTITY)).isEmpty();
    }

    @Test
    void threeReadersAreNotTwo() {
        Ratings ratings = Ratings.of(List.of("+", "−"), List.of(List.of("+", "+", "−")));

        assertThat(CohenKappa.of(ratings, Weights.IDENTITY, 0.95))
                .isEqualTo(new Undefined("Cohen's κ", "it compares two readers, there are 3"));
    }

    @Test
    void rejectsAnAnswerThatIsNoCategory() {
        assertThatThrownBy(() -> Ratings.of(List.of("+", "−"), List.of(List.of("+", "?"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("case 0, reader 1: '?' is none of [+, −]");
        assertThatThrownBy(() -> Ratings.of(Collections.nCopies(2, "+"), List.of()))
                .hasMessageStartingWith("categories repeat");
        assertThatThrownBy(() -> Ratings.of(List.of("+"), List.of(List.of("+", "+"), List.of("+"))))
                .hasMessage("case 1 has 1 answers, the first has 2");
    }

    // ---- fixtures

    private static double z(Ratings ratings, Weights weights) {
        return estimated(ratings, weights).value()
                / CohenKappa.nullStandardError(ratings, weights).orElseThrow();
    }

    private static Estimated estimated(Ratings ratings, Weights weights) {
        return (Estimated) CohenKappa.of(ratings, weights, 0.95);
    }

    private static long[][] table(List<Long> counts) {
        long[][] table = new long[3][3];
        for (int i = 0; i < 9; i++) {
            table[i / 3][i % 3] = counts.get(i);
        }
        return table;
    }
}
