package org.vigie.drift.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.interval.PairedDifferenceInterval.NEWCOMBE;
import static org.vigie.drift.interval.PairedDifferenceInterval.TANGO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PairedDifferenceIntervalTest {

    // ---- oracle

    // Python 3.11, the formula of method 10 written out with z = 1.959963984540054
    @ParameterizedTest
    @CsvSource(textBlock = """
                    36, 2, 12, 0,       0.2,                   0.05692958400323869,  0.3404276029749407
                    36, 0, 14, 0,       0.28,                  0.1528395178558573,   0.41665123695956563
                    54, 0, 0, 0,        0,                    -0.06641358809089626,  0.06641358809089626
                    0, 1, 29, 0,        0.9333333333333333,    0.6665921801718164,   0.988182819236775
                    212, 256, 144, 707, -0.08491281273692192, -0.11419153280506708, -0.05543347268433288
                    """)
    void hasTheLimitsOfNewcombesMethod10(
            long both, long first, long second, long neither, double difference, double lower, double upper) {
        var paired = new PairedProportions(both, first, second, neither);

        assertThat(paired.difference()).hasValueCloseTo(difference, within(1e-12));
        assertThat(NEWCOMBE.of(paired, 0.95).lower()).isCloseTo(lower, within(1e-12));
        assertThat(NEWCOMBE.of(paired, 0.95).upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void hasTheLimitsPublishedForAirwayHyperresponsiveness() {
        // Fagerland, Lydersen & Laake (2014): before 1 + 1, after 1 + 7 of 21; before minus after
        var paired = new PairedProportions(1, 7, 1, 12);

        assertThat(TANGO.of(paired, 0.95).lower()).isCloseTo(-0.517, within(5e-4));
        assertThat(TANGO.of(paired, 0.95).upper()).isCloseTo(-0.026, within(5e-4));
        assertThat(NEWCOMBE.of(paired, 0.95).lower()).isCloseTo(-0.507, within(5e-4));
        assertThat(NEWCOMBE.of(paired, 0.95).upper()).isCloseTo(-0.026, within(5e-4));
    }

    @Property(tries = 200)
    void theScoreIsThatOfTheLikeliestTableWithThatDifference(
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second,
            @ForAll @IntRange(min = 1, max = 60) int same,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double difference) {
        var pairs = new PairedProportions(same, first, second, 0);
        double low = Math.max(0, -difference);
        double high = (1 - difference) / 2;
        double q = likeliest(first, second, same, difference, low, high);
        double n = pairs.cases();
        double score = (second - first - n * difference) / Math.sqrt(n * (2 * q + difference * (1 - difference)));

        assertThat(TangoScore.of(pairs, difference)).isCloseTo(score, within(1e-5 * (1 + Math.abs(score))));
    }

    /// Golden section over the share of `first`, the likelihood of the three cells written out.
    private static double likeliest(int first, int second, int same, double difference, double from, double to) {
        double low = from;
        double high = to;
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 200; i++) {
            double x = high - golden * (high - low);
            double y = low + golden * (high - low);
            if (likelihood(first, second, same, difference, x) < likelihood(first, second, same, difference, y)) {
                low = x;
            } else {
                high = y;
            }
        }
        return (low + high) / 2;
    }

    private static double likelihood(int first, int second, int same, double difference, double q) {
        return first * Math.log(q)
                + second * Math.log(q + difference)
                + same * Math.log(Math.max(0, 1 - 2 * q - difference));
    }

    // ---- laws

    @Property(tries = 300)
    void exchangingTheSidesTurnsItRound(
            @ForAll PairedDifferenceInterval method,
            @ForAll @IntRange(max = 50) int both,
            @ForAll @IntRange(max = 50) int first,
            @ForAll @IntRange(max = 50) int second,
            @ForAll @IntRange(min = 1, max = 50) int neither) {
        var pairs = new PairedProportions(both, first, second, neither);
        Interval one = method.of(pairs, 0.95);
        Interval other = method.of(pairs.exchanged(), 0.95);

        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-12));
        assertThat(one.contains(pairs.difference().orElseThrow())).isTrue();
        assertThat(one.width()).isPositive();
    }

    @Property(tries = 200)
    void theScoreRejectsExactlyWhatTheIntervalLeavesOut(
            @ForAll @IntRange(max = 20) int both,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(max = 20) int second,
            @ForAll @IntRange(min = 1, max = 20) int neither,
            @ForAll @DoubleRange(min = 0, max = 0.9) double margin) {
        var pairs = new PairedProportions(both, first, second, neither);
        double lower = TANGO.of(pairs, 0.95).lower();
        if (Math.abs(lower + margin) > 1e-9) {
            assertThat(TangoScore.nonInferiorityPValue(pairs, margin) < 0.025).isEqualTo(lower > -margin);
        }
    }

    @Property(tries = 100)
    void atNoDifferenceTheScoreIsMcNemars(
            @ForAll @IntRange(max = 40) int first, @ForAll @IntRange(min = 1, max = 40) int second) {
        double z = TangoScore.of(new PairedProportions(10, first, second, 5), 0);

        assertThat(z * z).isCloseTo((double) (second - first) * (second - first) / (second + first), within(1e-9));
    }

    // ---- edge cases

    @ParameterizedTest
    @EnumSource
    void withoutCasesEverythingIsOpen(PairedDifferenceInterval method) {
        assertThat(method.of(new PairedProportions(0, 0, 0, 0), 0.95)).isEqualTo(new Interval(-1, 1, 0.95));
    }

    @Test
    void withoutDiscordantCasesTangoIsABoundOfTheSize() {
        // T(Δ) = −nΔ/√(nΔ(1 − Δ)), hence z²/(n + z²)
        double z2 = StandardNormal.twoSided(0.95) * StandardNormal.twoSided(0.95);
        Interval interval = TANGO.of(new PairedProportions(40, 0, 0, 4), 0.95);

        assertThat(interval.upper()).isCloseTo(z2 / (44 + z2), within(1e-12));
        assertThat(interval.lower()).isCloseTo(-z2 / (44 + z2), within(1e-12));
        assertThat(TANGO.of(new PairedProportions(0, 7, 0, 0), 0.95).lower()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new PairedProportions(1, -1, 0, 0)).hasMessage("negative count in 1, -1, 0, 0");
        assertThatThrownBy(() -> TangoScore.of(new PairedProportions(1, 1, 0, 0), Double.NaN))
                .hasMessage("difference NaN is not in [-1, 1]");
        assertThatThrownBy(() -> TangoScore.nonInferiorityPValue(new PairedProportions(1, 1, 0, 0), 1))
                .hasMessage("margin 1.0 is not in [0, 1)");
        assertThatThrownBy(() -> PairedProportions.of(new boolean[1], new boolean[2]))
                .hasMessage("1 first and 2 second answers");
    }
}
