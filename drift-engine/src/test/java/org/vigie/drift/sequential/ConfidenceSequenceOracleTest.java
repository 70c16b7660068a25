package org.vigie.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.interval.Interval;

/// confseq 70b1ef3 (Howard, Ramdas, McAuliffe, Sekhon; Waudby-Smith and Ramdas): all of its 151 cases.
class ConfidenceSequenceOracleTest {

    @Test
    void noCaseIsLeftOut() {
        assertThat(OracleCase.of("confseq").collect(Collectors.groupingBy(OracleCase::function, Collectors.counting())))
                .containsOnly(
                        Map.entry("bernoulli_confidence_interval", 95L),
                        Map.entry("betting_cs", 8L),
                        Map.entry("predmix_empbern_twosided_cs", 8L),
                        Map.entry("predmix_hoeffding_cs", 7L),
                        Map.entry("poly_stitching_bound", 11L),
                        Map.entry("normal_mixture_bound", 10L),
                        Map.entry("gamma_exponential_mixture_bound", 6L),
                        Map.entry("empirical_process_lil_bound", 6L));
    }

    static Stream<OracleCase> bernoulli() {
        return OracleCase.of("confseq", "bernoulli_confidence_interval");
    }

    @ParameterizedTest
    @MethodSource("bernoulli")
    void betaBinomialMixture(OracleCase oracle) {
        double confidence = 1 - oracle.params().path("alpha").asDouble();
        Interval interval = new BetaBinomialSequence(
                        confidence, oracle.params().path("t_opt").asDouble())
                .at(
                        oracle.inputs().path("successes").asLong(),
                        oracle.inputs().path("trials").asLong());

        assertThat(List.of(oracle.agrees("lower", interval.lower()), oracle.agrees("upper", interval.upper())))
                .as("%s", interval)
                .containsOnly(true);
    }

    static Stream<OracleCase> betting() {
        return OracleCase.of("confseq", "betting_cs");
    }

    @ParameterizedTest
    @MethodSource("betting")
    void betting(OracleCase oracle) {
        agrees(oracle, BettingSequence.over(stream(oracle), confidence(oracle)));
    }

    static Stream<OracleCase> empiricalBernstein() {
        return OracleCase.of("confseq", "predmix_empbern_twosided_cs");
    }

    @ParameterizedTest
    @MethodSource("empiricalBernstein")
    void empiricalBernstein(OracleCase oracle) {
        agrees(oracle, PredictableMixture.EMPIRICAL_BERNSTEIN.over(stream(oracle), confidence(oracle)));
    }

    static Stream<OracleCase> hoeffding() {
        return OracleCase.of("confseq", "predmix_hoeffding_cs");
    }

    @ParameterizedTest
    @MethodSource("hoeffding")
    void hoeffding(OracleCase oracle) {
        agrees(oracle, PredictableMixture.HOEFFDING.over(stream(oracle), confidence(oracle)));
    }

    static Stream<OracleCase> boundaries() {
        return Stream.of(
                        "poly_stitching_bound",
                        "normal_mixture_bound",
                        "gamma_exponential_mixture_bound",
                        "empirical_process_lil_bound")
                .flatMap(function -> OracleCase.of("confseq", function));
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void boundary(OracleCase oracle) {
        double v = oracle.inputs().path("v").asDouble();
        JsonNode params = oracle.params();
        double alpha = params.path("alpha").asDouble();
        double tunedFor = params.path("v_opt").asDouble();
        double c = params.path("c").asDouble();
        double bound = switch (oracle.function()) {
            case "poly_stitching_bound" ->
                UniformBoundary.polynomialStitching(
                        v, alpha, params.path("v_min").asDouble(), c);
            case "normal_mixture_bound" ->
                params.path("one_sided").asInt() == 1
                        ? UniformBoundary.oneSidedNormalMixture(
                                v, alpha, tunedFor, params.path("alpha_opt").asDouble())
                        : UniformBoundary.normalMixture(
                                v, alpha, tunedFor, params.path("alpha_opt").asDouble());
            case "gamma_exponential_mixture_bound" ->
                UniformBoundary.gammaExponentialMixture(v, alpha, tunedFor, c, 0.05);
            default ->
                EmpiricalProcessBound.of(
                                alpha,
                                params.path("t_min").asDouble(),
                                params.path("A").asDouble())
                        .at(oracle.inputs().path("t").asDouble());
        };

        assertThat(oracle.agrees("bound", bound)).as("%s", bound).isTrue();
    }

    private static void agrees(OracleCase oracle, List<Interval> looks) {
        JsonNode expected = oracle.expected();
        var tolerance = offset(oracle.tolerance().path("abs").asDouble()
                + oracle.tolerance().path("rel").asDouble());
        for (int i = 0; i < expected.path("at").size(); i++) {
            Interval look = looks.get(expected.path("at").get(i).asInt() - 1);
            assertThat(look.lower()).isCloseTo(expected.path("lower").get(i).asDouble(), tolerance);
            assertThat(look.upper()).isCloseTo(expected.path("upper").get(i).asDouble(), tolerance);
        }
    }

    private static double confidence(OracleCase oracle) {
        return 1 - oracle.params().path("alpha").asDouble();
    }

    private static double[] stream(OracleCase oracle) {
        JsonNode stream = oracle.inputs().path("stream");
        if (stream.isTextual()) {
            double[] ones = new double[60];
            Arrays.fill(ones, 1);
            return ones;
        }
        var random = new SplittableRandom(stream.path("seed").asLong());
        double[] values = new double[stream.path("n").asInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < stream.path("p").asDouble() ? 1 : 0;
        }
        return values;
    }
}
