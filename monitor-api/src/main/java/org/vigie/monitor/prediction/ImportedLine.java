package org.vigie.monitor.prediction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One line of an import: its fields by name, written `predictedAt`, `predicted_at` or `PREDICTEDAT`.
///
/// @param fields by normalised name
record ImportedLine(int number, Map<String, String> fields) {

    static String normalised(String name) {
        return name.strip().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    static ImportedLine of(int number, Map<String, String> given) {
        var fields = new HashMap<String, String>();
        given.forEach((name, value) -> fields.put(normalised(name), value));
        return new ImportedLine(number, fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(normalised(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
