package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.OracleSamples.window;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

class KolmogorovSmirnovOracleTest {

    private static final boolean[] CONTINUOUS = {};

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ks_exact.oracle.csv", useHeadersInDisplayName = true)
    void exactDistributionAgreesWithScipy(String name, String reference, String current, double d, double p) {
        NumericWindow r = window(reference);
        NumericWindow c = window(current);

        assertThat(KolmogorovSmirnovTest.statistic(r, c)).isCloseTo(d, within(1e-14));
        long distance = Math.round(d * r.size() * c.size());
        assertThat(SmirnovDistribution.survival(distance, r.size(), c.size(), CONTINUOUS))
                .isCloseTo(p, relative(p, 1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ks_exact.oracle.csv", useHeadersInDisplayName = true)
    void tiesNeverMakeTheTestMoreCautious(String name, String reference, String current, double d, double p) {
        var pValue = KolmogorovSmirnovTest.pValue(window(reference), window(current));

        if (pValue.method() == PValueMethod.EXACT) {
            assertThat(pValue.value()).isLessThanOrEqualTo(p * (1 + 1e-9));
        } else {
            assertThat(pValue.value()).isCloseTo(p, relative(p, 0.5));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ks_limit.oracle.csv", useHeadersInDisplayName = true)
    void limitAgreesWithScipy(String name, String reference, String current, double d, double p) {
        NumericWindow r = window(reference);
        NumericWindow c = window(current);

        assertThat(KolmogorovSmirnovTest.statistic(r, c)).isCloseTo(d, within(1e-13));
        assertThat(KolmogorovLimit.survival(KolmogorovSmirnovTest.statistic(r, c), r.size(), c.size()))
                .isCloseTo(p, relative(p, 1e-5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ks_ties.oracle.csv", delimiter = ';', useHeadersInDisplayName = true)
    void tiesAreConditionedOn(String name, String reference, String current, double d, double p) {
        assertThat(KolmogorovSmirnovTest.statistic(window(reference), window(current)))
                .isCloseTo(d, within(1e-15));
        assertThat(KolmogorovSmirnovTest.pValue(window(reference), window(current))
                        .value())
                .isCloseTo(p, within(1e-14));
    }

    private static Offset<Double> relative(double expected, double share) {
        return within(Math.max(Math.abs(expected) * share, 1e-300));
    }
}
