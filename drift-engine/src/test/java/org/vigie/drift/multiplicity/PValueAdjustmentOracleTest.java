package org.vigie.drift.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;

/// statsmodels 0.13.5, `multipletests`: all of its 32 cases.
class PValueAdjustmentOracleTest {

    private static final Map<String, PValueAdjustment> METHODS = Map.of(
            "bonferroni", PValueAdjustment.BONFERRONI,
            "sidak", PValueAdjustment.SIDAK,
            "holm", PValueAdjustment.HOLM,
            "holm-sidak", PValueAdjustment.HOLM_SIDAK,
            "simes-hochberg", PValueAdjustment.HOCHBERG,
            "hommel", PValueAdjustment.HOMMEL,
            "fdr_bh", PValueAdjustment.BENJAMINI_HOCHBERG,
            "fdr_by", PValueAdjustment.BENJAMINI_YEKUTIELI);

    static Stream<OracleCase> cases() {
        return OracleCase.of("clinical_stats", "multipletests");
    }

    @Test
    void noCaseIsLeftOut() {
        assertThat(cases())
                .hasSize(32)
                .allSatisfy(one -> assertThat(METHODS)
                        .containsKey(one.params().path("method").asText()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithStatsmodels(OracleCase oracle) {
        PValueAdjustment method = METHODS.get(oracle.params().path("method").asText());
        double[] adjusted = method.adjust(oracle.numbers("p_values"));

        JsonNode expected = oracle.expected();
        double level = oracle.params().path("alpha").asDouble();
        for (int i = 0; i < adjusted.length; i++) {
            assertThat(adjusted[i]).isCloseTo(expected.path("adjusted").get(i).asDouble(), within(1e-9));
            assertThat(adjusted[i] <= level)
                    .isEqualTo(expected.path("reject").get(i).asBoolean());
        }
    }

    @Property
    void fromTheMostToTheLeastCautious(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
        double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] bonferroni = PValueAdjustment.BONFERRONI.adjust(p);
        double[] holm = PValueAdjustment.HOLM.adjust(p);
        double[] hochberg = PValueAdjustment.HOCHBERG.adjust(p);
        double[] hommel = PValueAdjustment.HOMMEL.adjust(p);
        double[] discovery = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(p);
        double[] anyDependence = PValueAdjustment.BENJAMINI_YEKUTIELI.adjust(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(PValueAdjustment.SIDAK.adjust(p)[i]).isLessThanOrEqualTo(bonferroni[i] + 1e-12);
            assertThat(PValueAdjustment.HOLM_SIDAK.adjust(p)[i]).isLessThanOrEqualTo(holm[i] + 1e-12);
            assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i] + 1e-12);
            assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i] + 1e-12);
            assertThat(hommel[i]).isBetween(p[i], hochberg[i] + 1e-12);
            assertThat(discovery[i]).isLessThanOrEqualTo(hommel[i] + 1e-12);
            assertThat(anyDependence[i]).isBetween(discovery[i] - 1e-12, 1.0);
        }
    }
}
