package org.vigie.drift.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.drift.agreement.Agreement.Undefined;
import org.vigie.drift.interval.Interval;

class KrippendorffAlphaTest {

    // ---- published values

    @Test
    void agreesWithKrippendorffsExample() {
        Ratings ratings = PublishedRatings.fourCoders();

        assertThat(value(KrippendorffAlpha.NOMINAL, ratings)).isCloseTo(0.743, within(5e-4));
        assertThat(value(KrippendorffAlpha.ORDINAL, ratings)).isCloseTo(0.815, within(5e-4));
        assertThat(value(KrippendorffAlpha.INTERVAL, ratings)).isCloseTo(0.849, within(5e-4));
    }

    /// Krippendorff (2011), example A: two observers, ten units, binary, no gaps.
    @Test
    void agreesWithTheBinaryExample() {
        double[] first = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
        double[] second = {1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
        double[][] units = new double[10][];
        for (int i = 0; i < 10; i++) {
            units[i] = new double[] {first[i], second[i]};
        }
        assertThat(value(KrippendorffAlpha.NOMINAL, Ratings.ofValues(units))).isCloseTo(0.095, within(5e-4));
    }

    /// Computed by hand: 118, 5, 2, 0 and 40, 9, 6, 45.
    @Test
    void agreesWithTheTwoReaderTables() {
        assertThat(value(KrippendorffAlpha.NOMINAL, Ratings.ofTable(List.of("+", "−"), new long[][] {{118, 5}, {2, 0}
                })))
                .isCloseTo(-0.0247, within(5e-5));
        assertThat(value(KrippendorffAlpha.NOMINAL, Ratings.ofTable(List.of("+", "−"), new long[][] {{40, 9}, {6, 45}
                })))
                .isCloseTo(0.7008, within(5e-4));
    }

    // ---- laws

    @Property
    void theScaleMakesNoDifferenceWithTwoCategories(@ForAll @Size(24) List<@IntRange(max = 2) Integer> answers) {
        double[][] units = new double[8][3];
        for (int i = 0; i < 24; i++) {
            units[i / 3][i % 3] = answers.get(i) == 2 ? Double.NaN : answers.get(i);
        }
        Ratings ratings = Ratings.ofValues(units);
        Agreement nominal = KrippendorffAlpha.NOMINAL.of(ratings);

        nominal.estimate().ifPresent(alpha -> {
            assertThat(value(KrippendorffAlpha.ORDINAL, ratings)).isCloseTo(alpha, within(1e-9));
            assertThat(value(KrippendorffAlpha.INTERVAL, ratings)).isCloseTo(alpha, within(1e-9));
        });
    }

    @Test
    void readersWhoGuessAreAtZero() {
        var random = new SplittableRandom(1);
        double[][] units = new double[4_000][3];
        for (double[] unit : units) {
            for (int reader = 0; reader < 3; reader++) {
                unit[reader] = random.nextInt(4);
            }
        }
        assertThat(value(KrippendorffAlpha.ORDINAL, Ratings.ofValues(units))).isCloseTo(0, within(0.04));
    }

    @Test
    void theBootstrapIntervalHoldsTheValueAndIsTheSameForTheSameSeed() {
        Ratings ratings = PublishedRatings.psychiatricDiagnoses();
        Interval interval = AgreementBootstrap.interval(ratings, KrippendorffAlpha.NOMINAL::of, 0.95, 500, 3)
                .orElseThrow();

        assertThat(interval.contains(value(KrippendorffAlpha.NOMINAL, ratings))).isTrue();
        assertThat(interval.width()).isBetween(0.1, 0.4);
        assertThat(AgreementBootstrap.interval(ratings, KrippendorffAlpha.NOMINAL::of, 0.95, 500, 3))
                .hasValue(interval);
        assertThat(AgreementBootstrap.interval(ratings, KrippendorffAlpha.NOMINAL::of, 0.95, 500, 4))
                .isNotEqualTo(interval);
    }

    @Test
    void bootstrapIntervalsCoverTheTruth() {
        // two readers who are right with 90 % on two equally frequent categories: Cohen's κ = 2 · 0.82 − 1
        var random = new SplittableRandom(5);
        int runs = 200;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            double[][] units = new double[150][2];
            for (double[] unit : units) {
                int truth = random.nextInt(2);
                unit[0] = random.nextDouble() < 0.9 ? truth : 1 - truth;
                unit[1] = random.nextDouble() < 0.9 ? truth : 1 - truth;
            }
            covered += AgreementBootstrap.interval(
                                    Ratings.ofValues(units),
                                    ratings -> CohenKappa.of(ratings, Weights.IDENTITY, 0.95),
                                    0.95,
                                    200,
                                    run)
                            .orElseThrow()
                            .contains(0.64)
                    ? 1
                    : 0;
        }
        // binomial standard error 1.5 %
        assertThat((double) covered / runs).isBetween(0.89, 0.99);
    }

    // ---- edge cases

    @ParameterizedTest
    @EnumSource
    void oneReaderOneCategoryAndNoOverlapAreUndefined(KrippendorffAlpha alpha) {
        double gap = Double.NaN;
        assertThat(reason(alpha, new double[][] {{1}, {2}})).isEqualTo("it compares at least two readers, there is 1");
        assertThat(reason(alpha, new double[][] {{1, gap}, {gap, 2}})).isEqualTo("no case was rated by two readers");
        assertThat(reason(alpha, new double[][] {{gap, gap}, {gap, gap}}))
                .isEqualTo("no case was rated by two readers");
        assertThat(reason(alpha, new double[][] {{3, 3}, {3, 3}}))
                .isEqualTo("all answers are the same, so chance agreement is 1");
    }

    @Test
    void thereIsNoIntervalWhereMostSamplesHaveNone() {
        Ratings ratings = Ratings.ofValues(new double[][] {{1, 1}, {1, 1}, {1, 2}});

        assertThat(AgreementBootstrap.interval(ratings, KrippendorffAlpha.NOMINAL::of, 0.95, 200, 1))
                .isEmpty();
        assertThat(AgreementBootstrap.interval(
                        Ratings.ofValues(new double[][] {{1, 1}}), KrippendorffAlpha.NOMINAL::of, 0.95, 200, 1))
                .isEmpty();
    }

    @Test
    void rejectsAnInfinity() {
        assertThatThrownBy(() -> Ratings.ofValues(new double[][] {{1, Double.POSITIVE_INFINITY}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("case 0 has the value Infinity");
    }

    // ---- fixtures

    private static double value(KrippendorffAlpha alpha, Ratings ratings) {
        return alpha.of(ratings).estimate().orElseThrow();
    }

    private static String reason(KrippendorffAlpha alpha, double[][] units) {
        return ((Undefined) alpha.of(Ratings.ofValues(units))).reason();
    }
}
