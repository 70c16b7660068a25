package org.vigie.modelpackage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a YAML mapping key by key. What is wrong is added to the findings and reading goes on with a stand-in,
/// so that an author sees all mistakes at once; what nobody asked for is an unknown key.
final class YamlFields {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final String pointer;
    private final int line;
    private final List<Finding> findings;
    private final Map<String, Node> unread = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    YamlFields(Node node, String pointer, List<Finding> findings) {
        this.pointer = pointer;
        this.line = lineOf(node);
        this.findings = findings;
        if (!(node instanceof MappingNode mapping)) {
            findings.add(new Finding(pointer, line, "expected keys and values"));
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (unread.put(key.getValue(), tuple.getValueNode()) != null) {
                    findings.add(new Finding(at(key.getValue()), lineOf(key), "stands twice"));
                }
            } else {
                findings.add(new Finding(pointer, lineOf(tuple.getKeyNode()), "a key must be a word"));
            }
        }
    }

    static int lineOf(Node node) {
        return YamlDocument.line(node.getStartMark());
    }

    boolean has(String key) {
        return unread.containsKey(key);
    }

    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(unread.remove(key));
    }

    Optional<YamlFields> fields(String key) {
        return node(key).map(node -> new YamlFields(node, at(key), findings));
    }

    YamlFields requiredFields(String key) {
        return new YamlFields(required(key), at(key), findings);
    }

    Node required(String key) {
        return node(key).orElseGet(() -> {
            findings.add(new Finding(at(key), line, "is missing"));
            return new MissingNode();
        });
    }

    String text(String key) {
        return scalar(required(key), at(key));
    }

    Optional<String> optionalText(String key) {
        return node(key).map(node -> scalar(node, at(key)));
    }

    String matching(String key, Pattern pattern, String rule) {
        Node node = required(key);
        String value = scalar(node, at(key));
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            problem(node, key, "'" + value + "' " + rule);
        }
        return value;
    }

    double number(String key) {
        return number(required(key), at(key));
    }

    Optional<Double> optionalNumber(String key) {
        return node(key).map(node -> number(node, at(key)));
    }

    int integer(String key, int least, int most) {
        Node node = required(key);
        double value = number(node, at(key));
        if (Double.isNaN(value)) {
            return least;
        }
        if (value != Math.rint(value) || value < least || value > most) {
            problem(node, key, "must be a whole number from %d to %d".formatted(least, most));
            return least;
        }
        return (int) value;
    }

    List<String> texts(Node node, String key) {
        List<Node> items = items(node, key);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(scalar(items.get(i), at(key) + "/" + i));
        }
        return texts;
    }

    List<Double> numbers(String key) {
        List<Node> items = items(required(key), key);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            numbers.add(number(items.get(i), at(key) + "/" + i));
        }
        return numbers;
    }

    List<Node> items(Node node, String key) {
        return items(node, at(key), findings);
    }

    static List<Node> items(Node node, String at, List<Finding> findings) {
        return switch (node) {
            case SequenceNode sequence -> sequence.getValue();
            case MissingNode _ -> List.of();
            default -> {
                findings.add(new Finding(at, lineOf(node), "expected a list"));
                yield List.of();
            }
        };
    }

    /// The word must be one of the map's keys.
    <T> T choice(String key, Map<String, T> choices, @Nullable String fallback) {
        T stand = choices.values().iterator().next();
        Node node = fallback == null ? required(key) : node(key).orElse(null);
        if (node == null) {
            return Objects.requireNonNull(choices.get(fallback));
        }
        String word = scalar(node, at(key));
        T value = choices.get(word);
        if (value == null && !word.isEmpty()) {
            problem(node, key, "'" + word + "' is not one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return value == null ? stand : value;
    }

    Map<String, Node> rest() {
        Map<String, Node> rest = new LinkedHashMap<>(unread);
        unread.clear();
        return rest;
    }

    String at(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    void problem(@Nullable Node node, String key, String detail) {
        findings.add(new Finding(at(key), node == null ? line : lineOf(node), detail));
    }

    double number(Node node, String at) {
        String text = scalar(node, at);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(text).matches()) {
            findings.add(new Finding(at, lineOf(node), "'" + text + "' is not a number"));
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            findings.add(new Finding(at, lineOf(node), "'" + text + "' is too large a number"));
            return Double.NaN;
        }
        return value;
    }

    String scalar(Node node, String at) {
        return switch (node) {
            case MissingNode _ -> "";
            case ScalarNode scalar
            when scalar.getValue().isBlank() -> {
                findings.add(new Finding(at, lineOf(node), "is empty"));
                yield "";
            }
            case ScalarNode scalar
            when scalar.getValue().length() > 200 -> {
                findings.add(new Finding(at, lineOf(node), "is longer than 200 characters"));
                yield "";
            }
            case ScalarNode scalar -> scalar.getValue();
            default -> {
                findings.add(new Finding(at, lineOf(node), "expected a single value"));
                yield "";
            }
        };
    }

    /// Call last: every key still unread is one that means nothing.
    void end() {
        for (Map.Entry<String, Node> entry : unread.entrySet()) {
            problem(entry.getValue(), entry.getKey(), "unknown key; known here: " + String.join(", ", known));
        }
    }

    /// Stands for what is missing and already reported, so that it is not reported twice.
    private static final class MissingNode extends MappingNode {
        MissingNode() {
            super(Tag.MAP, List.of(), FlowStyle.FLOW);
        }
    }
}
