package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The generators of the oracle give the very numbers its authors had.
class OracleCaseTest {

    static Stream<OracleCase> describedSamples() {
        return OracleCase.of("scipy_reference", "describe the current data")
                .filter(oracle -> oracle.expected().path("n").asInt() > 0);
    }

    @ParameterizedTest
    @MethodSource("describedSamples")
    void regeneratesTheInputs(OracleCase oracle) {
        double[] values = Arrays.stream(oracle.numbers("current"))
                .filter(Double::isFinite)
                .toArray();

        assertThat(values.length).isEqualTo(oracle.expected().path("n").asInt());
        assertThat(Arrays.stream(values).min().orElseThrow()).isEqualTo(oracle.expected("min"));
        assertThat(Arrays.stream(values).max().orElseThrow()).isEqualTo(oracle.expected("max"));
        assertThat(Arrays.stream(values).average().orElseThrow())
                .isCloseTo(oracle.expected("mean"), within(1e-9 * (1 + Math.abs(oracle.expected("mean")))));
    }

    @Test
    void readsEveryFile() {
        for (String file : new String[] {
            "clinical_stats",
            "confseq",
            "evidently",
            "nannyml_estimation",
            "nannyml_univariate",
            "scipy_reference",
            "streaming_frouros",
            "streaming_menelaus",
            "streaming_moa"
        }) {
            assertThat(OracleCase.of(file)).as(file).isNotEmpty();
        }
    }
}
