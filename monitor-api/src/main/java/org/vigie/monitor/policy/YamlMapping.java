package org.vigie.monitor.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping read strictly: each key asked for is ticked off, what is left over is an error, and every error knows
/// its line.
final class YamlMapping {

    private final MappingNode node;
    private final String pointer;
    private final List<PolicyError> errors;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMapping(MappingNode node, String pointer, List<PolicyError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                error(entry.getKeyNode(), pointer, "a key must be a word");
            } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
                error(key, pointer + "/" + key.getValue(), "'%s' stands here twice".formatted(key.getValue()));
            }
        }
    }

    /// Reports the keys that nobody asked for.
    void refuseOthers() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                error(
                        entry.getKeyNode(),
                        pointer + "/" + key,
                        "unknown key '%s'; known here: %s".formatted(key, String.join(", ", asked)));
            }
        });
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    Optional<YamlMapping> mapping(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof MappingNode mapping) {
                return Optional.of(new YamlMapping(mapping, pointer + "/" + key, errors));
            }
            error(value, pointer + "/" + key, "'%s' must be a mapping (key: value)".formatted(key));
            return Optional.empty();
        });
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> {
            Optional<String> text = scalar(value).map(ScalarNode::getValue).filter(t -> !t.isBlank());
            if (text.isEmpty()) {
                error(value, pointer + "/" + key, "'%s' must be a text that is not empty".formatted(key));
            }
            return text;
        });
    }

    OptionalDouble number(String key, double least, double most, String range) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = plain(value.get());
        double number;
        try {
            number = text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (number >= least && number <= most) {
            return OptionalDouble.of(number);
        }
        refuse(key, "'%s' must be a number %s, not %s".formatted(key, range, text == null ? "something else" : text));
        return OptionalDouble.empty();
    }

    Optional<Integer> integer(String key, int least, int most) {
        String range = "from %d to %d".formatted(least, most);
        OptionalDouble number = number(key, least, most, range);
        if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
            refuse(key, "'%s' must be a whole number %s".formatted(key, range));
            return Optional.empty();
        }
        return number.isPresent() ? Optional.of((int) number.getAsDouble()) : Optional.empty();
    }

    Optional<Boolean> truth(String key) {
        return value(key).flatMap(value -> {
            String text = plain(value);
            if ("true".equals(text) || "false".equals(text)) {
                return Optional.of(Boolean.valueOf(text));
            }
            error(value, pointer + "/" + key, "'%s' must be true or false".formatted(key));
            return Optional.empty();
        });
    }

    /// A list of words; each must match.
    Optional<List<String>> words(String key, java.util.function.Predicate<String> valid, String rule) {
        return value(key).flatMap(value -> {
            if (!(value instanceof SequenceNode sequence)) {
                error(value, pointer + "/" + key, "'%s' must be a list".formatted(key));
                return Optional.empty();
            }
            List<String> words = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                String word = scalar(item).map(ScalarNode::getValue).orElse("");
                String at = pointer + "/" + key + "/" + words.size();
                if (!valid.test(word)) {
                    error(item, at, "'%s' is not %s".formatted(word, rule));
                } else if (words.contains(word)) {
                    error(item, at, "'%s' stands here twice".formatted(word));
                }
                words.add(word);
            }
            return Optional.of(words);
        });
    }

    /// Reports an error in the value of a key.
    void refuse(String key, String detail) {
        NodeTuple entry = entries.get(key);
        error(entry == null ? node : entry.getValueNode(), pointer + "/" + key, detail);
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            error(node, pointer + "/" + key, "'%s' is missing".formatted(key));
            return Optional.empty();
        }
        return Optional.of(entry.getValueNode());
    }

    private static Optional<ScalarNode> scalar(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
    }

    private static @Nullable String plain(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN
                ? scalar.getValue()
                : null;
    }

    private void error(Node at, String where, String detail) {
        errors.add(new PolicyError(line(at), where, detail));
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
