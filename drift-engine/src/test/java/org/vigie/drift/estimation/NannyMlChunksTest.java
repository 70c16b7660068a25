package org.vigie.drift.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.estimation.NannyMlEstimation.ExpectedConfusion;

/// NannyML's whole calculators over chunks, rebuilt from the parts: CBPE and realised performance.
class NannyMlChunksTest {

    private static final String FILE = "nannyml_estimation";
    private static final List<String> METRICS =
            List.of("roc_auc", "f1", "precision", "recall", "specificity", "accuracy");

    /// Served elsewhere: quality by the quality package, the classifier and the ranking by multivariate and root.
    private static final Set<String> SERVED_ELSEWHERE = Set.of(
            "MissingValuesCalculator",
            "NumericalRangeCalculator",
            "SummaryStatsAvgCalculator",
            "SummaryStatsStdCalculator",
            "SummaryStatsMedianCalculator",
            "SummaryStatsSumCalculator",
            "SummaryStatsRowCountCalculator",
            "DomainClassifierCalculator",
            "AlertCountRanker");

    static Stream<OracleCase> estimators() {
        return OracleCase.of(FILE, "CBPE.fit().estimate()");
    }

    static Stream<OracleCase> calculators() {
        return OracleCase.of(FILE).filter(one -> one.function().startsWith("PerformanceCalculator"));
    }

    static Stream<OracleCase> realised() {
        return OracleCase.of(FILE, "realized metrics (scikit-learn 1.2.1)");
    }

