package org.vigie.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// One case of an oracle file: what another tool answered to given inputs. `src/test/resources/oracle/README.md` says
/// where the files come from and how inputs are written.
///
/// @param tolerance `rel` and `abs`; JSON null means exact
public record OracleCase(
        String id, String function, JsonNode inputs, JsonNode params, JsonNode expected, JsonNode tolerance) {

    /// All cases of a file, such as `scipy_reference`.
    public static Stream<OracleCase> of(String file) {
        try (InputStream json = OracleCase.class.getResourceAsStream("/oracle/" + file + ".json")) {
            JsonNode cases = new ObjectMapper().readTree(json).path("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(node -> new OracleCase(
                            node.path("id").asText(),
                            node.path("function").asText(),
                            node.path("inputs"),
                            node.path("params"),
                            node.path("expected"),
                            node.path("tolerance")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cases of one function of a file; fails when there are none, so that a renamed function cannot pass unseen.
    public static Stream<OracleCase> of(String file, String function) {
        List<OracleCase> cases =
                of(file).filter(one -> one.function().equals(function)).toList();
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no case of '" + function + "' in " + file);
        }
        return cases.stream();
    }

    /// A numeric input; missing values are `NaN`.
    public double[] numbers(String input) {
        return numbers(inputs.path(input));
    }

    /// Numbers written as a list or as a generator; missing values are `NaN`.
    public static double[] numbers(JsonNode node) {
        if (node.isArray()) {
            double[] values = new double[node.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(node.get(i));
            }
            return values;
        }
        if (!node.isObject() || node.path("dist").asText().equals("cat")) {
            throw new IllegalArgumentException("not numbers: " + node);
        }
        StringJoiner words = new StringJoiner(" ", node.path("dist").asText("ih12") + " ", "");
        node.properties().forEach(property -> {
            if (!property.getKey().equals("dist")) {
                words.add(property.getKey() + "=" + word(property.getValue()));
            }
        });
        return OracleSamples.values(words.toString());
    }

    /// A categorical input; missing values are `null`. Labels that are numbers or truth values are written as JSON
    /// writes them.
    public List<@Nullable String> labels(String input) {
        return labels(inputs.path(input));
    }

    /// Labels written as a list or as a generator.
    public static List<@Nullable String> labels(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable String> labels = new ArrayList<>();
            node.forEach(label -> labels.add(label.isNull() ? null : label.asText()));
            return labels;
        }
        if (!node.path("dist").asText().equals("cat")) {
            throw new IllegalArgumentException("not labels: " + node);
        }
        int n = node.path("n").asInt();
        long seed = node.path("seed").asLong();
        double[] draws = OracleSamples.uniform(seed, n);
        double[] mask = OracleSamples.uniform(seed + 1_000_003, n);
        double missing = node.path("missing").asDouble(0);
        List<@Nullable String> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            labels.add(mask[i] < missing ? null : drawn(node, draws[i]));
        }
        node.path("append").forEach(label -> labels.add(label.isNull() ? null : label.asText()));
        return labels;
    }

    /// A stream of observations with segments, as the detectors read it.
    public double[] stream() {
        JsonNode stream = inputs.path("stream");
        JsonNode segments = stream.path("segments");
        boolean bernoulli = stream.path("kind").asText().equals("bernoulli");
        long seed = stream.path("seed").asLong();
        int n = stream.path("n").asInt();
        var random = new SplittableRandom(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double level = level(segments, i);
            if (bernoulli) {
                values[i] = random.nextDouble() < level ? 1 : 0;
            } else {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    sum += random.nextDouble();
                }
                values[i] = level + segments.get(0).get(4).asDouble() * (sum - 6);
            }
        }
        return values;
    }

    /// A field of the expected answer; `"NaN"` and the infinities are written as strings.
    public double expected(String field) {
        return number(expected.path(field));
    }

    /// Whether the other tool raised an exception.
    public boolean raised() {
        return expected.has("error");
    }

    /// Whether a value agrees with the expected field within the case's tolerance; `NaN` agrees with `NaN` only.
    public boolean agrees(String field, double actual) {
        double wanted = expected(field);
        if (Double.isNaN(wanted) || Double.isInfinite(wanted) || Double.isNaN(actual)) {
            return Double.compare(wanted, actual) == 0;
        }
        return Math.abs(actual - wanted)
                <= tolerance.path("abs").asDouble(0) + tolerance.path("rel").asDouble(0) * Math.abs(wanted);
    }

    @Override
    public String toString() {
        return id;
    }

    private static double level(JsonNode segments, int i) {
        for (JsonNode segment : segments) {
            double from = segment.get(0).asDouble();
            double to = segment.get(1).asDouble();
            if (i >= from && i < to) {
                double start = segment.get(2).asDouble();
                return start + (segment.get(3).asDouble() - start) * (i - from) / (to - from);
            }
        }
        throw new IllegalArgumentException("no segment holds " + i + ": " + segments);
    }

    private static String drawn(JsonNode node, double draw) {
        JsonNode weights = node.path("weights");
        double sum = 0;
        int last = weights.size() - 1;
        for (int i = 0; i < last; i++) {
            sum += weights.get(i).asDouble();
            if (draw < sum) {
                return node.path("labels").get(i).asText();
            }
        }
        return node.path("labels").get(last).asText();
    }

    private static double number(JsonNode node) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (node.isTextual()) {
            return Double.parseDouble(node.asText());
        }
        if (!node.isNumber()) {
            throw new IllegalArgumentException("not a number: " + node);
        }
        return node.doubleValue();
    }

    private static String word(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        StringJoiner words = new StringJoiner("|");
        value.forEach(one -> words.add(Double.toString(number(one))));
        return words.toString();
    }
}
