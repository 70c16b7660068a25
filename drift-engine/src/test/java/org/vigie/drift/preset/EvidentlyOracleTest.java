package org.vigie.drift.preset;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.vigie.drift.preset.EvidentlyEmbeddings.Distance;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Every case of the oracle `evidently` either agrees or is documented as a difference, and then does differ.
class EvidentlyOracleTest {

    private static final Map<String, EvidentlyMethod> METHODS = methods();

    @Test
    void everyCaseAgreesOrIsDocumented() {
        List<OracleCase> cases = OracleCase.of("evidently").toList();
        var disagreeing = new TreeMap<String, String>();
        for (OracleCase oracle : cases) {
            Answer answer = answer(oracle);
            if (!answer.agrees()) {
                disagreeing.put(oracle.id(), answer.text() + " for " + oracle.expected());
            }
        }

        Map<String, String> documented = OracleDifferences.documented(cases);
        assertThat(cases).hasSize(556);
        assertThat(unexplained(disagreeing, documented)).isEmpty();
        assertThat(new TreeSet<>(documented.keySet())).isEqualTo(new TreeSet<>(disagreeing.keySet()));
    }

    /// What the preset says, and whether the oracle says the same.
    private record Answer(boolean agrees, String text) {}

    private static Map<String, String> unexplained(Map<String, String> disagreeing, Map<String, String> documented) {
        var unexplained = new TreeMap<>(disagreeing);
        unexplained.keySet().removeAll(documented.keySet());
        return unexplained;
    }

    private static Answer answer(OracleCase oracle) {
        return switch (oracle.function()) {
            case "_get_default_stattest" -> chosen(oracle);
            case "get_binned_data(feel_zeroes=False)" -> bins(oracle);
            case "mmd_2samp" -> discrepancy(oracle);
            case "_total_variation_distance" ->
                number(
                        oracle,
                        "tvd",
                        EvidentlyPreset.totalVariation(categories(oracle, "reference"), categories(oracle, "current")));
            case "DistanceDriftMethod" ->
                embedding(
                        oracle,
                        EvidentlyEmbeddings.distance(
                                Distance.valueOf(
                                        oracle.params().path("dist").asText().toUpperCase(Locale.ROOT)),
                                rows(oracle, "reference"),
                                rows(oracle, "current")));
            case "RatioDriftMethod" ->
                embedding(oracle, EvidentlyEmbeddings.ratio(rows(oracle, "reference"), rows(oracle, "current")));
            case "MMDDriftMethod" ->
                embedding(oracle, EvidentlyEmbeddings.kernel(rows(oracle, "reference"), rows(oracle, "current")));
            case "ModelDriftMethod" -> new Answer(false, "not offered");
            case "get_dataset_drift" -> dataset(oracle);
            default -> column(oracle, METHODS.get(oracle.function()));
        };
    }

    private static Answer column(OracleCase oracle, EvidentlyMethod method) {
        assertThat(method).as(oracle.function()).isNotNull();
        assertThat(oracle.params().path("threshold").asDouble()).isEqualTo(method.threshold());
        return finding(
                oracle,
                isNumeric(oracle)
                        ? EvidentlyPreset.column(method, numbers(oracle, "reference"), numbers(oracle, "current"))
                        : EvidentlyPreset.column(
                                method, categories(oracle, "reference"), categories(oracle, "current")));
    }

    private static Answer chosen(OracleCase oracle) {
        EvidentlyFinding finding = isNumeric(oracle)
                ? EvidentlyPreset.column(numbers(oracle, "reference"), numbers(oracle, "current"))
                : EvidentlyPreset.column(categories(oracle, "reference"), categories(oracle, "current"));
        Answer answer = finding(oracle, finding);
        boolean sameRule = oracle.expected()
                        .path("method")
                        .asText()
                        .equals(finding.method().key())
                && oracle.expected().path("threshold").asDouble() == finding.threshold();
        return new Answer(answer.agrees() && sameRule, finding.method().key() + " " + answer.text());
    }

    private static Answer finding(OracleCase oracle, EvidentlyFinding finding) {
        return scored(oracle, finding.score(), finding.isDrift(), finding.verdict());
    }