    @Test
    void everyCaseRuns() {
        assertThat(estimators()).hasSize(2);
        assertThat(calculators()).hasSize(3);
        assertThat(realised()).hasSize(3);
        // with the 104 of NannyMlEstimationTest this is every case of the file
        assertThat(OracleCase.of(FILE).filter(one -> SERVED_ELSEWHERE.contains(one.function())))
                .hasSize(9);
        assertThat(OracleCase.of(FILE)).hasSize(104 + 8 + 9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("estimators")
    void estimatesEveryChunk(OracleCase one) {
        ScoredOracle reference = ScoredOracle.of(one.inputs().path("reference"));
        boolean calibrates = one.expected().path("needs_calibration").asBoolean();
        for (String period : List.of("reference", "analysis")) {
            ScoredOracle rows = ScoredOracle.of(one.inputs().path(period));
            int start = 0;
            for (JsonNode chunk : one.expected().path(period)) {
                int end = start + chunk.path("rows").asInt();
                ScoredOracle part = rows.rows(start, end);
                for (String metric : METRICS) {
                    double error = error(metric, reference, end - start);
                    double value = estimate(metric, reference, calibrates, part);
                    double[] limits = limits(metric, reference, 200);
                    check(one, chunk, metric, "value", value);
                    check(one, chunk, metric, "sampling_error", error);
                    check(one, chunk, metric, "realized", realised(metric, part));
                    check(one, chunk, metric, "upper_confidence_boundary", Math.min(1, value + 3 * error));
                    check(one, chunk, metric, "lower_confidence_boundary", Math.max(0, value - 3 * error));
                    check(one, chunk, metric, "lower_threshold", limits[0]);
                    check(one, chunk, metric, "upper_threshold", limits[1]);
                    assertThat(value < limits[0] || value > limits[1])
                            .isEqualTo(chunk.path(metric + ".alert").asBoolean());
                }
                start = end;
            }
            assertThat(start).isEqualTo(rows.scores().length);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calculators")
    void measuresEveryChunk(OracleCase one) {
        ScoredOracle reference = ScoredOracle.of(one.inputs().path("reference"));
        ScoredOracle rows = ScoredOracle.of(one.inputs().path("analysis"));
        int labelled = one.inputs().path("labels_missing_from_row").asInt(rows.scores().length);
        int size = one.params().path("chunk_size").asInt();
        int start = 0;
        for (JsonNode chunk : one.expected().path("analysis")) {
            int end = start + chunk.path("rows").asInt();
            ScoredOracle part = rows.rows(start, Math.max(start, Math.min(end, labelled)));
            for (String metric : METRICS) {
                double[] limits = limits(metric, reference, size);
                double value = part.scores().length == 0 ? Double.NaN : realised(metric, part);
                check(one, chunk, metric, "value", value);
                check(
                        one,
                        chunk,
                        metric,
                        "sampling_error",
                        part.scores().length == 0 ? Double.NaN : error(metric, reference, part.scores().length));
                check(one, chunk, metric, "lower_threshold", limits[0]);
                check(one, chunk, metric, "upper_threshold", limits[1]);
                assertThat(value < limits[0] || value > limits[1])
                        .isEqualTo(chunk.path(metric + ".alert").asBoolean());
            }
            start = end;
        }
        assertThat(start).isEqualTo(rows.scores().length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("realised")
    void measures(OracleCase one) {
        ScoredOracle scored = ScoredOracle.of(one);
        for (String metric : METRICS) {
            assertThat(one.agrees(metric, realised(metric, scored))).as(metric).isTrue();
        }
        double[] certain = certain(scored);
        ExpectedConfusion counts = ExpectedConfusion.of(certain, scored.decisions());
        assertThat(one.agrees("tp", counts.truePositives())).isTrue();
        assertThat(one.agrees("tn", counts.trueNegatives())).isTrue();
        assertThat(one.agrees("fp", counts.falsePositives())).isTrue();
        assertThat(one.agrees("fn", counts.falseNegatives())).isTrue();
        assertThat(one.agrees("prevalence", Arrays.stream(certain).average().orElseThrow()))
                .isTrue();
        assertThat(one.agrees(
                        "average_precision",
                        NannyMlEstimation.averagePrecision(certain, scored.scores())
                                .orElseThrow()))
                .isTrue();
    }

    /// A label that is known is a probability of 0 or 1: the expected metrics are then the realised ones.
    private static double[] certain(ScoredOracle scored) {
        double[] certain = new double[scored.truth().length];
        for (int i = 0; i < certain.length; i++) {
            certain[i] = scored.truth()[i] ? 1 : 0;
        }
        return certain;
    }

    private static double realised(String metric, ScoredOracle part) {
        return value(metric, certain(part), part);
    }

    private static double estimate(String metric, ScoredOracle reference, boolean calibrates, ScoredOracle part) {
        return value(metric, calibrates ? calibrated(reference, part.scores()) : part.scores(), part);
    }

    private static double value(String metric, double[] probabilities, ScoredOracle part) {
        ExpectedConfusion expected = ExpectedConfusion.of(probabilities, part.decisions());
        return switch (metric) {
            case "roc_auc" ->
                NannyMlEstimation.auroc(probabilities, part.scores()).orElse(Double.NaN);
            case "f1" -> expected.f1();
            case "precision" -> expected.precision();
            case "recall" -> expected.recall();
            case "specificity" -> expected.specificity();
            default -> expected.accuracy();
        };
    }

    private static double[] calibrated(ScoredOracle reference, double[] scores) {
        IsotonicCalibration calibration = IsotonicCalibration.fit(reference.scores(), reference.truth());
        return Arrays.stream(scores).map(calibration::calibrate).toArray();
    }

    /// Always of the scores as they are, calibrated or not.
    private static double error(String metric, ScoredOracle reference, int rows) {
        String function = metric.equals("roc_auc") ? "auroc" : metric;
        return NannyMlEstimationTest.error(function + "_sampling_error", reference)
                .of(rows);
    }

    /// Mean of the reference's chunks and three of their standard deviations, within [0, 1].
    private static double[] limits(String metric, ScoredOracle reference, int size) {
        List<Double> values = new ArrayList<>();
        int n = reference.scores().length;
        for (int start = 0; start < n; start += size) {
            values.add(realised(metric, reference.rows(start, Math.min(n, start + size))));
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double variance = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new double[] {Math.max(0, mean - 3 * Math.sqrt(variance)), Math.min(1, mean + 3 * Math.sqrt(variance))};
    }

    private static void check(OracleCase one, JsonNode chunk, String metric, String field, double actual) {
        JsonNode wanted = chunk.path(metric + "." + field);
        if (wanted.isTextual()) {
            assertThat(actual).as("%s %s", metric, field).isNaN();
            return;
        }
        double tolerance = 1e-12 + one.tolerance().path("rel").asDouble() * Math.abs(wanted.asDouble());
        assertThat(Math.abs(actual - wanted.asDouble()))
                .as("%s %s: %s for %s", metric, field, actual, wanted)
                .isLessThanOrEqualTo(tolerance);
    }
}
