package org.vigie.monitor.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One line of a delivery: its fields by name, written `predictedAt`, `predicted_at` or `PREDICTEDAT`.
public final class DeliveredLine {

    private static final int LONGEST_NAME_SHOWN = 40;

    private final int number;
    private final Map<String, String> fields;
    private final Map<String, String> names;

    private DeliveredLine(int number, Map<String, String> fields, Map<String, String> names) {
        this.number = number;
        this.fields = fields;
        this.names = names;
    }

    static DeliveredLine of(int number, Map<String, String> given) {
        var fields = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        given.forEach((name, value) -> {
            fields.put(normalised(name), value);
            names.put(normalised(name), name);
        });
        return new DeliveredLine(number, fields, names);
    }

    private static String normalised(String name) {
        return name.strip().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// Number of the line in the body, from 1.
    public int number() {
        return number;
    }

    /// The value without space around it; empty if there is none or it is blank.
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(normalised(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// Names that are not among the known, as they were written, cut to a length that can be shown.
    ///
    /// @param known in lower case, without `_` and `-`
    public List<String> unknown(Set<String> known) {
        return names.entrySet().stream()
                .filter(name -> !known.contains(name.getKey()))
                .map(name -> shortened(name.getValue()))
                .sorted()
                .toList();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN) + "…";
    }
}
