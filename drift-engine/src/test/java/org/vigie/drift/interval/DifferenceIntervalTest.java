package org.vigie.drift.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceIntervalTest {

    // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void givesTheFourDigitsOfNewcombesTable(long k1, long n1, long k2, long n2, double lower, double upper) {
        Interval interval = DifferenceInterval.NEWCOMBE.of(new Proportion(k1, n1), new Proportion(k2, n2), 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(5.1e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5.1e-5));
    }

    @Property(tries = 200)
    void exchangingTheSidesTurnsItRound(
            @ForAll DifferenceInterval method, @ForAll @IntRange(max = 30) int k1, @ForAll @IntRange(max = 20) int k2) {
        Proportion first = new Proportion(k1, 30);
        Proportion second = new Proportion(k2, 20);
        Interval one = method.of(first, second, 0.9);
        Interval other = method.of(second, first, 0.9);

        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-12));
        assertThat(one.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(one.upper()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void coversOverAllOutcomes(DifferenceInterval method) {
        // 40 against 25 cases; means over shares from 0.05 to 0.95, all outcomes summed
        double sum = 0;
        int pairs = 0;
        for (double p = 0.05; p < 1; p += 0.1) {
            for (double q = 0.05; q < 1; q += 0.1) {
                sum += coverage(method, p, q);
                pairs++;
            }
        }
        assertThat(sum / pairs).isBetween(0.945, 0.97);
    }

    private static double coverage(DifferenceInterval method, double p, double q) {
        BinomialDistribution first = BinomialDistribution.of(40, p);
        BinomialDistribution second = BinomialDistribution.of(25, q);
        double covered = 0;
        for (int i = 0; i <= 40; i++) {
            for (int j = 0; j <= 25; j++) {
                if (method.of(new Proportion(i, 40), new Proportion(j, 25), 0.95)
                        .contains(p - q)) {
                    covered += first.probability(i) * second.probability(j);
                }
            }
        }
        return covered;
    }

    @ParameterizedTest
    @EnumSource
    void withoutTrialsEverythingIsOpen(DifferenceInterval method) {
        assertThat(method.of(new Proportion(0, 0), new Proportion(3, 4), 0.95)).isEqualTo(new Interval(-1, 1, 0.95));
    }

    @Test
    void waldHasNoWidthAndWithoutTrialsIsOpen() {
        assertThat(WaldInterval.of(new Proportion(3, 3), 0.95)).isEqualTo(new Interval(1, 1, 0.95));
        assertThat(WaldInterval.of(new Proportion(0, 0), 0.95)).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(WaldInterval.ofDifference(new Proportion(0, 0), new Proportion(1, 2), 0.95))
                .isEqualTo(new Interval(-1, 1, 0.95));
    }

    @Test
    void testsOfEqualEdgesFindNothing() {
        assertThat(BinomialTest.pooledPValue(new Proportion(0, 5), new Proportion(0, 7)))
                .isEqualTo(1);
        assertThat(BinomialTest.fisherPValue(new Proportion(5, 5), new Proportion(7, 7)))
                .isEqualTo(1);
        assertThat(BinomialTest.fisherPValue(new Proportion(0, 0), new Proportion(3, 7)))
                .isEqualTo(1);
        assertThat(BinomialTest.pooledZ(new Proportion(0, 0), new Proportion(3, 7)))
                .isZero();
    }

    @Test
    void rejectsAConfidenceThatIsNone() {
        assertThatThrownBy(() -> DifferenceInterval.NEWCOMBE.of(new Proportion(0, 0), new Proportion(0, 0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence 1.0 is not in (0, 1)");
    }
}
