package org.vigie.monitor.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.interval.Interval;

class PairedDifferenceTest {

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
            long both,
            long championOnly,
            long candidateOnly,
            long neither,
            double difference,
            double lower,
            double upper) {
        var paired = new PairedDifference(both, championOnly, candidateOnly, neither);

        assertThat(paired.estimate()).isCloseTo(difference, within(1e-12));
        assertThat(paired.interval(0.95).lower()).isCloseTo(lower, within(1e-12));
        assertThat(paired.interval(0.95).upper()).isCloseTo(upper, within(1e-12));
    }

    @Property
    void exchangingTheVersionsTurnsTheIntervalRound(
            @ForAll @IntRange(max = 200) int both,
            @ForAll @IntRange(max = 200) int championOnly,
            @ForAll @IntRange(max = 200) int candidateOnly,
            @ForAll @IntRange(min = 1, max = 200) int neither) {
        Interval one = new PairedDifference(both, championOnly, candidateOnly, neither).interval(0.95);
        Interval other = new PairedDifference(both, candidateOnly, championOnly, neither).interval(0.95);

        assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
        assertThat(one.upper()).isCloseTo(-other.lower(), within(1e-12));
    }
}