    private static Answer embedding(OracleCase oracle, PresetFinding finding) {
        return scored(oracle, finding.value(), finding.isDrift(), finding.verdict());
    }

    private static Answer scored(OracleCase oracle, OptionalDouble score, boolean drift, PresetVerdict verdict) {
        boolean agrees = !oracle.raised()
                && score.isPresent()
                && oracle.agrees("score", score.getAsDouble())
                && oracle.expected().path("drift").asBoolean() == drift;
        return new Answer(agrees, score + " " + verdict);
    }

    private static Answer number(OracleCase oracle, String field, double value) {
        return new Answer(!oracle.raised() && oracle.agrees(field, value), Double.toString(value));
    }

    private static Answer discrepancy(OracleCase oracle) {
        NumericWindow reference = numbers(oracle, "reference");
        double sigma = ScalarKernel.medianOf(reference).sigma();
        double value = EvidentlyPreset.maximumMeanDiscrepancy(reference, numbers(oracle, "current"));
        return new Answer(oracle.agrees("mmd2", value) && oracle.agrees("sigma", sigma), value + ", sigma " + sigma);
    }

    private static Answer bins(OracleCase oracle) {
        NumericWindow reference = numbers(oracle, "reference");
        NumericWindow current = numbers(oracle, "current");
        Shares shares = EvidentlyScores.binned(Tally.of(reference, current), reference, current);
        boolean agrees = oracle.expected().has("reference")
                ? same(oracle, "reference", shares.reference()) && same(oracle, "current", shares.current())
                : same(oracle, "reference_sorted", sorted(shares.reference()))
                        && same(oracle, "current_sorted", sorted(shares.current()));
        return new Answer(agrees, Arrays.toString(shares.reference()) + Arrays.toString(shares.current()));
    }

    private static boolean same(OracleCase oracle, String field, double[] shares) {
        double[] wanted = OracleCase.numbers(oracle.expected().path(field));
        return wanted.length == shares.length
                && IntStream.range(0, wanted.length).allMatch(i -> Math.abs(wanted[i] - shares[i]) <= 1e-12);
    }

    private static double[] sorted(double[] shares) {
        return Arrays.stream(shares).sorted().toArray();
    }

    private static Answer dataset(OracleCase oracle) {
        double driftShare = oracle.params().path("drift_share").asDouble();
        var columns = new TreeMap<String, EvidentlyFinding>();
        int drifted = oracle.inputs().path("drifted_columns").asInt();
        for (int i = 0; i < oracle.inputs().path("columns").asInt(); i++) {
            columns.put(
                    "column " + i,
                    EvidentlyFinding.of(EvidentlyMethod.WASSERSTEIN, Score.of(i < drifted ? 1 : 0), 0.1));
        }
        EvidentlyTable table = EvidentlyPreset.table(columns, driftShare);
        return new Answer(
                oracle.agrees("share", table.share())
                        && oracle.expected().path("dataset_drift").asBoolean() == table.isDrift(),
                table.share() + " " + table.isDrift());
    }

    private static boolean isNumeric(OracleCase oracle) {
        return oracle.params().path("type").asText().equals("num");
    }

    private static NumericWindow numbers(OracleCase oracle, String input) {
        return NumericWindow.of(oracle.numbers(input));
    }

    private static CategoricalWindow categories(OracleCase oracle, String input) {
        return CategoricalWindow.of(oracle.labels(input));
    }

    private static double[][] rows(OracleCase oracle, String input) {
        List<double[]> columns = oracle.inputs()
                .path(input)
                .path("columns")
                .valueStream()
                .map(OracleCase::numbers)
                .toList();
        return IntStream.range(0, columns.getFirst().length)
                .mapToObj(row ->
                        columns.stream().mapToDouble(column -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    private static Map<String, EvidentlyMethod> methods() {
        var methods = new TreeMap<String, EvidentlyMethod>();
        for (EvidentlyMethod method : EvidentlyMethod.values()) {
            methods.put(method.key(), method);
        }
        return methods;
    }
}
