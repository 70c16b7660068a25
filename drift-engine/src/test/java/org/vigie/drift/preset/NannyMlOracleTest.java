package org.vigie.drift.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.OracleCase;
import org.vigie.drift.preset.NannyMlChunker.ByCount;
import org.vigie.drift.preset.NannyMlChunker.BySize;
import org.vigie.drift.preset.NannyMlChunker.Incomplete;
import org.vigie.drift.preset.NannyMlNumeric.Computation;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Every case of the oracle `nannyml_univariate` either agrees or is documented as a difference, and then does differ.
class NannyMlOracleTest {

    @Test
    void everyCaseAgreesOrIsDocumented() {
        List<OracleCase> cases = OracleCase.of("nannyml_univariate").toList();
        var disagreeing = new TreeMap<String, String>();
        for (OracleCase oracle : cases) {
            Answer answer = answer(oracle);
            if (!answer.agrees()) {
                disagreeing.put(oracle.id(), answer.text() + " for " + oracle.expected());
            }
        }

        Map<String, String> documented = OracleDifferences.documented(cases);
        var unexplained = new TreeMap<>(disagreeing);
        unexplained.keySet().removeAll(documented.keySet());
        assertThat(cases).hasSize(370);
        assertThat(unexplained).isEmpty();
        assertThat(new TreeSet<>(documented.keySet())).isEqualTo(new TreeSet<>(disagreeing.keySet()));
    }

    /// The tool leaves χ² to SciPy, with Yates' correction of two categories.
    @Test
    void chiSquareIsThatOfScipy() {
        List<OracleCase> corrected = OracleCase.of("scipy_reference", "chi2_contingency")
                .filter(oracle -> oracle.params().path("correction").asBoolean())
                .toList();
        for (OracleCase oracle : corrected) {
            NannyMlCategorical.ChiSquare chiSquare = NannyMlCategorical.chiSquare(
                    Tally.of(CategoricalWindow.of(oracle.labels("reference")), current(oracle)));
            assertThat(oracle.agrees("statistic", chiSquare.statistic()))
                    .as(oracle.id())
                    .isTrue();
            assertThat(oracle.agrees("p_value", chiSquare.pValue()))
                    .as(oracle.id())
                    .isTrue();
        }
        assertThat(corrected).hasSize(13);
    }

    /// What the preset says, and whether the oracle says the same.
    private record Answer(boolean agrees, String text) {}

    private static Answer answer(OracleCase oracle) {
        return switch (oracle.function()) {
            case "jensen_shannon" -> value(oracle, NannyMlMethod.JENSEN_SHANNON);
            case "hellinger" -> value(oracle, NannyMlMethod.HELLINGER);
            case "kolmogorov_smirnov" -> value(oracle, NannyMlMethod.KOLMOGOROV_SMIRNOV);
            case "wasserstein" -> value(oracle, NannyMlMethod.WASSERSTEIN);
            case "l_infinity" -> value(oracle, NannyMlMethod.L_INFINITY);
            case "chi2 (chi2_contingency, Yates for 2x2)" -> chiSquare(oracle);
            case "np.histogram_bin_edges(bins=\"doane\") of the reference" -> doane(oracle);
            case "calculate_threshold_values(StandardDeviationThreshold)" -> deviationThreshold(oracle);
            case "ConstantThreshold" -> constantThreshold(oracle);
            case "SizeBasedChunker" ->
                chunks(
                        oracle,
                        new BySize(oracle.params().path("chunk_size").asInt(), incomplete(oracle)).split(rows(oracle)));
            case "CountBasedChunker" ->
                chunks(
                        oracle,
                        new ByCount(oracle.params().path("chunk_number").asInt(), incomplete(oracle))
                                .split(rows(oracle)));
            case "DefaultChunker" -> chunks(oracle, ByCount.DEFAULT.split(rows(oracle)));
            case "PeriodBasedChunker" -> periods(oracle);
            default -> throw new IllegalArgumentException(oracle.function());
        };
    }

    private static Answer value(OracleCase oracle, NannyMlMethod method) {
        if (oracle.params().path("type").asText().equals("categorical")) {
            return finding(
                    oracle,
                    "value",
                    NannyMlPreset.fit(method, oracle.labels("reference")).evaluate(current(oracle)));
        }
        NumericWindow reference = NumericWindow.of(oracle.numbers("reference"));
        double[] current = oracle.numbers("current");
        Computation computation = Computation.valueOf(
                oracle.params().path("calculation_method").asText().toUpperCase(Locale.ROOT));
        if (computation == Computation.AUTO) {
            return finding(
                    oracle,
                    "value",
                    NannyMlPreset.fit(method, oracle.numbers("reference")).evaluate(current));
        }
        NumericWindow chunk = NumericWindow.of(current);
        if (chunk.isEmpty()) {
            return new Answer(false, "empty chunk");
        }
        double value = NannyMlNumeric.fit(method, computation, reference).of(chunk);
        return new Answer(oracle.agrees("value", value), Double.toString(value));
    }

