package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.comparison.McNemarTest;
import org.vigie.drift.comparison.ProportionSampleSize;
import org.vigie.drift.interval.BinomialTest;
import org.vigie.drift.interval.DifferenceInterval;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.interval.WaldInterval;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.AurocComparison;
import org.vigie.drift.performance.ConfusionMatrix;
import org.vigie.drift.performance.PredictiveValues;

/// Every case of `clinical_stats` (statsmodels 0.13.5, SciPy 1.10.1) that is about proportions, paired decisions,
/// sample sizes and AUROC.
class ClinicalStatisticsOracleTest {

    private static final Map<String, Integer> CASES = Map.ofEntries(
            Map.entry("proportion_confint", 93),
            Map.entry("binomtest", 82),
            Map.entry("confint_proportions_2indep", 17),
            Map.entry("proportions_ztest", 6),
            Map.entry("fisher_exact", 6),
            Map.entry("mcnemar", 7),
            Map.entry("NormalIndPower.solve_power", 4),
            Map.entry("samplesize_confint_proportion", 2),
            Map.entry("ppv,npv", 2),
            Map.entry("auc and its variance", 3),
            Map.entry("difference of two correlated AUCs", 2));

    /// Tested beside `multiplicity` and `verification`.
    private static final Set<String> ELSEWHERE = Set.of("multipletests", "verification-bias correction");

    /// Without Brown, Cai and DasGupta's change at the edges, statsmodels' Jeffreys interval shuts out the very share
    /// that was observed. The other limit agrees.
    private static final Set<String> JEFFREYS_AT_THE_EDGE = Set.of(
            "clinical/proportion_ci/jeffreys/0_1_0.05",
            "clinical/proportion_ci/jeffreys/1_1_0.1",
            "clinical/proportion_ci/jeffreys/0_10_0.05",
            "clinical/proportion_ci/jeffreys/0_10_0.1",
            "clinical/proportion_ci/jeffreys/10_10_0.05");

    /// Without a discordant case statsmodels divides 1 by 0 and calls the versions different with p = 0.
    private static final String NO_DISCORDANT_CASE = "clinical/mcnemar/chi2cc/0_0";

    @Test
    void everyFunctionOfTheFileHasItsTest() {
        Map<String, Long> counts = OracleCase.of("clinical_stats")
                .collect(Collectors.groupingBy(OracleCase::function, Collectors.counting()));

        CASES.forEach((function, count) -> assertThat(counts).containsEntry(function, (long) count));
        assertThat(counts.keySet())
                .isEqualTo(Stream.concat(CASES.keySet().stream(), ELSEWHERE.stream())
                        .collect(Collectors.toSet()));
    }