    private static Answer finding(OracleCase oracle, String field, PresetFinding finding) {
        boolean agrees = !oracle.raised()
                && finding.value().isPresent()
                && oracle.agrees(field, finding.value().getAsDouble());
        return new Answer(agrees, finding.toString());
    }

    private static Answer chiSquare(OracleCase oracle) {
        PresetFinding finding = NannyMlPreset.fit(NannyMlMethod.CHI_SQUARE, oracle.labels("reference"))
                .evaluate(current(oracle));
        double p = NannyMlCategorical.chiSquare(
                        Tally.of(CategoricalWindow.of(oracle.labels("reference")), current(oracle)))
                .pValue();
        boolean agrees = finding(oracle, "statistic", finding).agrees()
                && oracle.agrees("p_value", p)
                && oracle.expected().path("alert").asBoolean() == finding.isDrift();
        return new Answer(agrees, finding + " p " + p);
    }

    private static Answer doane(OracleCase oracle) {
        NumericWindow reference = NumericWindow.of(oracle.numbers("reference"));
        Histogram bins = Histogram.doane(reference);
        double[] wanted = OracleCase.numbers(oracle.expected().path("reference_in_bins"));
        long[] counts = bins.count(reference);
        boolean agrees = oracle.expected().path("bins").asInt() == counts.length
                && oracle.agrees("first", bins.first())
                && oracle.agrees("last", bins.last())
                && wanted.length == counts.length
                && IntStream.range(0, wanted.length)
                        .allMatch(i -> Math.abs(wanted[i] - (double) counts[i] / reference.size()) <= 1e-12);
        return new Answer(agrees, Arrays.toString(counts));
    }

    private static Answer deviationThreshold(OracleCase oracle) {
        JsonNode params = oracle.params();
        Bounds bounds = new NannyMlThreshold.StandardDeviation(
                        optional(params.path("std_lower_multiplier")), optional(params.path("std_upper_multiplier")))
                .bounds(
                        oracle.numbers("values"),
                        optional(params.path("lower_limit")),
                        optional(params.path("upper_limit")));
        return bounds(oracle, bounds);
    }

    private static Answer constantThreshold(OracleCase oracle) {
        return bounds(
                oracle,
                new NannyMlThreshold.Constant(
                                optional(oracle.params().path("lower")),
                                optional(oracle.params().path("upper")))
                        .bounds(oracle.numbers("values")));
    }

    private static Answer bounds(OracleCase oracle, Bounds bounds) {
        return new Answer(
                bound(oracle, "lower", bounds.lower()) && bound(oracle, "upper", bounds.upper()), bounds.toString());
    }

    private static boolean bound(OracleCase oracle, String field, OptionalDouble bound) {
        return oracle.expected().path(field).isNull()
                ? bound.isEmpty()
                : bound.isPresent() && oracle.agrees(field, bound.getAsDouble());
    }

    private static Answer chunks(OracleCase oracle, List<NannyMlChunk> chunks) {
        List<NannyMlChunk> wanted = new ArrayList<>();
        boolean sameRows = true;
        for (JsonNode chunk : oracle.expected().path("chunks")) {
            wanted.add(new NannyMlChunk(
                    chunk.path("key").asText(),
                    chunk.path("start_index").asInt(),
                    chunk.path("end_index").asInt()));
            sameRows &= wanted.getLast().rows() == chunk.path("rows").asInt();
        }
        return new Answer(!oracle.raised() && sameRows && chunks.equals(wanted), chunks.toString());
    }

    private static Answer periods(OracleCase oracle) {
        List<LocalDateTime> times = oracle.inputs()
                .path("timestamps")
                .valueStream()
                .map(time -> LocalDateTime.parse(time.asText()))
                .toList();
        NannyMlChunker.Period period = oracle.params().path("offset").asText().equals("M")
                ? NannyMlChunker.Period.MONTH
                : NannyMlChunker.Period.DAY;
        return chunks(oracle, NannyMlChunker.byPeriod(period, times));
    }

    private static Incomplete incomplete(OracleCase oracle) {
        return Incomplete.valueOf(oracle.params().path("incomplete").asText().toUpperCase(Locale.ROOT));
    }

    private static int rows(OracleCase oracle) {
        return oracle.inputs().path("rows").asInt();
    }

    private static CategoricalWindow current(OracleCase oracle) {
        return CategoricalWindow.of(oracle.labels("current"));
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
    }
}