    static Stream<OracleCase> proportions() {
        return OracleCase.of("clinical_stats", "proportion_confint");
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void intervalsOfAProportion(OracleCase oracle) {
        Proportion observed = proportion(oracle, "successes", "trials");
        double confidence = 1 - oracle.params().path("alpha").asDouble();
        Interval interval = switch (oracle.params().path("method").asText()) {
            case "wilson" -> observed.interval(ProportionInterval.WILSON, confidence);
            case "beta" -> observed.interval(ProportionInterval.CLOPPER_PEARSON, confidence);
            case "jeffreys" -> observed.interval(ProportionInterval.JEFFREYS, confidence);
            case "agresti_coull" -> observed.interval(ProportionInterval.AGRESTI_COULL, confidence);
            case "normal" -> WaldInterval.of(observed, confidence);
            default -> throw new IllegalArgumentException(oracle.id());
        };

        boolean ours = JEFFREYS_AT_THE_EDGE.contains(oracle.id());
        if (ours && observed.successes() == 0) {
            assertThat(interval.lower()).isZero();
        } else {
            assertThat(oracle.agrees("lower", interval.lower())).isTrue();
        }
        if (ours && observed.isPerfect()) {
            assertThat(interval.upper()).isEqualTo(1);
        } else {
            assertThat(oracle.agrees("upper", interval.upper())).isTrue();
        }
    }

    static Stream<OracleCase> binomial() {
        return OracleCase.of("clinical_stats", "binomtest");
    }

    @ParameterizedTest
    @MethodSource("binomial")
    void exactBinomialTest(OracleCase oracle) {
        AlternativeHypothesis alternative =
                switch (oracle.params().path("alternative").asText()) {
                    case "two-sided" -> AlternativeHypothesis.TWO_SIDED;
                    case "greater" -> AlternativeHypothesis.GREATER_THAN;
                    case "less" -> AlternativeHypothesis.LESS_THAN;
                    default -> throw new IllegalArgumentException(oracle.id());
                };
        double p = BinomialTest.exactPValue(
                proportion(oracle, "successes", "trials"),
                oracle.params().path("p").asDouble(),
                alternative);

        assertThat(oracle.agrees("p_value", p)).as("%s", p).isTrue();
    }

    static Stream<OracleCase> differences() {
        return OracleCase.of("clinical_stats", "confint_proportions_2indep");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void intervalsOfADifference(OracleCase oracle) {
        Proportion first = proportion(oracle, "k1", "n1");
        Proportion second = proportion(oracle, "k2", "n2");
        double confidence = 1 - oracle.params().path("alpha").asDouble();
        Interval interval = switch (oracle.params().path("method").asText()) {
            case "newcomb" -> DifferenceInterval.NEWCOMBE.of(first, second, confidence);
            case "agresti-caffo" -> DifferenceInterval.AGRESTI_CAFFO.of(first, second, confidence);
            case "wald" -> WaldInterval.ofDifference(first, second, confidence);
            default -> throw new IllegalArgumentException(oracle.id());
        };

        assertThat(oracle.agrees("lower", interval.lower())).isTrue();
        assertThat(oracle.agrees("upper", interval.upper())).isTrue();
    }

    static Stream<OracleCase> pooled() {
        return OracleCase.of("clinical_stats", "proportions_ztest");
    }

    @ParameterizedTest
    @MethodSource("pooled")
    void pooledZ(OracleCase oracle) {
        Proportion first = proportion(oracle, "k1", "n1");
        Proportion second = proportion(oracle, "k2", "n2");

        assertThat(oracle.agrees("z", BinomialTest.pooledZ(first, second))).isTrue();
        assertThat(oracle.agrees("p_value", BinomialTest.pooledPValue(first, second)))
                .isTrue();
    }

    static Stream<OracleCase> fisher() {
        return OracleCase.of("clinical_stats", "fisher_exact");
    }

    @ParameterizedTest
    @MethodSource("fisher")
    void fisherExact(OracleCase oracle) {
        long[] cells = cells(oracle);
        double p = BinomialTest.fisherPValue(
                new Proportion(cells[0], cells[0] + cells[1]), new Proportion(cells[2], cells[2] + cells[3]));

        assertThat(oracle.agrees("p_value", p)).isTrue();
    }

    static Stream<OracleCase> mcnemar() {
        return OracleCase.of("clinical_stats", "mcnemar");
    }

    @ParameterizedTest
    @MethodSource("mcnemar")
    void mcNemar(OracleCase oracle) {
        long[] cells = cells(oracle);
        McNemarTest test = McNemarTest.of(cells[1], cells[2]);

        if (oracle.params().path("exact").asBoolean()) {
            assertThat(oracle.agrees("p_value", test.exactPValue())).isTrue();
            assertThat(oracle.agrees("statistic", (double) Math.min(cells[1], cells[2])))
                    .isTrue();
        } else if (oracle.id().equals(NO_DISCORDANT_CASE)) {
            assertThat(test.correctedChiSquare()).isEmpty();
        } else {
            double statistic = test.correctedChiSquare().orElseThrow();
            assertThat(oracle.agrees("statistic", statistic)).isTrue();
            assertThat(oracle.agrees("p_value", McNemarTest.pValue(statistic))).isTrue();
        }
    }

    @Test
    void sampleSizes() {
        OracleCase.of("clinical_stats", "NormalIndPower.solve_power").forEach(oracle -> {
            double each = ProportionSampleSize.forTwoProportions(
                    oracle.inputs().path("p1").asDouble(),
                    oracle.inputs().path("p2").asDouble(),
                    oracle.params().path("alpha").asDouble(),
                    oracle.params().path("power").asDouble());
            assertThat(oracle.agrees("n_each", each)).as(oracle.id()).isTrue();
        });
        OracleCase.of("clinical_stats", "samplesize_confint_proportion").forEach(oracle -> {
            double n = ProportionSampleSize.forWaldHalfWidth(
                    oracle.inputs().path("p").asDouble(),
                    oracle.inputs().path("half_width").asDouble(),
                    1 - oracle.params().path("alpha").asDouble());
            assertThat(oracle.agrees("n", n)).as(oracle.id()).isTrue();
        });
    }

    @Test
    void predictiveValues() {
        OracleCase.of("clinical_stats", "ppv,npv").forEach(oracle -> {
            long right = Math.round(oracle.inputs().path("sensitivity").asDouble() * 1_000);
            long cleared = Math.round(oracle.inputs().path("specificity").asDouble() * 1_000);
            double prevalence = oracle.inputs().path("prevalence").asDouble();
            var matrix = new ConfusionMatrix(right, 1_000 - cleared, 1_000 - right, cleared);
            PredictiveValues values = PredictiveValues.at(prevalence, matrix.sensitivity(), matrix.specificity(), 0.95);

            assertThat(oracle.agrees("ppv", values.positive().orElseThrow())).isTrue();
            assertThat(oracle.agrees("npv", values.negative().orElseThrow())).isTrue();
            assertThat(oracle.agrees(
                            "lr_positive",
                            matrix.positiveLikelihoodRatio(0.95).value().orElseThrow()))
                    .isTrue();
            assertThat(oracle.agrees(
                            "lr_negative",
                            matrix.negativeLikelihoodRatio(0.95).value().orElseThrow()))
                    .isTrue();
            assertThat(oracle.agrees(
                            "alerts_per_1000", 1_000 * values.alertShare().orElseThrow()))
                    .isTrue();
        });
    }

    @Test
    void auroc() {
        OracleCase.of("clinical_stats", "auc and its variance").forEach(oracle -> {
            Auroc auroc = Auroc.of(scores(oracle), labels(oracle)).orElseThrow();

            assertThat(oracle.agrees("auc", auroc.value())).isTrue();
            assertThat(oracle.agrees("variance", auroc.variance().orElseThrow()))
                    .isTrue();
            assertThat(oracle.agrees("lower95", auroc.plainInterval(0.95).lower()))
                    .isTrue();
            assertThat(oracle.agrees("upper95", auroc.plainInterval(0.95).upper()))
                    .isTrue();
        });
        OracleCase.of("clinical_stats", "difference of two correlated AUCs").forEach(oracle -> {
            double[] scores = scores(oracle);
            String rule = oracle.inputs().path("second_score").asText();
            long seed = Long.parseLong(rule.replaceAll(".*seed (\\d+).*", "$1"));
            double[] noise = OracleSamples.uniform(seed, scores.length);
            double[] second = IntStream.range(0, scores.length)
                    .mapToDouble(i -> 0.5 * scores[i] + 0.5 * noise[i])
                    .toArray();
            AurocComparison comparison =
                    AurocComparison.of(scores, second, labels(oracle)).orElseThrow();

            assertThat(oracle.agrees("auc1", comparison.champion())).isTrue();
            assertThat(oracle.agrees("auc2", comparison.candidate())).isTrue();
            assertThat(oracle.agrees("covariance", comparison.covariance().orElseThrow()))
                    .isTrue();
            assertThat(oracle.agrees("z", comparison.z().orElseThrow())).isTrue();
            assertThat(oracle.agrees("p_value", comparison.pValue().orElseThrow()))
                    .isTrue();
        });
    }

    private static double[] scores(OracleCase oracle) {
        return OracleCase.numbers(oracle.inputs().path("score"));
    }

    private static boolean[] labels(OracleCase oracle) {
        double[] scores = scores(oracle);
        double[] draws =
                OracleSamples.uniform(oracle.inputs().path("label_seed").asLong(), scores.length);
        String rule = oracle.inputs().path("label_rule").asText();
        boolean[] labels = new boolean[scores.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = draws[i]
                    < switch (rule) {
                        case "score" -> scores[i];
                        case "0.2+0.6*score" -> 0.2 + 0.6 * scores[i];
                        default -> throw new IllegalArgumentException(rule);
                    };
        }
        return labels;
    }

    private static Proportion proportion(OracleCase oracle, String successes, String trials) {
        return new Proportion(
                oracle.inputs().path(successes).asLong(),
                oracle.inputs().path(trials).asLong());
    }

    private static long[] cells(OracleCase oracle) {
        long[] cells = new long[4];
        for (int i = 0; i < 4; i++) {
            cells[i] = oracle.inputs().path("table").get(i / 2).get(i % 2).asLong();
        }
        return cells;
    }
}
